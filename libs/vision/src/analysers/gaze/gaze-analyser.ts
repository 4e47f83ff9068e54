import { type Analyser } from '../face.js';
import { type Direction, directionAngles, forward, rotate } from '../head-pose/rotation.js';
import { LEAST_EYE_WIDTH_PX, measureEyeWidth, measureOpening, MIN_OPENING } from './eye-geometry.js';
import { readLineOfSight } from './read-line-of-sight.js';
import { weighWithHead } from './weigh-with-head.js';

/**
 * Eyes that are turned farther than this in their head, degrees, say nothing where they meet the camera, or miss it by little: how far differs
 * between people, and little of the white is left beside the iris. Who looks at somebody for more than a moment turns the head so
 * far that the eyes need not. Beyond the second angle they look elsewhere, whoever it is.
 */
const MOST_IN_HEAD_DEG = 15;
const NEAR_CAMERA_DEG = 20;

/** Line of sight, its angle to the camera, and whether the eyes are open and can be read. */
export function createGazeAnalyser(): Analyser {
  return (faces) => {
    for (const face of faces) {
      const eyeWidth = measureEyeWidth(face.points);
      const gaze = weighWithHead(readLineOfSight(face.points, face.head), face.head.rotation, eyeWidth);
      // gaze is measured against the ray to the face, on which the camera lies: no lens has to be assumed here
      face.cameraAngleDeg = angleDeg(-gaze[2]);
      face.gaze = directionAngles(rotate(face.rayRotation, gaze));
      face.eyesOpen = measureOpening(face.points, face.head) >= MIN_OPENING;
      const inHeadDeg = angleDeg(cosine(gaze, forward(face.head.rotation)));
      face.eyesReadable =
        eyeWidth >= LEAST_EYE_WIDTH_PX &&
        (inHeadDeg <= MOST_IN_HEAD_DEG || face.cameraAngleDeg > NEAR_CAMERA_DEG);
    }
  };
}

const cosine = (a: Direction, b: Direction): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const angleDeg = (cos: number): number => (Math.acos(Math.min(1, Math.max(-1, cos))) * 180) / Math.PI;
