import { type FaceObservation } from '@eyeline/contracts';
import { smoothingWeight } from '@eyeline/vision';

import { exactEmotions, LIVE_OPTIONS } from '../live-record.js';
import { recogniseFaces } from './recognise-faces.js';
import { type KnownFace, type SessionState } from './session-state.js';

/** A face is forgotten when so many frames in a row showed faces but not it, */
const FORGOTTEN_AFTER_FRAMES = 25;

/** or frames over so long, in a session with times. */
const FORGOTTEN_AFTER_S = 5;

/** The look of a face is remembered with as many digits as tell people apart. */
const APPEARANCE_DIGITS = 1e4;

export interface SessionFrame {
  /** When it was taken, in a session whose frames have times. */
  readonly tS: number | null;
  /** Regions in pixels of the session's picture. */
  readonly faces: readonly FaceObservation[];
}

/** What a session makes of one face of a frame. */
export interface FaceStep {
  readonly faceId: number;
  readonly emotions: Float64Array;
  readonly smoothed: Float64Array;
}

export interface SessionStep {
  readonly state: SessionState;
  /** In the order of the frame's faces. */
  readonly faces: readonly FaceStep[];
}

/**
 * One more frame of a session: a pure function. The emotions of each face become a moving average,
 *
 *     smoothed = weight * new + (1 - weight) * history
 *
 * with the weight 0.2 where frames have no times, and otherwise the one that videos have (`smoothingWeight`). The first
 * sight is taken as it is; a frame without faces changes no average. A frame that comes after a later one has no weight:
 * it is answered with the history, and remembered is of it only that ids were given.
 *
 * @param picture size of the session's picture
 */
export function stepSession(
  state: SessionState,
  { tS, faces }: SessionFrame,
  picture: { readonly width: number; readonly height: number },
): SessionStep {
  const known = recogniseFaces(state.faces, faces, tS, picture);
  let { nextFaceId } = state;
  const steps = faces.map((face, i): FaceStep => {
    const emotions = exactEmotions(face);
    if (known[i] < 0) return { faceId: nextFaceId++, emotions, smoothed: emotions };
    const before = state.faces[known[i]];
    const weight = weightOf(state, before, tS);
    const smoothed = emotions.map((value, k) => weight * value + (1 - weight) * before.emotions[k]);
    return { faceId: before.faceId, emotions, smoothed };
  });
  if (isLate(state, tS)) return { state: { ...state, nextFaceId }, faces: steps };
  const seen = faces.map((face, i) => remember(face, steps[i], tS));
  const missing =
    faces.length === 0
      ? state.faces
      : state.faces.flatMap((one, i) => (known.includes(i) ? [] : miss(one, tS)));
  return { state: { lastS: tS, nextFaceId, faces: [...seen, ...missing] }, faces: steps };
}

const isLate = ({ lastS }: SessionState, tS: number | null): boolean =>
  tS !== null && lastS !== null && tS <= lastS;

function weightOf(state: SessionState, { seenS }: KnownFace, tS: number | null): number {
  const { alpha } = LIVE_OPTIONS.smoothing;
  if (tS === null || seenS === null) return alpha;
  return isLate(state, tS) ? 0 : smoothingWeight(alpha, tS - seenS);
}

const remember = (face: FaceObservation, { faceId, smoothed }: FaceStep, tS: number | null): KnownFace => ({
  faceId,
  region: face.region,
  appearance: Array.from(
    face.appearance,
    (value) => Math.round(value * APPEARANCE_DIGITS) / APPEARANCE_DIGITS,
  ),
  emotions: Array.from(smoothed),
  seenS: tS,
  missed: 0,
  missedSinceS: null,
});

/** A known face that a frame with faces did not show: nothing once it is forgotten. */
function miss(face: KnownFace, tS: number | null): KnownFace[] {
  const missed = face.missed + 1;
  const missedSinceS = face.missedSinceS ?? tS;
  const isForgotten =
    tS === null || missedSinceS === null
      ? missed >= FORGOTTEN_AFTER_FRAMES
      : tS - missedSinceS >= FORGOTTEN_AFTER_S;
  return isForgotten ? [] : [{ ...face, missed, missedSinceS }];
}
