import { AppError, type LumaFrame } from '@eyeline/contracts';

import { RUN_UPS_S } from '../ffmpeg/run-ups.js';
import { readContainerStart } from '../probe/read-clock.js';
import { readPacketTimes } from '../probe/read-packet-times.js';
import { cellOf, isBefore, type Sampling } from '../sampling/sampling.js';
import { Decoder } from './decoder.js';
import { splitPlanes } from './frame-planes.js';
import { type FrameRequest } from './frame-request.js';

/**
 * The frames of a video that sampling asks for, in grey (with colours, where they are asked for), small and upright, in order of
 * time. ffmpeg starts with the
 * loop, and ends with it. The stream can be read once; a frame is valid until the next one is asked for.
 *
 * @throws {AppError} (while reading) corrupt_video when nothing decodes, timed_out, internal without ffmpeg
 * @example for await (const { tS, data } of openFrameStream(path, request)) look(tS, data);
 */
export function openFrameStream(path: string, request: FrameRequest): FrameStream {
  return new FrameStream(path, request);
}

export class FrameStream implements AsyncIterable<LumaFrame> {
  #decoder: Decoder | null = null;
  #closed = false;

  constructor(
    private readonly path: string,
    private readonly request: FrameRequest,
  ) {}

  /** Complaints of the decoder so far. */
  get decodeErrors(): number {
    return this.#decoder?.complaints ?? 0;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LumaFrame, void> {
    const { width, height, startS, signal, sampling } = this.request;
    try {
      const decoder = await this.#start();
      const isFresh = createGuard(sampling);
      for (let frame = await decoder.next(); frame !== null; frame = await decoder.next()) {
        signal.throwIfAborted();
        if (this.#closed) return;
        const tS = Math.max(startS, frame.tS);
        if (isFresh(tS)) yield { tS, width, height, ...splitPlanes(frame.data, this.request) };
        decoder.release();
      }
    } finally {
      await this.close();
      signal.throwIfAborted();
    }
  }

  /** Ends ffmpeg if it still runs, and waits until it is gone. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#decoder?.close();
  }

  /** A decoder that has passed a frame before the first one that is asked for, so that none of these is missed. */
  async #start(): Promise<Decoder> {
    const { startS, signal, isPiece = false } = this.request;
    signal.throwIfAborted();
    const containerStartS = await this.#findContainerStart();
    const framesBefore = this.request.framesBefore ?? (await this.#countFramesBefore());
    // A piece begins where decoding has to.
    for (const runUpS of isPiece ? [Infinity] : RUN_UPS_S) {
      const seekS = Math.max(0, startS - runUpS);
      if (this.#closed) throw new AppError('canceled');
      const decoder = new Decoder(this.path, this.request, { seekS, framesBefore, containerStartS });
      this.#decoder = decoder;
      const firstS = await decoder.findFirstDecoded();
      // Where nothing of a piece decodes, other pieces may.
      if (isPiece || (firstS !== null && (seekS === 0 || isBefore(firstS, startS)))) return decoder;
      await decoder.close();
      signal.throwIfAborted();
      if (seekS > 0) continue;
      const cause = decoder.messages;
      throw new AppError('corrupt_video', { detail: 'No frame of the video can be decoded.', cause });
    }
    throw new Error('The last run-up reaches the start of the video.');
  }

  /** Where the times of the file begin; those of a piece are counted from there already. */
  async #findContainerStart(): Promise<number> {
    const { video, isPiece, signal } = this.request;
    return isPiece ? 0 : (video.startS ?? (await readContainerStart(this.path, signal)));
  }

  /** Every N-th frame is counted from the first one of the video, which a seek skips: the packets tell its number. */
  async #countFramesBefore(): Promise<number> {
    const { sampling, startS, video, signal, isPiece } = this.request;
    if (sampling.kind === 'rate' || sampling.frames === 1 || startS <= 0) return 0;
    if (isPiece) throw new Error('A piece does not tell how many frames come before it: give framesBefore.');
    const { times } = await readPacketTimes(this.path, {
      streamIndex: video.streamIndex,
      untilS: startS,
      signal,
    });
    return times.length;
  }
}

/**
 * Holds back what lies before the last frame, or in its cell: a recording whose clock jumps back, or whose picture
 * changes size on the way (ffmpeg then starts its filters anew), gives some twice. Frames that share a time are two
 * frames all the same (MPEG program streams state the times of some packets only).
 */
function createGuard(sampling: Sampling): (tS: number) => boolean {
  let last = -Infinity;
  return (tS) => {
    const isFresh = sampling.kind === 'rate' ? cellOf(tS, sampling.fps) > last : tS >= last;
    if (isFresh) last = sampling.kind === 'rate' ? cellOf(tS, sampling.fps) : tS;
    return isFresh;
  };
}
