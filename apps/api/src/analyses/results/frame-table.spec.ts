import { type FaceRecord, toEmotionValues } from '@eyeline/contracts';

import { frameColumns, frameRows } from './frame-table.js';

const face: FaceRecord = {
  face_id: 3,
  region: { x: 1, y: 2, w: 3, h: 4 },
  score: 0.9,
  emotions: toEmotionValues([0, 0, 0, 1, 0, 0, 0]),
  smoothed_emotions: toEmotionValues([0, 0, 0, 0.5, 0.5, 0, 0]),
  dominant_emotion: 'happy',
  confidence: 0.5,
  uncertain: true,
  head_pose: { yaw: 1, pitch: 2, roll: 3 },
  gaze: { yaw: 4, pitch: 5 },
  eyes_open: true,
  eye_contact: false,
  eye_contact_unknown: true,
};

describe('the CSV table', () => {
  it('has a row for each face and a value in each column', () => {
    const rows = frameRows({ t_s: 0.2, faces: [face, { ...face, face_id: 4 }] });
    expect(rows.map((row) => row.face_id)).toEqual([3, 4]);
    expect(Object.keys(rows[0]).sort()).toEqual(frameColumns(false).sort());
    expect(rows[0]).toMatchObject({
      t_s: 0.2,
      emotion_happy: 1,
      smoothed_sad: 0.5,
      uncertain: true,
      gaze_pitch: 5,
      eyes_open: true,
    });
  });

  it('has no row for a frame without a face', () => {
    expect(frameRows({ t_s: 0, faces: [] })).toEqual([]);
  });

  it('has 136 more columns with landmarks', () => {
    const landmarks = Array.from({ length: 68 }, (_, i): [number, number] => [i, i + 0.5]);
    const [row] = frameRows({ t_s: 0, faces: [{ ...face, landmarks }] });
    expect(Object.keys(row).sort()).toEqual(frameColumns(true).sort());
    expect(frameColumns(true)).toHaveLength(frameColumns(false).length + 136);
    expect(row.landmark_67_y).toBe(67.5);
  });
});
