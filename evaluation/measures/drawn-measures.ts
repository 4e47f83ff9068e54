import { analysisOptionsSchema } from '@eyeline/contracts';

import { type DrawnReading, type FoundFace } from '../sources/drawn-reading.js';
import { mean, type Measure, shareOf } from './table.js';

export type Found = DrawnReading & { readonly found: FoundFace };

const CONE_DEG = analysisOptionsSchema.parse({}).eye_contact_deg;

export const isFound = (reading: DrawnReading): reading is Found => reading.found !== null;

/** Whether the product, were it sure of the eyes, would say that they look into the camera. */
export const looks = ({ found }: Found): boolean => found.eyesOpen && found.cameraAngleDeg <= CONE_DEG;

/** Of the faces that were found. */
export function ofFound(
  head: string,
  unit: Measure<DrawnReading>['unit'],
  of: (found: readonly Found[]) => number | null,
): Measure<DrawnReading> {
  return { head, unit, of: (readings) => of(readings.filter(isFound)) };
}

const meanOf =
  (value: (found: FoundFace) => number) =>
  (readings: readonly Found[]): number | null =>
    mean(readings.map(({ found }) => value(found)));

export const COUNT: Measure<DrawnReading> = { head: 'pictures', unit: 'count', of: ({ length }) => length };
export const MISSED: Measure<DrawnReading> = {
  head: 'not found',
  unit: 'percent',
  of: (readings) => shareOf(readings, ({ found }) => found === null),
};

const AXES = [
  ['yaw', (found: FoundFace) => found.yawError],
  ['pitch', (found: FoundFace) => found.pitchError],
  ['roll', (found: FoundFace) => found.rollError],
] as const;

export const POSE_ERRORS = AXES.map(([axis, error]) =>
  ofFound(
    `${axis} error`,
    'degrees',
    meanOf((found) => Math.abs(error(found))),
  ),
);
export const YAW_BIAS = ofFound(
  'yaw bias',
  'signed degrees',
  meanOf(({ yawError }) => yawError),
);
export const PITCH_BIAS = ofFound(
  'pitch bias',
  'signed degrees',
  meanOf(({ pitchError }) => pitchError),
);

/** The first is the angle between the lines of sight. */
export const GAZE = [
  ofFound(
    'gaze error',
    'degrees',
    meanOf(({ gazeError }) => gazeError),
  ),
  ofFound(
    'sideways',
    'degrees',
    meanOf(({ gazeYawError }) => Math.abs(gazeYawError)),
  ),
  ofFound(
    'up and down',
    'degrees',
    meanOf(({ gazePitchError }) => Math.abs(gazePitchError)),
  ),
  ofFound(
    'bias up',
    'signed degrees',
    meanOf(({ gazePitchError }) => gazePitchError),
  ),
];

export const GAZE_YAW_BIAS = ofFound(
  'bias sideways',
  'signed degrees',
  meanOf(({ gazeYawError }) => gazeYawError),
);

export const LANDMARKS = (['all', 'outline', 'brows', 'nose', 'eyes', 'mouth'] as const).map((group) =>
  ofFound(
    group === 'all' ? '68 landmarks' : group,
    'percent',
    meanOf(({ landmarkErrors }) => landmarkErrors[group]),
  ),
);
export const PUPILS = ofFound(
  'pupils',
  'percent',
  meanOf(({ pupilError }) => pupilError),
);

const isKnown = ({ found }: Found): boolean => found.eyesReadable;

export const CONTACT: Measure<DrawnReading>[] = [
  ofFound('found', 'count', ({ length }) => length),
  ofFound('looking', 'percent', (found) => shareOf(found, ({ truth }) => truth.looking_at_camera)),
  ofFound('unknown', 'percent', (found) => shareOf(found, (one) => !isKnown(one))),
  ofFound('precision', 'percent', (found) => precision(found.filter(isKnown))),
  ofFound('recall', 'percent', (found) => recall(found.filter(isKnown))),
  ofFound('guessed: precision', 'percent', precision),
  ofFound('recall, guessed', 'percent', recall),
];

function precision(found: readonly Found[]): number | null {
  return shareOf(found.filter(looks), ({ truth }) => truth.looking_at_camera);
}

function recall(found: readonly Found[]): number | null {
  return shareOf(
    found.filter(({ truth }) => truth.looking_at_camera),
    looks,
  );
}
