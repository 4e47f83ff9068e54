import { type Analyser } from '../face.js';
import { directionAngles, rotate } from '../head-pose/rotation.js';
import { measureEyeWidth, measureOpening } from './eye-geometry.js';
import { EyePicture } from './eye-picture.js';
import { findLineOfSight } from './find-line-of-sight.js';
import { weighWithHead } from './weigh-with-head.js';

/**
 * Lids nearer together than this share of the eye's width hide half of the iris: closed, or turned down. A relaxed eye
 * has about 0.28, a closed one, as the eye network sees it, about 0.2.
 */
const MIN_OPENING = 0.235;

/** Eyes that are seen narrower than so many analysed pixels say nothing about where they look. */
const LEAST_EYE_WIDTH_PX = 12;

/** Line of sight, its angle to the camera, and whether the eyes are open and can be read. */
export function createGazeAnalyser(): Analyser {
  const eyes = [new EyePicture(), new EyePicture()];
  return (faces) => {
    for (const face of faces) {
      const { pyramid } = face.view;
      eyes[0].load(pyramid, face.points, 0, face.head);
      eyes[1].load(pyramid, face.points, 1, face.head);
      const eyeWidth = measureEyeWidth(face.points);
      const gaze = weighWithHead(findLineOfSight(eyes, face.head), face.head.rotation, eyeWidth);
      // gaze is measured against the ray to the face, on which the camera lies: no lens has to be assumed here
      face.cameraAngleDeg = (Math.acos(Math.min(1, Math.max(-1, -gaze[2]))) * 180) / Math.PI;
      face.gaze = directionAngles(rotate(face.rayRotation, gaze));
      face.eyesOpen = measureOpening(face.points, face.head) >= MIN_OPENING;
      face.eyesReadable = eyeWidth >= LEAST_EYE_WIDTH_PX;
    }
  };
}
