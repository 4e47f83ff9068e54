import { dominantEmotion, type Emotion, EMOTIONS, type FaceObservation } from '@eyeline/contracts';

import { isUncertain } from './uncertainty.js';

/** One face in one frame, with what the frames before it add. */
export interface FaceMoment {
  readonly faceId: number;
  readonly observation: FaceObservation;
  /** Seven probabilities in the order of `EMOTIONS` after the moving average. */
  readonly smoothed: Float64Array;
  readonly dominant: Emotion;
  /** Smoothed probability of the dominant emotion. */
  readonly confidence: number;
  /** False too where it is not known. */
  readonly eyeContact: boolean;
  /** The eyes cannot be read: it says nothing about eye contact. */
  readonly eyeContactUnknown: boolean;
  /** Its emotions count only where there is nothing better. */
  readonly uncertain: boolean;
}

/** @param eyeContactDeg half-angle of the cone around the camera that counts as eye contact */
export function toFaceMoment(
  faceId: number,
  observation: FaceObservation,
  smoothed: Float64Array,
  eyeContactDeg: number,
): FaceMoment {
  const dominant = dominantEmotion(smoothed);
  return {
    faceId,
    observation,
    smoothed,
    dominant,
    confidence: smoothed[EMOTIONS.indexOf(dominant)],
    eyeContact:
      observation.eyesReadable && observation.eyesOpen && observation.cameraAngleDeg <= eyeContactDeg,
    eyeContactUnknown: !observation.eyesReadable,
    uncertain: isUncertain(observation),
  };
}

/** One analysed frame: what every part of the report is folded from. */
export interface FrameMoment {
  readonly tS: number;
  /** Up to when the frame speaks for the video: one sampling step, or until the next frame or the end if earlier. */
  readonly untilS: number;
  /** In order of their ids. */
  readonly faces: readonly FaceMoment[];
}
