import { type FaceObservation } from '@eyeline/contracts';

import { type DrawnTruth } from './drawn-truth.js';

/** The outer corners of the eyes of the drawn face, which are the measure of its landmarks' errors. */
const OUTER_CORNERS_MM = 90;

/** Which of the 68 points belong together. */
export const LANDMARK_GROUPS = {
  outline: [0, 17],
  brows: [17, 27],
  nose: [27, 36],
  eyes: [36, 48],
  mouth: [48, 68],
} as const;

type LandmarkGroup = keyof typeof LANDMARK_GROUPS;

/** What was found of a drawn face, held against its truth. Errors are found minus true; degrees. */
export interface FoundFace {
  readonly yawError: number;
  readonly pitchError: number;
  readonly rollError: number;
  readonly gazeYawError: number;
  readonly gazePitchError: number;
  /** Between the lines of sight. */
  readonly gazeError: number;
  /** Mean distance by that of the outer corners of the eyes, were the face turned to the camera. */
  readonly landmarkErrors: Readonly<Record<LandmarkGroup | 'all', number>>;
  readonly pupilError: number;
  readonly eyesOpen: boolean;
  readonly cameraAngleDeg: number;
  /** Whether the product says anything about eye contact. */
  readonly eyesReadable: boolean;
  /** Mean width of both eyes as the product sees them, pixels of the picture. */
  readonly eyeWidth: number;
}

export interface DrawnReading {
  readonly truth: DrawnTruth;
  /** Null where the face was not found. */
  readonly found: FoundFace | null;
}

/**
 * Which of the faces that were found is the drawn one: the one around the point between its eyes, the nearest if there
 * are several.
 *
 * @returns null where it was not found
 */
export function findDrawnFace(
  { pupils }: DrawnTruth,
  faces: readonly FaceObservation[],
): FaceObservation | null {
  const [x, y] = [(pupils[0][0] + pupils[1][0]) / 2, (pupils[0][1] + pupils[1][1]) / 2];
  const around = faces.filter(
    ({ region }) => x > region.x && x < region.x + region.w && y > region.y && y < region.y + region.h,
  );
  const off = ({ region }: FaceObservation): number =>
    Math.hypot(region.x + region.w / 2 - x, region.y + region.h / 2 - y);
  return around.reduce<FaceObservation | null>(
    (best, face) => (best === null || off(face) < off(best) ? face : best),
    null,
  );
}

export function holdAgainst(truth: DrawnTruth, face: FaceObservation): FoundFace {
  const { region, headPose, gaze } = face;
  const points = Array.from({ length: 70 }, (_, i): [number, number] => [
    region.x + face.landmarks[2 * i] * region.w,
    region.y + face.landmarks[2 * i + 1] * region.h,
  ]);
  const unit = (OUTER_CORNERS_MM * truth.focal_px) / truth.distance_mm;
  const errors = truth.landmarks.map((point, i) => distance(point, points[i]) / unit);
  const pupilErrors = truth.pupils.map((point, i) => distance(point, points[68 + i]) / unit);
  const groups = Object.entries(LANDMARK_GROUPS).map(([name, range]) => [
    name,
    average(errors.slice(...range)),
  ]);
  return {
    yawError: headPose.yawDeg - truth.head_pose.yaw,
    pitchError: headPose.pitchDeg - truth.head_pose.pitch,
    rollError: headPose.rollDeg - truth.head_pose.roll,
    gazeYawError: gaze.yawDeg - truth.gaze.yaw,
    gazePitchError: gaze.pitchDeg - truth.gaze.pitch,
    gazeError: angleBetween([gaze.yawDeg, gaze.pitchDeg], [truth.gaze.yaw, truth.gaze.pitch]),
    landmarkErrors: { all: average(errors), ...Object.fromEntries(groups) } as FoundFace['landmarkErrors'],
    pupilError: average(pupilErrors),
    ...{ eyesOpen: face.eyesOpen, cameraAngleDeg: face.cameraAngleDeg, eyesReadable: face.eyesReadable },
    eyeWidth: (distance(points[36], points[39]) + distance(points[42], points[45])) / 2,
  };
}

/** Degrees between two directions that are given by yaw and pitch. */
export function angleBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const [ya, pa, yb, pb] = [...a, ...b].map((degrees) => (degrees * Math.PI) / 180);
  // the haversine formula: exact for small angles too
  const h = Math.sin((pa - pb) / 2) ** 2 + Math.cos(pa) * Math.cos(pb) * Math.sin((ya - yb) / 2) ** 2;
  return (2 * Math.asin(Math.min(1, Math.sqrt(h))) * 180) / Math.PI;
}

const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1]);

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
