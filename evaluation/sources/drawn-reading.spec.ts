import { EMOTIONS, type FaceObservation } from '@eyeline/contracts';

import { tabulateDrawn } from '../measures/drawn-tables.js';
import { angleBetween, findDrawnFace, holdAgainst } from './drawn-reading.js';
import { type DrawnTruth } from './drawn-truth.js';

/** A face of 100 pixels at (200, 100), 100 pixels between the outer corners of its eyes. */
const TRUTH: DrawnTruth = {
  ...{ file: 'a.jpg', focal_px: 640, face_width_px: 100, distance_mm: 576, brightness: 120, glasses: null },
  ...{ head_pose: { yaw: 10, pitch: -5, roll: 2 }, head_pose_to_ray: { yaw: 12, pitch: -5 } },
  ...{ gaze: { yaw: 0, pitch: 0 }, gaze_to_ray: { yaw: 2, pitch: 0 }, camera_angle_deg: 2 },
  ...{ lids_shut: 0, eyes_open: true, looking_at_camera: true },
  pupils: [
    [230, 130],
    [270, 130],
  ],
  landmarks: Array.from({ length: 68 }, (_, i): [number, number] => [200 + i, 100 + (i % 10) * 10]),
};

/** What sees exactly that, every point moved to the right by so many pixels. */
function see(shift = 0, changes: Partial<FaceObservation> = {}): FaceObservation {
  const points = [...TRUTH.landmarks, ...TRUTH.pupils];
  const region = { x: 200, y: 100, w: 100, h: 100, ...changes.region };
  return {
    ...{ score: 1, quality: 1, eyesOpen: true, eyesReadable: true, cameraAngleDeg: 2 },
    ...{ headPose: { yawDeg: 10, pitchDeg: -5, rollDeg: 2 }, gaze: { yawDeg: 0, pitchDeg: 0 } },
    ...{ emotions: new Float32Array(EMOTIONS.length), appearance: new Float32Array(64) },
    landmarks: Float32Array.from(
      points.flatMap(([x, y]) => [(x + shift - region.x) / region.w, (y - region.y) / region.h]),
    ),
    ...{ ...changes, region },
  };
}

describe('holdAgainst', () => {
  it('finds no error in what is exactly right', () => {
    const found = holdAgainst(TRUTH, see());
    const { landmarkErrors, eyeWidth, ...rest } = found;
    expect(rest).toMatchObject({ yawError: 0, pitchError: 0, rollError: 0, gazeError: 0 });
    for (const error of [...Object.values(landmarkErrors), found.pupilError]) expect(error).toBeCloseTo(0, 4);
    expect(eyeWidth).toBeCloseTo(Math.hypot(3, 30), 3);
  });

  it('measures points by the distance of the outer corners, angles in degrees', () => {
    const found = holdAgainst(TRUTH, {
      ...see(5),
      headPose: { yawDeg: 7, pitchDeg: -1, rollDeg: 2 },
      gaze: { yawDeg: 3, pitchDeg: 4 },
    });
    expect(found).toMatchObject({ yawError: -3, pitchError: 4, gazeYawError: 3, gazePitchError: 4 });
    expect(found.gazeError).toBeCloseTo(5, 1);
    expect(found.landmarkErrors.mouth).toBeCloseTo(0.05, 4);
    expect(found.pupilError).toBeCloseTo(0.05, 4);
  });

  it('takes the right angle between looks, whatever the pitch', () => {
    expect(angleBetween([0, 0], [90, 0])).toBeCloseTo(90);
    expect(angleBetween([0, 80], [180, 80])).toBeCloseTo(20);
    expect(angleBetween([10, 0], [10.001, 0])).toBeCloseTo(0.001, 6);
  });
});

describe('findDrawnFace', () => {
  it('takes the nearest face around the eyes, and none beside them', () => {
    const wide = see(0, { region: { x: 140, y: 0, w: 300, h: 300 } });
    const beside = see(0, { region: { x: 400, y: 100, w: 100, h: 100 } });
    const right = see();
    expect(findDrawnFace(TRUTH, [beside, wide, right])).toBe(right);
    expect(findDrawnFace(TRUTH, [beside])).toBeNull();
    expect(findDrawnFace(TRUTH, [])).toBeNull();
  });
});

describe('tabulateDrawn', () => {
  const aside = { ...TRUTH, camera_angle_deg: 22, looking_at_camera: false };
  const tiny = { ...TRUTH, face_width_px: 25 };
  const tables = tabulateDrawn([
    { truth: TRUTH, found: holdAgainst(TRUTH, see()) },
    { truth: aside, found: holdAgainst(aside, see()) },
    { truth: aside, found: holdAgainst(aside, see(0, { cameraAngleDeg: 20 })) },
    { truth: TRUTH, found: holdAgainst(TRUTH, see(0, { eyesReadable: false, eyesOpen: false })) },
    { truth: tiny, found: null },
  ]);
  const cell = (name: string, label: string, head: string): number | null => {
    const table = tables.find((one) => one.name === name)!;
    const row = table.body.find((one) => one.label === label)!;
    return row.values[table.columns.findIndex((column) => column.head === head)];
  };

  it('counts faces that were not found, by their size', () => {
    expect(cell('size', '0 to 30 px', 'not found')).toBe(1);
    expect(cell('size', '80 to 120 px', 'not found')).toBe(0);
    expect(cell('size', 'all', 'pictures')).toBe(5);
  });

  it('judges eye contact where it is known, and as if nothing were unknown', () => {
    expect(cell('contact', 'all', 'looking')).toBe(2 / 4);
    expect(cell('contact', 'all', 'unknown')).toBe(1 / 4);
    expect([cell('contact', 'all', 'precision'), cell('contact', 'all', 'recall')]).toEqual([1 / 2, 1]);
    expect([cell('contact', 'all', 'guessed: precision'), cell('contact', 'all', 'recall, guessed')]).toEqual(
      [1 / 2, 1 / 2],
    );
    expect(cell('angle', '20 to 25°', '55 to 120 px')).toBe(1 / 2);
  });
});
