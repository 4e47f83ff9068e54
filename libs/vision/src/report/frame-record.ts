import { toEmotionValues, type FaceRecord, type FrameRecord } from '@eyeline/contracts';

import { type FaceMoment, type FrameMoment } from './frame-moment.js';
import { roundDegrees, roundPixels, roundProbability, roundSeconds } from './rounding.js';

/** The iBUG points come first in an observation's landmarks; the two pupils after them stay inside. */
const IBUG_POINTS = 68;

export interface FaceRecordOptions {
  readonly landmarks: boolean;
}

/** A moment as clients read it. */
export function toFrameRecord(frame: FrameMoment, options: FaceRecordOptions): FrameRecord {
  return { t_s: roundSeconds(frame.tS), faces: frame.faces.map((face) => toFaceRecord(face, options)) };
}

export function toFaceRecord(face: FaceMoment, options: FaceRecordOptions): FaceRecord {
  const { region, score, emotions, headPose, gaze, eyesOpen, landmarks } = face.observation;
  const probabilities = (values: ArrayLike<number>) =>
    toEmotionValues(Array.from(values, (value) => roundProbability(value)));
  return {
    face_id: face.faceId,
    region: {
      x: roundPixels(region.x),
      y: roundPixels(region.y),
      w: roundPixels(region.w),
      h: roundPixels(region.h),
    },
    score: roundProbability(score),
    emotions: probabilities(emotions),
    smoothed_emotions: probabilities(face.smoothed),
    dominant_emotion: face.dominant,
    confidence: roundProbability(face.confidence),
    uncertain: face.uncertain,
    head_pose: {
      yaw: roundDegrees(headPose.yawDeg),
      pitch: roundDegrees(headPose.pitchDeg),
      roll: roundDegrees(headPose.rollDeg),
    },
    gaze: { yaw: roundDegrees(gaze.yawDeg), pitch: roundDegrees(gaze.pitchDeg) },
    eyes_open: eyesOpen,
    eye_contact: face.eyeContact,
    eye_contact_unknown: face.eyeContactUnknown,
    ...(options.landmarks && { landmarks: toPoints(landmarks) }),
  };
}

function toPoints(landmarks: Float32Array): [number, number][] {
  return Array.from({ length: IBUG_POINTS }, (_, i) => [
    roundProbability(landmarks[2 * i]),
    roundProbability(landmarks[2 * i + 1]),
  ]);
}
