import { type Region } from '@eyeline/contracts';

/** A face that a session has seen, and may see again. */
export interface KnownFace {
  readonly faceId: number;
  /** Where it was last seen, in pixels of the session's picture. */
  readonly region: Region;
  /** What it looked like then. */
  readonly appearance: readonly number[];
  /** The moving average: seven probabilities in the order of `EMOTIONS`. */
  readonly emotions: readonly number[];
  /** When it was last seen; null in a session without times. */
  readonly seenS: number | null;
  /** Frames since then that showed faces but not this one. */
  readonly missed: number;
  /** When the first of them was; null without one, or without times. */
  readonly missedSinceS: number | null;
}

/** What a session knows after its frames so far: a few hundred bytes a face. */
export interface SessionState {
  /** The latest time of a frame; null before the first one, and without times. */
  readonly lastS: number | null;
  /** Ids count up and are never given twice. */
  readonly nextFaceId: number;
  readonly faces: readonly KnownFace[];
}

export const newSession = (nextFaceId = 1): SessionState => ({ lastS: null, nextFaceId, faces: [] });

/** Of the state's shape: states of another one are never read. */
const VERSION = 1;

/** Numbers keep every digit. */
export const packState = (state: SessionState): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(JSON.stringify({ version: VERSION, state })));

/** Null when it was packed by another version, which is as good as no state. */
export function unpackState(bytes: Uint8Array): SessionState | null {
  const { version, state } = JSON.parse(Buffer.from(bytes).toString()) as {
    version: number;
    state: SessionState;
  };
  return version === VERSION ? state : null;
}
