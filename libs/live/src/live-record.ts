import {
  analysisOptionsSchema,
  type FaceObservation,
  type LiveFrameRecord,
  toEmotionValues,
} from '@eyeline/contracts';
import { toFaceMoment, toFaceRecord } from '@eyeline/vision';

import { type Look } from './look.js';

/** What a picture is looked at with: as a video when nobody asks for something else. */
export const LIVE_OPTIONS = analysisOptionsSchema.parse({});

/** A face of a picture with the number it goes by. */
export interface LiveFace {
  readonly faceId: number;
  readonly observation: FaceObservation;
  /** Seven probabilities in the order of `EMOTIONS` that add up to 1. */
  readonly emotions: Float64Array;
  /** The same after smoothing. */
  readonly smoothed: Float64Array;
}

export interface RecordOptions {
  readonly landmarks: boolean;
}

/** The seven probabilities of an observation in double precision, adding up to 1. */
export function exactEmotions({ emotions }: FaceObservation): Float64Array {
  const values = Float64Array.from(emotions);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => value / sum);
}

/** Faces as clients read them. */
export function toLiveRecord(
  tS: number | null,
  faces: readonly LiveFace[],
  { landmarks }: RecordOptions,
): LiveFrameRecord {
  return {
    t_s: tS,
    faces: faces.map(({ faceId, observation, emotions, smoothed }) => {
      const moment = toFaceMoment(faceId, observation, smoothed, LIVE_OPTIONS.eye_contact_deg);
      return {
        ...toFaceRecord(moment, { landmarks }),
        // Not rounded: clients go on calculating with them.
        emotions: toEmotionValues(emotions),
        smoothed_emotions: toEmotionValues(smoothed),
        confidence: moment.confidence,
      };
    }),
  };
}

/** The record of a picture that stands for itself: faces numbered from 1, the largest first; nothing to smooth over. */
export function toLoneRecord({ observation }: Look, options: RecordOptions): LiveFrameRecord {
  const faces = observation.faces.map((face, i): LiveFace => {
    const emotions = exactEmotions(face);
    return { faceId: i + 1, observation: face, emotions, smoothed: emotions };
  });
  return toLiveRecord(null, faces, options);
}
