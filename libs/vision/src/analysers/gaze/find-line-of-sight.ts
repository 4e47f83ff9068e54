import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { type Direction } from '../head-pose/rotation.js';
import { EYE_COLUMNS, EYE_ROWS, type EyePicture } from './eye-picture.js';

const DEG = Math.PI / 180;

/** How far eyes turn in their head, degrees, and the steps of the search. */
const MAX_SIDEWAYS_DEG = 40;
const MAX_UP_DEG = 20;
const MAX_DOWN_DEG = 25;
const FIRST_STEP_DEG = 5;
const FURTHER_STEPS_DEG = [2.5, 1.25, 0.6];

/**
 * Where the edge of the iris is looked at, to both sides: from a little above the middle to well below it. Above, lid
 * and lashes hide it.
 */
const EDGE_PLACES = 8;
const EDGE_FROM_DEG = -15;
const EDGE_TO_DEG = 50;

/** Radii between which luma has to rise across the edge. */
const INSIDE = 0.8;
const OUTSIDE = 1.2;

/** A single rise counts for no more than this share of the eye's contrast: a lash or the rim of glasses is not to decide. */
const MAX_RISE = 0.35;

/** What the dark inside of the iris weighs against its edge, and how bright a place may be before it stops to matter. */
const DARKNESS = 0.6;
const MAX_BRIGHTNESS = 0.6;

/** Pulls towards the pupils that the eye network saw (by squared half eye widths) and towards eyes at rest in their head (by squared sine). */
const PULL_TO_GUESS_X = 1;
const PULL_TO_GUESS_Y = 0.5;
const PULL_TO_REST_X = 0.25;
const PULL_TO_REST_Y = 0.3;

const EDGE = Array.from({ length: EDGE_PLACES }, (_, i) => {
  const angle = (EDGE_FROM_DEG + ((EDGE_TO_DEG - EDGE_FROM_DEG) * i) / (EDGE_PLACES - 1)) * DEG;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Places within the iris, in radii: flatter than a disc, because the lids cover its top and bottom. */
const INNER = [-0.6, -0.3, 0, 0.3, 0.6].flatMap((x) => [-0.3, 0, 0.3].map((y) => [x, y] as const));

/**
 * The line of sight that both eyes agree on: of all directions into which eyes can turn, the one that puts both irises,
 * whose size and paths are known from the head, where the picture is dark inside and grows brighter across their
 * edges (the integro-differential operator of Daugman 1993 along the visible arcs, for both eyes at once).
 *
 * @returns unit vector, measured against the ray from the camera to the face
 */
export function findLineOfSight(eyes: readonly EyePicture[], { rotation: r }: FittedHead): Direction {
  const total = eyes.reduce((sum, { weight }) => sum + weight, 0);
  let best = -Infinity;
  let bestSideways = 0;
  let bestUp = 0;
  let direction: Direction = [0, 0, -1];

  const tryOut = (sidewaysDeg: number, upDeg: number): void => {
    const sinUp = Math.sin(upDeg * DEG);
    const cosUp = Math.cos(upDeg * DEG);
    const sinSideways = Math.sin(sidewaysDeg * DEG);
    const x = sinSideways * cosUp;
    const y = -sinUp;
    const z = -Math.cos(sidewaysDeg * DEG) * cosUp;
    const gx = r[0] * x + r[1] * y + r[2] * z;
    const gy = r[3] * x + r[4] * y + r[5] * z;
    let score = -PULL_TO_REST_X * sinSideways * sinSideways - PULL_TO_REST_Y * sinUp * sinUp;
    for (const eye of eyes) score += (eye.weight / total) * scoreIris(eye, gx, gy);
    if (score <= best) return;
    best = score;
    bestSideways = sidewaysDeg;
    bestUp = upDeg;
    direction = [gx, gy, r[6] * x + r[7] * y + r[8] * z];
  };

  for (let sideways = -MAX_SIDEWAYS_DEG; sideways <= MAX_SIDEWAYS_DEG; sideways += FIRST_STEP_DEG) {
    for (let up = -MAX_DOWN_DEG; up <= MAX_UP_DEG; up += FIRST_STEP_DEG) tryOut(sideways, up);
  }
  for (const step of FURTHER_STEPS_DEG) {
    const [sideways, up] = [bestSideways, bestUp];
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) tryOut(sideways + i * step, up + j * step);
    }
  }
  return direction;
}

/** How much an eye looks as if its line of sight were (gx, gy): about 0 to 1. */
function scoreIris(eye: EyePicture, gx: number, gy: number): number {
  const { radius, luma, span } = eye;
  const column = eye.column + gx * eye.columnPerX + gy * eye.columnPerY;
  const row = eye.row + gx * eye.rowPerX + gy * eye.rowPerY;
  const limit = MAX_RISE * span;
  let rises = 0;
  for (const [cos, sin] of EDGE) {
    const inX = INSIDE * radius * cos;
    const outX = OUTSIDE * radius * cos;
    const inY = row + INSIDE * radius * sin;
    const outY = row + OUTSIDE * radius * sin;
    const left = sample(luma, column - outX, outY) - sample(luma, column - inX, inY);
    const right = sample(luma, column + outX, outY) - sample(luma, column + inX, inY);
    rises += Math.max(-limit, Math.min(limit, left)) + Math.max(-limit, Math.min(limit, right));
  }
  const brightest = eye.darkest + MAX_BRIGHTNESS * span;
  let inner = 0;
  for (const [x, y] of INNER) {
    inner += Math.min(brightest, sample(luma, column + x * radius, row + y * radius));
  }
  const darkness = 1 - (inner / INNER.length - eye.darkest) / span;
  const awayX = (column - eye.guessColumn) / (EYE_COLUMNS / 2);
  const awayY = (row - eye.guessRow) / (EYE_COLUMNS / 2);
  return (
    rises / (2 * EDGE_PLACES * span) +
    DARKNESS * darkness -
    PULL_TO_GUESS_X * awayX * awayX -
    PULL_TO_GUESS_Y * awayY * awayY
  );
}

/** Bilinear; places outside take the nearest pixel of the edge. */
function sample(luma: Float32Array, x: number, y: number): number {
  const column = x < 0 ? 0 : x > EYE_COLUMNS - 1.001 ? EYE_COLUMNS - 1.001 : x;
  const row = y < 0 ? 0 : y > EYE_ROWS - 1.001 ? EYE_ROWS - 1.001 : y;
  const x0 = column | 0;
  const y0 = row | 0;
  const fx = column - x0;
  const i = y0 * EYE_COLUMNS + x0;
  const upper = luma[i] + (luma[i + 1] - luma[i]) * fx;
  const lower = luma[i + EYE_COLUMNS] + (luma[i + EYE_COLUMNS + 1] - luma[i + EYE_COLUMNS]) * fx;
  return upper + (lower - upper) * (row - y0);
}
