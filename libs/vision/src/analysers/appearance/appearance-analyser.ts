import { type Analyser } from '../face.js';
import { describeAppearance } from './describe-appearance.js';

/** A short vector that tells the people in one picture apart. */
export const createAppearanceAnalyser =
  (cropSide: number): Analyser =>
  (faces) => {
    for (const face of faces) describeAppearance(face.crop, cropSide, face.appearance);
  };
