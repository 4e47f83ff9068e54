import { type LoadedModels } from '../../runtime/model-loader.js';
import { type Analyser } from '../face.js';
import { EmotionClassifier } from './emotion-classifier.js';

/** Seven probabilities from the crop in which eyes and mouth lie as in the training pictures. */
export function createEmotionAnalyser({ sessions }: LoadedModels): Analyser {
  const classifier = new EmotionClassifier(sessions.emotion);
  return async (faces) => {
    const emotions = await classifier.classify(faces.map(({ view, points }) => ({ ...view, points })));
    faces.forEach((face, i) => {
      face.emotions = emotions[i];
    });
  };
}
