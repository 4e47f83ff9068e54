import { type FaceRecord, type FrameRecord, type Region, toEmotionValues } from '@eyeline/contracts';

/** A happy face that looks 40 degrees to the right of the picture. */
export function makeFace(region: Region, changes: Partial<FaceRecord> = {}): FaceRecord {
  const emotions = toEmotionValues([0, 0, 0, 0.9, 0, 0, 0.1]);
  return {
    ...{ face_id: 1, region, score: 0.9, emotions, smoothed_emotions: emotions },
    ...{
      dominant_emotion: 'happy',
      confidence: 0.9,
      uncertain: false,
      eyes_open: true,
      eye_contact: false,
      eye_contact_unknown: false,
    },
    head_pose: { yaw: 0, pitch: 0, roll: 0 },
    gaze: { yaw: 40, pitch: 0 },
    ...changes,
  };
}

/** One face at each of these times. */
export async function* recordsOf(times: readonly number[], face: FaceRecord): AsyncGenerator<FrameRecord> {
  for (const t_s of times) yield await Promise.resolve({ t_s, faces: [face] });
}
