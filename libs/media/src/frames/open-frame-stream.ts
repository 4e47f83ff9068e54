import { type Readable } from 'node:stream';
import { AppError, type LumaFrame } from '@eyeline/contracts';

import { type RunningProgram, readLines, startProgram } from '../ffmpeg/child-process.js';
import { type FrameChoice, TIMES_PIPE, writeFrameArguments } from './frame-arguments.js';
import { FrameRing } from './frame-ring.js';
import { Watchdog } from './watchdog.js';

export interface FrameRequest extends FrameChoice {
  /** Ends decoding at once; the stream then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Without a sign of life for so long, the stream throws `timed_out`. Default 60,000. */
  readonly noProgressMs?: number;
  /** Limit of the whole stream in milliseconds; none by default. */
  readonly deadlineMs?: number;
}

/** Frames that wait for the consumer. Decoding runs ahead by so many and then stands still. */
const RING_SLOTS = 4;

/** Lines of `-progress`, "name=value"; anything else on standard error is a complaint of the decoder. */
const PROGRESS_LINE = /^\w+=\s*\S*$/;

/**
 * The frames of a video that sampling asks for, in grey, small and upright, in order of time.
 * They can be read once; a frame is valid until the next one is asked for. Leaving the loop ends ffmpeg.
 *
 * @throws {AppError} (while reading) corrupt_video when nothing decodes, timed_out, internal without ffmpeg
 * @example for await (const { tS, data } of openFrameStream(path, request)) look(tS, data);
 */
export function openFrameStream(path: string, request: FrameRequest): FrameStream {
  return new FrameStream(path, request);
}

export class FrameStream implements AsyncIterable<LumaFrame> {
  /** Complaints of the decoder so far. */
  decodeErrors = 0;

  readonly #ring: FrameRing;
  readonly #timesS: number[] = [];
  readonly #clockStartS: number;
  readonly #ffmpeg: RunningProgram;
  readonly #pixels: Readable;
  readonly #watchdog: Watchdog;
  #ended = false;
  #closed = false;
  #fault: Error | null = null;
  /** Bytes of a chunk for which the ring had no room. */
  #rest: Uint8Array | null = null;
  #wake: () => void = () => undefined;

  constructor(
    path: string,
    private readonly request: FrameRequest,
  ) {
    this.#ring = new FrameRing(request.width * request.height, RING_SLOTS);
    const { args, clockStartS } = writeFrameArguments(path, request);
    this.#clockStartS = clockStartS;
    this.#ffmpeg = startProgram('ffmpeg', args, {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      signal: request.signal,
      onMessage: (line) => {
        this.#watchdog.progress();
        if (!PROGRESS_LINE.test(line)) this.decodeErrors++;
      },
    });
    this.#watchdog = new Watchdog({ noProgressMs: 60_000, ...request }, (error) => {
      this.#fault ??= error;
      this.#ffmpeg.kill();
    });
    this.#pixels = this.#ffmpeg.child.stdout!;
    this.#pixels.on('data', (chunk: Uint8Array) => this.#take(chunk));
    readLines(this.#ffmpeg.child.stdio[TIMES_PIPE] as Readable, (line) => this.#takeTime(line));
    this.#ffmpeg.ended
      .catch((error: Error) => {
        this.#fault ??= error;
      })
      .finally(() => {
        this.#ended = true;
        this.#watchdog.stop();
        this.#wake();
      });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LumaFrame, void> {
    const { width, height, startS, signal } = this.request;
    let frames = 0;
    try {
      while (await this.#waitForFrame()) {
        const tS = this.#timesS.shift()! + this.#clockStartS;
        frames++;
        yield { tS: Math.max(startS, tS), width, height, data: this.#ring.peek() };
        this.#release();
      }
    } finally {
      await this.close();
    }
    signal.throwIfAborted();
    if (this.#fault !== null) throw this.#fault;
    if (frames === 0 && this.decodeErrors > 0) {
      const cause = this.#ffmpeg.messages.join('\n');
      throw new AppError('corrupt_video', { detail: 'No frame of the video can be decoded.', cause });
    }
  }

  /** Ends ffmpeg if it still runs, and waits until it is gone. */
  async close(): Promise<void> {
    this.#closed = true;
    if (!this.#ended) this.#ffmpeg.kill();
    this.#pixels.resume(); // a paused pipe would keep the process from being seen as ended
    await this.#ffmpeg.ended.catch((error: Error) => {
      this.#fault ??= error;
    });
  }

  /** @returns whether there is one; false at the end, whatever its cause. */
  async #waitForFrame(): Promise<boolean> {
    for (;;) {
      if (this.request.signal.aborted || this.#fault !== null) return false;
      if (this.#ring.ready > 0 && this.#timesS.length > 0) return true;
      if (this.#ended) return false;
      await new Promise<void>((done) => (this.#wake = done));
    }
  }

  #take(chunk: Uint8Array): void {
    if (this.#closed) return;
    this.#watchdog.progress();
    const taken = this.#ring.write(chunk);
    if (taken < chunk.length) {
      this.#rest = chunk.subarray(taken);
      this.#pixels.pause();
      this.#watchdog.pause();
    }
    this.#wake();
  }

  #takeTime(line: string): void {
    const microseconds = /\bpts:(-?\d+)/.exec(line)?.[1];
    if (microseconds === undefined) return;
    this.#timesS.push(Number(microseconds) / 1e6);
    this.#wake();
  }

  #release(): void {
    this.#ring.release();
    if (this.#rest === null) return;
    const rest = this.#rest;
    this.#rest = null;
    this.#take(rest);
    if (this.#rest === null) this.#pixels.resume();
  }
}
