import { dominantEmotion, EMOTIONS, type Emotion } from '@eyeline/contracts';

import { emotionVector, makeFace } from '../observations/observation.factory.js';
import { type FaceMoment, type FrameMoment } from './frame-moment.js';

/** For specs: one face in one frame; `emotions` are the smoothed ones. */
export function makeFaceMoment(changes: {
  faceId?: number;
  emotions?: Partial<Record<Emotion, number>>;
  eyeContact?: boolean;
  eyeContactUnknown?: boolean;
  eyesOpen?: boolean;
  uncertain?: boolean;
}): FaceMoment {
  const smoothed = Float64Array.from(emotionVector(changes.emotions ?? { neutral: 1 }));
  const dominant = dominantEmotion(smoothed);
  return {
    faceId: changes.faceId ?? 1,
    observation: makeFace({ eyesOpen: changes.eyesOpen ?? true }),
    smoothed,
    dominant,
    confidence: smoothed[EMOTIONS.indexOf(dominant)],
    eyeContact: changes.eyeContact ?? false,
    eyeContactUnknown: changes.eyeContactUnknown ?? false,
    uncertain: changes.uncertain ?? false,
  };
}

/** For specs: an analysed frame that speaks for a fifth of a second. */
export const makeMoment = (tS: number, faces: readonly FaceMoment[], untilS = tS + 0.2): FrameMoment => ({
  tS,
  untilS,
  faces,
});
