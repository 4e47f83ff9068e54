import { type LoadedModels } from '../../runtime/model-loader.js';
import { type Analyser } from '../face.js';
import { openEmotionNetwork } from './emotion-classifier.js';

/** Seven probabilities from what the network's manifest asks for. */
export function createEmotionAnalyser({ sessions }: LoadedModels): Analyser {
  const read = openEmotionNetwork(sessions.emotion);
  return async (faces) => {
    const emotions = await read(faces);
    faces.forEach((face, i) => {
      face.emotions = emotions[i];
    });
  };
}
