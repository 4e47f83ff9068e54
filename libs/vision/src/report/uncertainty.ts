import { type FaceObservation } from '@eyeline/contracts';

// Both bounds: below them the default network was wrong more often than right on the public split of FER2013 (votes of FER+),
// found in frames as evaluation/ does it, at 192 to 32 pixels and blurred: 44 % right below that quality, 34 % right in good
// pictures below that confidence.

/** Below this quality (0-1, docs/outputs.md) a face is too small, too blurred or too much turned away to be read. */
export const LEAST_QUALITY = 0.35;

/** Below this (calibrated) probability of the likeliest of seven emotions it is a guess between two or three. */
export const LEAST_CONFIDENCE = 0.5;

/** Whether an observation says too little about the emotion to be counted beside others. */
export const isUncertain = ({ emotions, quality }: Pick<FaceObservation, 'emotions' | 'quality'>): boolean =>
  quality < LEAST_QUALITY || Math.max(...emotions) < LEAST_CONFIDENCE;
