import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { AppError } from '@eyeline/contracts';

import { type RunningProgram, startProgram } from '../ffmpeg/child-process.js';
import { RUN_UPS_S } from '../ffmpeg/run-ups.js';
import { Watchdog } from '../ffmpeg/watchdog.js';
import { readContainerStart } from '../probe/read-clock.js';
import { isBefore } from '../sampling/sampling.js';
import { type Stretch } from './choose-segments.js';
import { FIRST_PACKET_PIPE, readFirstPacket, writePieceArguments } from './piece-arguments.js';

export interface PieceRequest extends Stretch {
  readonly streamIndex: number;
  /** `startS` of the probed video; read from the file when it is left out. */
  readonly containerStartS?: number;
  /** Ends cutting at once; both `bytes` and `ended` then fail with the signal's reason. */
  readonly signal: AbortSignal;
  /** Without a byte for so long, while somebody waits for one, the piece fails with `timed_out`. Default 60,000. */
  readonly noProgressMs?: number;
}

export interface Piece {
  /** A NUT file. It fails rather than ends where cutting does, so that half a piece is never taken for a whole one. */
  readonly bytes: Readable;
  /**
   * Settles with `bytes`, once ffmpeg is gone.
   * Rejects with AppError internal (ffmpeg failed, or is not installed), timed_out; the signal's reason.
   */
  readonly ended: Promise<void>;
}

/**
 * Copies the packets of the picture around a stretch of a video, so that `openFrameStream` with `isPiece` gives the same
 * frames of the stretch out of the piece as out of the whole file: nothing is encoded anew, and all timestamps stay.
 * Only for videos whose `listSampleTimes` says `canBeCut`. ffmpeg starts when the bytes are asked for.
 *
 * @example
 * const { bytes, ended } = openPiece(path, { streamIndex, startS: 60, endS: 120, signal });
 * await Promise.all([storage.put(key, bytes), ended]);
 */
export function openPiece(path: string, request: PieceRequest): Piece {
  const { signal } = request;
  const bytes = Readable.from(cutPiece(path, request), { objectMode: false });
  const abort = (): void => {
    bytes.destroy(signal.reason as Error);
  };
  const ended = finished(bytes).finally(() => signal.removeEventListener('abort', abort));
  ended.catch(() => undefined); // whoever awaits it gets the error; nobody may be there yet
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return { bytes, ended };
}

async function* cutPiece(path: string, request: PieceRequest): AsyncGenerator<Uint8Array, void> {
  const containerStartS = request.containerStartS ?? (await readContainerStart(path, request.signal));
  for (const runUpS of RUN_UPS_S) {
    const seekS = Math.max(0, request.startS - runUpS);
    const cutter = new Cutter(path, request, { seekS, containerStartS });
    try {
      const firstS = await cutter.first;
      if (seekS > 0 && (firstS === null || !isBefore(firstS, request.startS))) continue;
      yield* cutter.readBytes();
      return;
    } finally {
      await cutter.close();
    }
  }
}

/** One run of ffmpeg that copies packets from one place of a video. */
class Cutter {
  /** When the first packet is shown, which is a key frame; null when there is none. */
  readonly first: Promise<number | null>;

  readonly #ffmpeg: RunningProgram;
  readonly #watchdog: Watchdog;
  #fault: Error | null = null;

  constructor(
    path: string,
    private readonly request: PieceRequest,
    start: { readonly seekS: number; readonly containerStartS: number },
  ) {
    this.#ffmpeg = startProgram('ffmpeg', writePieceArguments(path, request, start), {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      signal: request.signal,
    });
    this.#watchdog = new Watchdog('Cutting the video', request, (error) => {
      this.#fault ??= error;
      this.#ffmpeg.kill();
    });
    const told = readFirstPacket(this.#ffmpeg.child.stdio[FIRST_PACKET_PIPE] as Readable);
    this.first = Promise.race([told, this.#ffmpeg.ended.then(() => told)]);
    this.first.catch(() => undefined);
  }

  async *readBytes(): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of this.#ffmpeg.child.stdout!) {
      this.#watchdog.pause();
      yield chunk as Uint8Array;
      this.#watchdog.progress();
    }
    const exitCode = await this.#ffmpeg.ended;
    this.request.signal.throwIfAborted();
    if (this.#fault !== null) throw this.#fault;
    if (exitCode === 0) return;
    const cause = this.#ffmpeg.messages.join('\n');
    throw new AppError('internal', { detail: 'ffmpeg could not cut the video.', cause });
  }

  /** Ends ffmpeg if it still runs, and waits until it is gone. */
  async close(): Promise<void> {
    this.#watchdog.stop();
    this.#ffmpeg.kill();
    this.#ffmpeg.child.stdout!.resume(); // what nobody reads would keep the process from being seen as ended
    await this.#ffmpeg.ended.catch(() => undefined);
  }
}
