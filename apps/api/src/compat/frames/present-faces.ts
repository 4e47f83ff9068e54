import { EMOTIONS, type FaceRecord, type LiveFrameRecord, type Region } from '@eyeline/contracts';

import { relabel, toPercent, toTitleCase, toUpperCase } from '../prototype-labels.js';
import {
  NO_FACE,
  type PrototypeAnalyze,
  type PrototypeFaces,
  type PrototypePredict,
} from './frames.schemas.js';

/** The largest face, in percent. */
export function toAnalyzeAnswer({ faces }: LiveFrameRecord): PrototypeAnalyze {
  if (faces.length === 0) return { detected: false, dominant_emotion: null, emotions: {}, region: null };
  const [{ dominant_emotion, smoothed_emotions: values, region }] = faces;
  const emotions = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, toPercent(values[emotion])]));
  return {
    detected: true,
    dominant_emotion,
    emotions: emotions as typeof values,
    region: toPixels(region),
  };
}

/** All faces, the largest first. */
export const toFacesAnswer = ({ faces }: LiveFrameRecord): PrototypeFaces => ({
  faces: faces.map((face) => ({
    emotion: toTitleCase(face.dominant_emotion),
    confidence: confidenceOf(face),
    probabilities: relabel(face.smoothed_emotions, toTitleCase),
    region: toPixels(face.region),
  })),
});

/** The largest face. */
export function toPredictAnswer({ faces }: LiveFrameRecord): PrototypePredict {
  if (faces.length === 0) return { emotion: NO_FACE };
  const [face] = faces;
  return {
    emotion: toUpperCase(face.dominant_emotion),
    confidence: confidenceOf(face),
    scores: relabel(face.smoothed_emotions, toUpperCase),
  };
}

/** What stands beside it in the same answer, to the last digit. */
const confidenceOf = ({ smoothed_emotions: values, dominant_emotion: emotion }: FaceRecord): number =>
  values[emotion];

/**
 * Whole pixels. A record's region ends inside the picture but for the rounding of its numbers to tenths, so that the
 * whole part of its right and lower border is inside.
 */
export function toPixels({ x, y, w, h }: Region): Region {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, w: Math.floor(x + w) - left, h: Math.floor(y + h) - top };
}
