import { type EyelineError, type LiveFrameRecord, type LiveStream } from '@eyeline/client/browser';

import { client } from '../api/client.js';
import { type EmotionValues } from '../emotions/emotions.js';
import { grabPicture, type Picture } from './grab-picture.js';
import { FaceSmoother } from './smooth-faces.js';

export type LiveFace = LiveFrameRecord['faces'][number];

/** What is known of the picture that was answered last. */
export interface LiveView {
  readonly faces: readonly LiveFace[];
  readonly smoothed: readonly EmotionValues[];
  /** Of the picture that was sent, in which regions are given. */
  readonly width: number;
  readonly height: number;
  /** Answered within the last seconds, on average. */
  readonly framesPerS: number;
  /** From taking the picture to the answer. */
  readonly delayMs: number;
  readonly dropped: number;
}

export interface LiveSettings {
  readonly landmarks: boolean;
  /** Null: nothing is kept of what is seen. */
  readonly session: LiveSession | null;
  readonly onView: (view: LiveView) => void;
  /** A picture that was refused; the connection stays. */
  readonly onRefused: (error: EyelineError) => void;
}

export interface LiveSession {
  readonly id: string;
  /** By the clock of `performance`. */
  readonly startedAtMs: number;
}

/** One is looked at while the next one travels: more would only be late. */
const MAX_UNDER_WAY = 2;

/** An answer that is missing for so long does not come. */
const PATIENCE_MS = 2000;

/** Faster is not seen, and costs others their turn. */
const SHORTEST_STEP_MS = 33;

const RATE_OVER_MS = 2000;

/** Sends what a video shows, picture after picture, and tells what is seen in it. */
export class LiveRunner {
  private readonly underWay = new Map<number, Omit<Picture, 'jpeg'> & { readonly takenAtMs: number }>();
  private readonly smoother = new FaceSmoother();
  private readonly canvas = document.createElement('canvas');
  private answeredAtMs: number[] = [];
  private dropped = 0;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly settings: LiveSettings,
  ) {}

  /**
   * Ends with the signal, without an error.
   *
   * @throws EyelineError when the connection cannot be opened; Error when it was closed from the other side
   */
  async run(signal: AbortSignal): Promise<void> {
    const { session, landmarks, onRefused } = this.settings;
    const stream = await client.live({
      ...(session === null ? {} : { sessionId: session.id }),
      landmarks,
      signal,
      onRecord: (record, frame) => this.hear(record, frame),
      onDropped: (dropped) => (this.dropped = dropped),
      onError: (error, frame) => {
        this.underWay.delete(frame);
        onRefused(error);
      },
    });
    let isOpen = true;
    const closed = stream.closed.finally(() => (isOpen = false));
    while (isOpen && !signal.aborted) {
      const startedAtMs = performance.now();
      await this.sendNext(stream);
      await pause(Math.max(4, SHORTEST_STEP_MS - (performance.now() - startedAtMs)));
    }
    const { code, reason } = await closed;
    if (!signal.aborted) throw new Error(`${code} ${reason}`.trim());
  }

  private async sendNext(stream: LiveStream): Promise<void> {
    const nowMs = performance.now();
    for (const [frame, { takenAtMs }] of this.underWay) {
      if (nowMs - takenAtMs > PATIENCE_MS) this.underWay.delete(frame);
    }
    if (this.underWay.size >= MAX_UNDER_WAY) return;
    const picture = await grabPicture(this.video, this.canvas);
    if (picture === null) return;
    const { jpeg, width, height } = picture;
    const { session } = this.settings;
    const frame =
      session === null
        ? stream.send(jpeg)
        : stream.send(await jpeg.arrayBuffer(), { tS: (nowMs - session.startedAtMs) / 1000 });
    if (frame !== null) this.underWay.set(frame, { width, height, takenAtMs: nowMs });
  }

  private hear(record: LiveFrameRecord, frame: number): void {
    const sent = this.underWay.get(frame);
    // Those before it were dropped: answers come in order.
    for (const other of this.underWay.keys()) if (other <= frame) this.underWay.delete(other);
    if (sent === undefined) return;
    const nowMs = performance.now();
    this.answeredAtMs = [...this.answeredAtMs.filter((at) => nowMs - at < RATE_OVER_MS), nowMs];
    const { faces } = record;
    this.settings.onView({
      faces,
      smoothed:
        this.settings.session === null
          ? this.smoother.take(faces, sent.takenAtMs / 1000)
          : faces.map((face) => face.smoothed_emotions),
      width: sent.width,
      height: sent.height,
      framesPerS: this.rate(nowMs),
      delayMs: nowMs - sent.takenAtMs,
      dropped: this.dropped,
    });
  }

  private rate(nowMs: number): number {
    const passedMs = nowMs - this.answeredAtMs[0];
    return passedMs === 0 ? 0 : ((this.answeredAtMs.length - 1) * 1000) / passedMs;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));
