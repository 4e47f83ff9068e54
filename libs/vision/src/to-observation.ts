import { type FaceObservation } from '@eyeline/contracts';

import { type Face } from './analysers/face.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A face in pixels of the analysed picture -> its observation: region in source pixels and cut to the picture, points in units of the region. */
export function toObservation(
  face: Face,
  analysed: Size,
  sourceWidth: number,
  sourceHeight: number,
): FaceObservation {
  const { candidate } = face;
  const left = Math.max(0, candidate.x);
  const top = Math.max(0, candidate.y);
  const w = Math.max(1, Math.min(analysed.width, candidate.x + candidate.w) - left);
  const h = Math.max(1, Math.min(analysed.height, candidate.y + candidate.h) - top);
  const zoomX = sourceWidth / analysed.width;
  const zoomY = sourceHeight / analysed.height;
  return {
    region: { x: left * zoomX, y: top * zoomY, w: w * zoomX, h: h * zoomY },
    score: candidate.score,
    emotions: face.emotions,
    headPose: face.headPose,
    gaze: face.gaze,
    cameraAngleDeg: face.cameraAngleDeg,
    eyesOpen: face.eyesOpen,
    quality: face.quality,
    landmarks: face.points.map((value, i) => (i % 2 === 0 ? (value - left) / w : (value - top) / h)),
    appearance: face.appearance,
  };
}
