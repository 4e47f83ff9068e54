import { EMOTIONS, type FaceRecord, type FrameRecord } from '@eyeline/contracts';

/** iBUG points of a face when they were asked for. */
const LANDMARKS = 68;

/** The values of one row by column. */
export type FrameRow = Record<string, string | number | boolean>;

const PLACE = ['t_s', 'face_id', 'region_x', 'region_y', 'region_w', 'region_h', 'score'];
const EMOTION = [
  'dominant_emotion',
  'confidence',
  'uncertain',
  ...EMOTIONS.map((emotion) => `emotion_${emotion}`),
  ...EMOTIONS.map((emotion) => `smoothed_${emotion}`),
];
const DIRECTION = [
  'head_yaw',
  'head_pitch',
  'head_roll',
  'gaze_yaw',
  'gaze_pitch',
  'eyes_open',
  'eye_contact',
  'eye_contact_unknown',
];
const POINTS = Array.from({ length: LANDMARKS }, (_, i) => [`landmark_${i}_x`, `landmark_${i}_y`]).flat();

/** The columns of the tables (CSV, Parquet), in order: the members of a frame record, flat, one row for each face of each frame. */
export function frameColumns(landmarks: boolean): string[] {
  return [...PLACE, ...EMOTION, ...DIRECTION, ...(landmarks ? POINTS : [])];
}

/** The rows of one frame; none when nobody is in it. */
export function frameRows(frame: FrameRecord): FrameRow[] {
  return frame.faces.map((face) => toRow(frame.t_s, face));
}

function toRow(tS: number, face: FaceRecord): FrameRow {
  const row: FrameRow = {
    t_s: tS,
    face_id: face.face_id,
    region_x: face.region.x,
    region_y: face.region.y,
    region_w: face.region.w,
    region_h: face.region.h,
    score: face.score,
    dominant_emotion: face.dominant_emotion,
    confidence: face.confidence,
    uncertain: face.uncertain,
    head_yaw: face.head_pose.yaw,
    head_pitch: face.head_pose.pitch,
    head_roll: face.head_pose.roll,
    gaze_yaw: face.gaze.yaw,
    gaze_pitch: face.gaze.pitch,
    eyes_open: face.eyes_open,
    eye_contact: face.eye_contact,
    eye_contact_unknown: face.eye_contact_unknown,
  };
  for (const emotion of EMOTIONS) {
    row[`emotion_${emotion}`] = face.emotions[emotion];
    row[`smoothed_${emotion}`] = face.smoothed_emotions[emotion];
  }
  face.landmarks?.forEach(([x, y], i) => {
    row[`landmark_${i}_x`] = x;
    row[`landmark_${i}_y`] = y;
  });
  return row;
}
