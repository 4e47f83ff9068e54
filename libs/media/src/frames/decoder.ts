import { type Readable } from 'node:stream';

import { type RunningProgram, readLines, startProgram } from '../ffmpeg/child-process.js';
import { Watchdog } from '../ffmpeg/watchdog.js';
import { isBefore, TICKS_PER_S } from '../sampling/sampling.js';
import { type DecodingStart, TIMES_PIPE, writeFrameArguments } from './frame-arguments.js';
import { countFrameBytes } from './frame-planes.js';
import { type FrameRequest } from './frame-request.js';
import { FrameRing } from './frame-ring.js';

/** Frames that wait for the consumer on our side. Decoding runs ahead by so many and then stands still. */
const RING_SLOTS = 4;

/** One run of ffmpeg over a video, from one place in it: pixels and times, put together frame by frame. */
export class Decoder {
  /** Complaints of ffmpeg so far. */
  complaints = 0;

  readonly #ring: FrameRing;
  /** Times of chosen frames whose pixels were not handed over. */
  readonly #timesS: number[] = [];
  readonly #ffmpeg: RunningProgram;
  readonly #pixels: Readable;
  readonly #watchdog: Watchdog;
  readonly #endS: number;
  #firstDecodedS: number | null = null;
  /** Decoding has passed the end of what was asked for: no further frame will be chosen. */
  #passedEnd = false;
  #ended = false;
  #closed = false;
  #fault: Error | null = null;
  /**
   * Bytes for which the ring had no room, in order. Commonly part of one chunk; but when a program ends, Node lets its
   * paused pipes flow, and what was still in the pipe comes at once.
   */
  readonly #rest: Uint8Array[] = [];
  #timeS = NaN;
  #wake: () => void = () => undefined;

  constructor(path: string, request: FrameRequest, start: DecodingStart) {
    this.#endS = request.endS;
    this.#ring = new FrameRing(countFrameBytes(request), RING_SLOTS);
    this.#ffmpeg = startProgram('ffmpeg', writeFrameArguments(path, request, start), {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      signal: request.signal,
      onMessage: () => this.complaints++,
    });
    this.#watchdog = new Watchdog('Decoding the video', request, (error) => {
      this.#fault ??= error;
      this.#ffmpeg.kill();
    });
    this.#pixels = this.#ffmpeg.child.stdout!;
    this.#pixels.on('data', (chunk: Uint8Array) => this.#takePixels(chunk));
    readLines(this.#ffmpeg.child.stdio[TIMES_PIPE] as Readable, (line) => this.#takeLine(line));
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

  /** The first messages of ffmpeg, for the cause of an error. */
  get messages(): string {
    return this.#ffmpeg.messages.join('\n');
  }

  /** Time of the first frame that decodes, chosen or not; null when there is none. Throws what ended ffmpeg. */
  async findFirstDecoded(): Promise<number | null> {
    while (this.#firstDecodedS === null && !this.#ended) await this.#change();
    if (this.#fault !== null) throw this.#fault;
    return this.#firstDecodedS;
  }

  /** The next chosen frame, valid until `release`; null after the last one. Throws what ended ffmpeg. */
  async next(): Promise<{ tS: number; data: Uint8Array } | null> {
    for (;;) {
      if (this.#fault !== null) throw this.#fault;
      if (this.#ring.ready > 0 && this.#timesS.length > 0) {
        return { tS: this.#timesS.shift()!, data: this.#ring.peek() };
      }
      if (this.#ended || (this.#passedEnd && this.#timesS.length === 0)) return null;
      await this.#change();
    }
  }

  release(): void {
    this.#ring.release();
    if (this.#rest.length === 0) return;
    this.#fillRing();
    if (this.#rest.length > 0) return;
    this.#pixels.resume();
    if (!this.#ended) this.#watchdog.progress();
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

  #change(): Promise<void> {
    return new Promise((done) => (this.#wake = done));
  }

  #takePixels(chunk: Uint8Array): void {
    if (this.#closed) return;
    this.#watchdog.progress();
    this.#rest.push(chunk);
    this.#fillRing();
    if (this.#rest.length > 0) {
      this.#pixels.pause();
      this.#watchdog.pause();
    }
    this.#wake();
  }

  #fillRing(): void {
    while (this.#rest.length > 0) {
      const taken = this.#ring.write(this.#rest[0]);
      if (taken < this.#rest[0].length) {
        this.#rest[0] = this.#rest[0].subarray(taken);
        return;
      }
      this.#rest.shift();
    }
  }

  /** "frame:7    pts:20020000000 pts_time:20.02", and in the next line what happened to the frame of that time. */
  #takeLine(line: string): void {
    if (line.startsWith('frame:')) {
      this.#timeS = Number(/pts:(-?\d+)/.exec(line)?.[1] ?? NaN) / TICKS_PER_S;
      return;
    }
    if (Number.isNaN(this.#timeS)) return;
    this.#firstDecodedS ??= this.#timeS;
    if (line === 'is=chosen') {
      this.#timesS.push(this.#timeS);
      this.#wake();
      return;
    }
    if (!this.#pixels.isPaused()) this.#watchdog.progress();
    if (!isBefore(this.#timeS, this.#endS)) this.#passedEnd = true;
    this.#wake();
  }
}
