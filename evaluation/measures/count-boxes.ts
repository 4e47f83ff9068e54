import { type Region } from '@eyeline/contracts';

import { overlap } from '../../libs/vision/src/tracking/overlap.js';
import { takePairs } from '../../libs/vision/src/tracking/take-pairs.js';
import { SCORES } from '../../libs/vision/src/tracking/tracking-parameters.js';

/** What counts as seen: boxes from the scores at which the tracker keeps to a face, and follows a new one; and whom reports tell of. */
export const READINGS = [`found at ${SCORES.keep}`, `found at ${SCORES.start}`, 'followed'] as const;

/** Roots of areas that part faces by size, in pixels of the picture that is looked at; smaller ones are not asked for. */
export const SIZES = [20, 40, 80, Infinity] as const;

/** Known boxes from here on are faces; below, from the other one on, they are neither faces nor none. */
export const FACE_SCORE = 0.6;
export const DOUBT_SCORE = 0.3;

/** A face is found by a box that overlaps its own so far. */
export const FOUND_OVERLAP = 0.45;

/** A box that is known: pixels of the picture that it is in. */
export interface KnownBox extends Region {
  /** 0-1: how sure it is that this is a face. */
  readonly score: number;
}

/** Faces of one size; plain data. */
interface SizeTally {
  faces: number;
  /** Of them at each of `READINGS`. */
  readonly found: number[];
}

/** What was counted in frames whose faces are known; plain data. */
export interface BoxTally {
  /** Frames with a box in them that may be a face, and frames without. */
  peopled: number;
  empty: number;
  /** From each of `SIZES` to the next. */
  readonly sizes: readonly SizeTally[];
  /** Faces where there is none, at each of `READINGS`. */
  readonly falseInPeopled: number[];
  readonly falseInEmpty: number[];
}

const zeros = (): number[] => READINGS.map(() => 0);

export const createBoxTally = (): BoxTally => ({
  ...{ peopled: 0, empty: 0, falseInPeopled: zeros(), falseInEmpty: zeros() },
  sizes: SIZES.slice(1).map(() => ({ faces: 0, found: zeros() })),
});

/**
 * Holds the boxes that were seen in a frame against those that are known, in the same pixels. Each finds one face, those
 * that overlap best first.
 *
 * @param readings the boxes of each of `READINGS`
 */
export function countFrame(
  tally: BoxTally,
  known: readonly KnownBox[],
  readings: readonly (readonly Region[])[],
): void {
  const faces = known.filter(({ score }) => score >= FACE_SCORE);
  const doubts = known.filter(({ score }) => score >= DOUBT_SCORE && score < FACE_SCORE);
  const isEmpty = faces.length + doubts.length === 0;
  tally[isEmpty ? 'empty' : 'peopled']++;
  const sizes = faces.map((face) => sizeOf(tally, face));
  for (const size of sizes) if (size !== null) size.faces++;
  readings.forEach((seen, i) => {
    const pairs = matchBoxes(faces, seen);
    for (const which of pairs.keys()) {
      const size = sizes[which];
      if (size !== null) size.found[i]++;
    }
    const taken = new Set(pairs.values());
    const others = seen.filter((box, which) => !taken.has(which) && !doubts.some((one) => isSame(one, box)));
    tally[isEmpty ? 'falseInEmpty' : 'falseInPeopled'][i] += others.length;
  });
}

function sizeOf({ sizes }: BoxTally, { w, h }: Region): SizeTally | null {
  const size = Math.sqrt(w * h);
  const next = SIZES.findIndex((edge) => size < edge);
  return next === 0 ? null : sizes[next - 1];
}

/** Places of the faces that are found, with that of the box that finds each. */
function matchBoxes(faces: readonly Region[], seen: readonly Region[]): Map<number, number> {
  const pairs = faces
    .flatMap((face, from) => seen.map((box, to) => ({ from, to, shared: overlap(face, box) })))
    .filter(({ shared }) => shared >= FOUND_OVERLAP)
    .sort((a, b) => b.shared - a.shared);
  return takePairs(pairs);
}

const isSame = (a: Region, b: Region): boolean => overlap(a, b) >= FOUND_OVERLAP;

/** Of several clips together. */
export function addBoxTallies(tallies: readonly BoxTally[]): BoxTally {
  const sum = (count: (tally: BoxTally) => number): number =>
    tallies.reduce((total, tally) => total + count(tally), 0);
  const sumOfReadings = (counts: (tally: BoxTally) => readonly number[]): number[] =>
    READINGS.map((_, i) => sum((tally) => counts(tally)[i]));
  return {
    peopled: sum(({ peopled }) => peopled),
    empty: sum(({ empty }) => empty),
    sizes: SIZES.slice(1).map((_, band) => ({
      faces: sum(({ sizes }) => sizes[band].faces),
      found: sumOfReadings(({ sizes }) => sizes[band].found),
    })),
    falseInPeopled: sumOfReadings(({ falseInPeopled }) => falseInPeopled),
    falseInEmpty: sumOfReadings(({ falseInEmpty }) => falseInEmpty),
  };
}
