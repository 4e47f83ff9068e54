import { type FaceObservation } from '@eyeline/contracts';

import { type LoadedModels } from '../runtime/model-loader.js';
import { pictureInput } from '../runtime/model-manifest.js';
import { createAppearanceAnalyser } from './appearance/appearance-analyser.js';
import { createComparisonAnalyser } from './emotion/comparison-analyser.js';
import { createEmotionAnalyser } from './emotion/emotion-analyser.js';
import { type Analyser } from './face.js';
import { createGazeAnalyser } from './gaze/gaze-analyser.js';
import { createHeadPoseAnalyser } from './head-pose/head-pose-analyser.js';
import { createLandmarkAnalyser } from './landmark-analyser.js';
import { createQualityAnalyser } from './quality/quality-analyser.js';

/** Comes from the detector, or along with another reading. */
type GivenOtherwise = 'region' | 'score' | 'cameraAngleDeg' | 'eyesOpen' | 'eyesReadable';

/** Every reading of a face needs an analyser: a new field of `FaceObservation` does not compile without one. */
export type AnalyserName = Exclude<keyof FaceObservation, GivenOtherwise>;

/** How each analyser is made, in the order in which they run: later ones read what earlier ones found. */
const ANALYSERS: Readonly<Record<AnalyserName, (models: LoadedModels) => Analyser>> = {
  landmarks: createLandmarkAnalyser,
  headPose: createHeadPoseAnalyser,
  gaze: createGazeAnalyser,
  emotions: createEmotionAnalyser,
  comparedEmotions: createComparisonAnalyser,
  quality: ({ sessions }) => createQualityAnalyser(cropSide(sessions.landmarks)),
  appearance: ({ sessions }) => createAppearanceAnalyser(cropSide(sessions.landmarks)),
};

export const createAnalysers = (models: LoadedModels): Analyser[] =>
  Object.values(ANALYSERS).map((create) => create(models));

const cropSide = ({ manifest }: LoadedModels['sessions']['landmarks']): number =>
  pictureInput(manifest).width ?? 0;
