import { type FaceObservation, type FrameObservation, type LumaFrame } from '@eyeline/contracts';

import { type Face } from './analysers/face.js';
import { meanLuma } from './image/luma-image.js';

/** A frame whose mean luma (0-255) is below this, and in which no face is found, is too dark to say that nobody is there. */
export const DARK_MEAN_LUMA = 16;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What was found in one frame. */
export interface FoundFaces {
  readonly faces: readonly Face[];
  /** Beyond `max_faces`. */
  readonly dropped: number;
}

/** A frame with its faces, once all analysers have seen them -> its observation. */
export function toFrameObservation(
  frame: LumaFrame,
  source: Size,
  { faces, dropped }: FoundFaces,
): FrameObservation {
  const isDark = faces.length === 0 && meanLuma(frame) < DARK_MEAN_LUMA;
  return {
    tS: frame.tS,
    outcome: isDark ? 'skipped_dark' : 'analyzed',
    facesDropped: dropped,
    faces: faces.map((face) => toObservation(face, frame, source.width, source.height)),
  };
}

/** A face in pixels of the analysed picture -> its observation: region in source pixels and cut to the picture, points in units of the region. */
function toObservation(
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
    ...(face.comparedEmotions !== null && { comparedEmotions: face.comparedEmotions }),
    headPose: face.headPose,
    gaze: face.gaze,
    cameraAngleDeg: face.cameraAngleDeg,
    eyesOpen: face.eyesOpen,
    eyesReadable: face.eyesReadable,
    quality: face.quality,
    landmarks: face.points.map((value, i) => (i % 2 === 0 ? (value - left) / w : (value - top) / h)),
    appearance: face.appearance,
  };
}
