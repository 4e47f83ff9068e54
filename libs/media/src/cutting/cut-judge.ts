import { type ProbedVideo } from '../probe/probed-video.js';

/** What is known of a packet of the picture before it is decoded; NaN for a time that the container does not state. */
export interface PacketFacts {
  /** When it is shown, seconds from the start of the video. */
  readonly timeS: number;
  /** Ticks. */
  readonly pts: number;
  readonly dts: number;
  readonly sizeBytes: number;
  readonly isKey: boolean;
  /** Decoded for the sake of others, and hidden by an edit list. */
  readonly isHidden: boolean;
  /** Names of what the container hands to the decoder beside the packet. */
  readonly sideData: readonly string[];
}

/** Codecs whose pictures come out of a piece just as out of the whole file: each is tried in open-piece.int-spec.ts. */
const CUTTABLE_CODECS = new Set([
  ...['h264', 'hevc', 'av1', 'vp8', 'vp9', 'mpeg1video', 'mpeg2video', 'mpeg4', 'mjpeg'],
]);

/** A change of the decoder's settings on the way, told by the container: a piece after it would lack it. */
const SETTINGS = /extradata|param change|palette/i;

/**
 * H.264 may renew the picture strip by strip: what is marked as a key frame then is none, and no larger than others.
 * Measured: 1.0 to 1.1 times their size; true key frames of the noisiest of pictures are twice as large.
 */
const MIN_KEY_SIZE = 1.3;

/**
 * Tells whether a copy of some of a file's packets shows exactly what the file itself shows there, from the packets in
 * the order of decoding. Not so where an edit list hides pictures, where pictures have no time of their own, where the
 * clock of decoding does not go forwards (ffmpeg changes such times while it copies), or where key frames are none.
 */
export class CutJudge {
  /** The file states when each packet of the picture is shown, and the clock of decoding never jumps back. */
  statesAllTimes = true;
  clockGoesForward = true;

  #fits = true;
  #lastDts = -Infinity;
  /** Of the packets but the first, which is a key frame in any case. */
  readonly #sizes = { key: new Mean(), other: new Mean() };
  #isFirst = true;

  take({ timeS, pts, dts, sizeBytes, isKey, isHidden, sideData }: PacketFacts): void {
    if (Number.isNaN(pts)) this.statesAllTimes = false;
    if (dts < this.#lastDts) this.clockGoesForward = false;
    const isOrderly = Number.isNaN(dts) || (dts > this.#lastDts && dts <= pts);
    const isShown = !isHidden && timeS >= 0;
    if (!isShown || !isOrderly || sideData.some((name) => SETTINGS.test(name))) this.#fits = false;
    if (!Number.isNaN(dts)) this.#lastDts = dts;
    if (!this.#isFirst) this.#sizes[isKey ? 'key' : 'other'].add(sizeBytes);
    this.#isFirst = false;
  }

  canBeCut({ codec }: Pick<ProbedVideo, 'codec'>): boolean {
    return (
      this.#fits &&
      this.statesAllTimes &&
      CUTTABLE_CODECS.has(codec) &&
      (codec !== 'h264' || this.#hasKeyFrames())
    );
  }

  #hasKeyFrames(): boolean {
    const { key, other } = this.#sizes;
    return key.count === 0 || other.count === 0 || key.value >= MIN_KEY_SIZE * other.value;
  }
}

class Mean {
  count = 0;
  #sum = 0;

  get value(): number {
    return this.#sum / this.count;
  }

  add(value: number): void {
    this.count++;
    this.#sum += value;
  }
}
