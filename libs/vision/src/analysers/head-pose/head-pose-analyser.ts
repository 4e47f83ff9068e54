import { type Analyser } from '../face.js';
import { HeadPoseFitter } from './fit-head-pose.js';
import { multiply, rotationToPose, rotationToRay } from './rotation.js';

/** Yaw, pitch and roll in camera coordinates, from the pose against the ray to the face and the assumed lens. */
export function createHeadPoseAnalyser(): Analyser {
  const fitter = new HeadPoseFitter();
  return (faces) => {
    for (const face of faces) {
      const { pyramid, focalPx } = face.view;
      const { picture } = pyramid;
      const { x, y, w, h } = face.candidate;
      face.head = fitter.fit(face.points);
      face.rayRotation = rotationToRay(
        (x + w / 2 - picture.width / 2) / focalPx,
        (y + h / 2 - picture.height / 2) / focalPx,
      );
      face.headPose = rotationToPose(multiply(face.rayRotation, face.head.rotation));
    }
  };
}
