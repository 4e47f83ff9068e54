import { type DrawnReading } from '../sources/drawn-reading.js';
import {
  CONTACT,
  COUNT,
  type Found,
  GAZE,
  GAZE_YAW_BIAS,
  isFound,
  LANDMARKS,
  looks,
  MISSED,
  ofFound,
  PITCH_BIAS,
  POSE_ERRORS,
  PUPILS,
  YAW_BIAS,
} from './drawn-measures.js';
import { type Band, bandsOf, type Plot, shareOf, type Table, type TableForm, tabulate } from './table.js';

/** Poses beyond are drawn, and count everywhere but in the tables of pose. */
const MOST_YAW_DEG = 40;

/** Lids that are less shut than this show eyes that are simply open. */
const WIDE_OPEN = 0.3;

const WIDTHS: Band<DrawnReading>[] = bandsOf(
  [0, 30, 40, 55, 80, 120, 180, Infinity],
  ({ truth }) => truth.face_width_px,
  ' px',
);

const SIZES: readonly [string, (reading: Found) => boolean][] = [
  ['faces from 120 px', ({ truth }) => truth.face_width_px >= 120],
  ['55 to 120 px', ({ truth }) => truth.face_width_px >= 55 && truth.face_width_px < 120],
  ['below 55 px', ({ truth }) => truth.face_width_px < 55],
];

const isWithin = ({ truth }: DrawnReading): boolean => Math.abs(truth.head_pose_to_ray.yaw) <= MOST_YAW_DEG;

const isOpen = ({ truth }: DrawnReading): boolean => truth.lids_shut < WIDE_OPEN;

const saidOpen = ({ found }: Found): boolean => found.eyesOpen;

/** How far the eyes turn in their head, about. */
const eyesUp = ({ truth }: DrawnReading): number => truth.gaze_to_ray.pitch - truth.head_pose_to_ray.pitch;
const eyesAside = ({ truth }: DrawnReading): number => truth.gaze_to_ray.yaw - truth.head_pose_to_ray.yaw;

const FORMS: readonly TableForm<DrawnReading>[] = [
  {
    ...{ name: 'size', title: 'against the width of the face', rows: 'width of the face', bands: WIDTHS },
    measures: [COUNT, MISSED, ...POSE_ERRORS, GAZE[0], LANDMARKS[0], PUPILS],
  },
  {
    ...{ name: 'contact', title: 'eye contact', rows: 'width of the face', bands: WIDTHS, measures: CONTACT },
  },
  {
    ...{ name: 'eye-width', title: 'eye contact, by the eyes as the product sees them', only: isFound },
    ...{ rows: 'mean width of both eyes', measures: CONTACT },
    bands: bandsOf([0, 6, 8, 10, 12, 14, 16, 20, 30, Infinity], ({ found }) => found?.eyeWidth ?? NaN, ' px'),
  },
  {
    ...{
      name: 'angle',
      title: 'eye contact said of open eyes',
      rows: 'true angle to the camera',
      only: isOpen,
    },
    bands: bandsOf([0, 4, 8, 12, 16, 20, 25, 30, Infinity], ({ truth }) => truth.camera_angle_deg, '°'),
    measures: SIZES.map(([head, isIn]) =>
      ofFound(head, 'percent', (found) => shareOf(found.filter(isIn), looks)),
    ),
  },
  {
    ...{ name: 'yaw', title: 'against the yaw of the head', rows: 'true yaw to the camera', only: isWithin },
    bands: bandsOf([-40, -30, -20, -10, 0, 10, 20, 30, 40], ({ truth }) => truth.head_pose_to_ray.yaw, '°'),
    measures: [COUNT, MISSED, YAW_BIAS, ...POSE_ERRORS, GAZE[0], LANDMARKS[0]],
  },
  {
    ...{ name: 'pitch', title: 'against the pitch of the head', rows: 'true pitch to the camera' },
    ...{ only: isWithin, measures: [COUNT, MISSED, PITCH_BIAS, ...POSE_ERRORS, GAZE[0], LANDMARKS[0]] },
    bands: bandsOf([-25, -15, -5, 5, 15, 25], ({ truth }) => truth.head_pose_to_ray.pitch, '°'),
  },
  {
    ...{ name: 'aside', title: 'line of sight of open eyes, sideways', rows: 'eyes aside in the head' },
    ...{ only: isOpen, measures: [COUNT, GAZE[0], GAZE[1], GAZE_YAW_BIAS] },
    bands: bandsOf([-45, -20, -10, 0, 10, 20, 45], eyesAside, '°'),
  },
  {
    ...{ name: 'up', title: 'line of sight of open eyes, up and down', rows: 'eyes up in the head' },
    bands: bandsOf([-45, -15, -8, 0, 8, 45], eyesUp, '°'),
    only: isOpen,
    measures: [
      ...[COUNT, GAZE[0], GAZE[2], GAZE[3]],
      ofFound('said to be open', 'percent', (found) => shareOf(found, saidOpen)),
    ],
  },
  {
    ...{ name: 'lids', title: 'eyes said to be open', rows: 'lids shut' },
    bands: bandsOf([0, 0.15, 0.3, 0.5, 0.7, 1], ({ truth }) => truth.lids_shut),
    measures: [
      COUNT,
      ...SIZES.map(([head, isIn]) =>
        ofFound(head, 'percent', (found) => shareOf(found.filter(isIn), saidOpen)),
      ),
    ],
  },
  {
    ...{ name: 'light', title: 'against brightness', rows: 'mean luma of the face' },
    bands: bandsOf([0, 40, 70, 100, 140, 180, Infinity], ({ truth }) => truth.brightness),
    measures: [COUNT, MISSED, ...POSE_ERRORS.slice(0, 2), ...GAZE],
  },
  {
    ...{ name: 'glasses', title: 'against glasses', rows: 'glasses' },
    bands: [
      { label: 'none', holds: ({ truth }) => truth.glasses === null },
      { label: 'clear', holds: ({ truth }) => truth.glasses?.reflections === 0 },
      { label: 'with reflections', holds: ({ truth }) => (truth.glasses?.reflections ?? 0) > 0 },
    ],
    measures: [COUNT, MISSED, ...GAZE, PUPILS],
  },
  {
    ...{ name: 'points', title: 'landmarks', rows: 'width of the face', only: isWithin, bands: WIDTHS },
    measures: [...LANDMARKS, PUPILS],
  },
];

export const tabulateDrawn = (readings: readonly DrawnReading[]): Table[] =>
  FORMS.map((form) => tabulate(readings, form));

export const DRAWN_PLOTS: readonly Plot[] = [
  {
    ...{ name: 'size', title: 'Error (degrees) against the width of the face', table: 'size' },
    heads: ['yaw error', 'pitch error', 'roll error', 'gaze error'],
  },
  {
    ...{ name: 'contact', title: 'Eye contact against the width of the face', table: 'contact' },
    heads: ['looking', 'guessed: precision', 'recall, guessed', 'unknown'],
  },
  {
    ...{ name: 'angle', title: 'Eye contact said, by the true angle to the camera', table: 'angle' },
    heads: SIZES.map(([head]) => head),
  },
  {
    ...{ name: 'yaw', title: 'Head pose (degrees) against yaw', table: 'yaw' },
    heads: ['yaw bias', 'yaw error', 'pitch error', 'gaze error'],
  },
  {
    ...{ name: 'light', title: 'Error (degrees) against the mean luma of the face', table: 'light' },
    heads: ['yaw error', 'pitch error', 'gaze error'],
  },
];
