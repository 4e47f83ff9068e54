import { toEmotionValues, type FaceObservation, type FaceRecord, type FrameRecord } from '@eyeline/contracts';

import { type FaceMoment, type FrameMoment, toFaceMoment } from './frame-moment.js';
import { roundDegrees, roundPixels, roundProbability, roundSeconds } from './rounding.js';

/** The iBUG points come first in an observation's landmarks; the two pupils after them stay inside. */
const IBUG_POINTS = 68;

/** A moment as clients read it. */
export function toFrameRecord(frame: FrameMoment, options: { readonly landmarks: boolean }): FrameRecord {
  return { t_s: roundSeconds(frame.tS), faces: frame.faces.map((face) => toFaceRecord(face, options)) };
}

/**
 * The faces of a picture that stands for itself, numbered from 1 in the order of the observations (the largest first);
 * there is nothing to smooth over.
 */
export function toFaceRecords(
  observations: readonly FaceObservation[],
  eyeContactDeg: number,
  options: { readonly landmarks: boolean },
): FaceRecord[] {
  return observations.map((observation, index) => {
    const smoothed = Float64Array.from(observation.emotions);
    return toFaceRecord(toFaceMoment(index + 1, observation, smoothed, eyeContactDeg), options);
  });
}

function toFaceRecord(face: FaceMoment, options: { readonly landmarks: boolean }): FaceRecord {
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
    head_pose: {
      yaw: roundDegrees(headPose.yawDeg),
      pitch: roundDegrees(headPose.pitchDeg),
      roll: roundDegrees(headPose.rollDeg),
    },
    gaze: { yaw: roundDegrees(gaze.yawDeg), pitch: roundDegrees(gaze.pitchDeg) },
    eyes_open: eyesOpen,
    eye_contact: face.eyeContact,
    ...(options.landmarks && { landmarks: toPoints(landmarks) }),
  };
}

function toPoints(landmarks: Float32Array): [number, number][] {
  return Array.from({ length: IBUG_POINTS }, (_, i) => [
    roundProbability(landmarks[2 * i]),
    roundProbability(landmarks[2 * i + 1]),
  ]);
}
