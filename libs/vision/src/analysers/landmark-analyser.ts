import { EyeRefiner } from '../models/eye-7/eye-refiner.js';
import { FaceLandmarks } from '../models/face-landmarks-70/face-landmarks.js';
import { type LoadedModels } from '../runtime/model-loader.js';
import { type Analyser } from './face.js';

/** 68 points and pupils; the eyes are placed again twice, each time in a closer crop around what was found before. */
export function createLandmarkAnalyser({ sessions }: LoadedModels): Analyser {
  const landmarks = new FaceLandmarks(sessions.landmarks);
  const eyes = new EyeRefiner(sessions.eyes);
  return async (faces) => {
    const placed = faces.map(({ view: { pyramid }, candidate, points }) => ({ pyramid, candidate, points }));
    await landmarks.find(placed);
    faces.forEach((face, i) => {
      face.crop = landmarks.crop(i);
    });
    await eyes.refine(placed);
    await eyes.refine(placed);
  };
}
