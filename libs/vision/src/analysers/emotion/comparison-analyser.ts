import { type LoadedModels } from '../../runtime/model-loader.js';
import { type Analyser } from '../face.js';
import { openEmotionNetwork } from './emotion-classifier.js';

/** What a second network says of the same faces; nothing where none was asked for. */
export function createComparisonAnalyser({ compared }: LoadedModels): Analyser {
  if (compared === null) return () => undefined;
  const read = openEmotionNetwork(compared.session);
  return async (faces) => {
    const emotions = await read(faces);
    faces.forEach((face, i) => {
      face.comparedEmotions = emotions[i];
    });
  };
}
