import { type LoadedModels } from '../../runtime/model-loader.js';
import { type Analyser } from '../face.js';
import { EmotionClassifier } from './emotion-classifier.js';
import { chooseCrop } from './emotion-crop.js';

/** Seven probabilities from the crop that the network's manifest asks for. */
export function createEmotionAnalyser({ sessions }: LoadedModels): Analyser {
  const classifier = new EmotionClassifier(sessions.emotion);
  const place = chooseCrop(sessions.emotion.manifest);
  return async (faces) => {
    const emotions = await classifier.classify(
      faces.map((face) => ({ pyramid: face.view.pyramid, frame: place(face) })),
    );
    faces.forEach((face, i) => {
      face.emotions = emotions[i];
    });
  };
}
