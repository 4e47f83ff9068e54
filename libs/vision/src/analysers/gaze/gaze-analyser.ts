import { LEFT_EYE, RIGHT_EYE } from '../../models/face-landmarks-70/landmark-points.js';
import { type Analyser } from '../face.js';
import { directionAngles, rotate } from '../head-pose/rotation.js';
import { combineEyes, readEye } from './eye-geometry.js';

/** Lids nearer together than this share of the eye's width: closed. A relaxed eye has about 0.27, a laughing one 0.15. */
export const MIN_OPENING = 0.12;

/** Line of sight, its angle to the camera, and whether the eyes are open. */
export const createGazeAnalyser = (): Analyser => (_view, faces) => {
  for (const face of faces) {
    const { gaze, opening } = combineEyes([
      readEye(face.points, RIGHT_EYE, -1, face.head),
      readEye(face.points, LEFT_EYE, 1, face.head),
    ]);
    // both are measured against the ray to the face, on which the camera lies: no lens has to be assumed here
    face.cameraAngleDeg = (Math.acos(-gaze[2]) * 180) / Math.PI;
    face.gaze = directionAngles(rotate(face.rayRotation, gaze));
    face.eyesOpen = opening >= MIN_OPENING;
  }
};
