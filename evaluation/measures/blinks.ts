import { type Measure, type Table, tabulate } from './table.js';

/** Seconds; the end is not included. */
interface Stretch {
  readonly startS: number;
  readonly endS: number;
}

/** What was counted of blinks: events, not frames. */
export interface BlinkTally {
  /** Blinks that are known. */
  readonly known: number;
  readonly found: number;
  /** Found where there is none. */
  readonly wrong: number;
}

/**
 * Holds the blinks found of one person against those that are known. A blink is found by one that overlaps it, each once; where
 * nothing is known of blinks, finding one says nothing.
 */
export function countBlinks(
  found: readonly Stretch[],
  truth: { readonly blinks: readonly Stretch[]; readonly unknown: readonly Stretch[] },
): BlinkTally {
  const free = [...found].sort((a, b) => a.endS - b.endS);
  let right = 0;
  for (const blink of [...truth.blinks].sort((a, b) => a.endS - b.endS)) {
    const place = free.findIndex((one) => overlap(one, blink));
    if (place === -1) continue;
    free.splice(place, 1);
    right++;
  }
  const judged = [...truth.blinks, ...truth.unknown];
  const wrong = found.filter((one) => !judged.some((stretch) => overlap(one, stretch)));
  return { known: truth.blinks.length, found: right, wrong: wrong.length };
}

const overlap = (a: Stretch, b: Stretch): boolean => a.startS < b.endS && b.startS < a.endS;

export function addBlinks(tallies: readonly BlinkTally[]): BlinkTally {
  const sum = (key: keyof BlinkTally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return { known: sum('known'), found: sum('found'), wrong: sum('wrong') };
}

/** A clip whose blinks are known. */
export interface ClipBlinks {
  readonly clip: string;
  readonly tally: BlinkTally;
}

const measure = (
  head: string,
  unit: Measure<ClipBlinks>['unit'],
  of: (tally: BlinkTally) => number | null,
): Measure<ClipBlinks> => ({ head, unit, of: (clips) => of(addBlinks(clips.map(({ tally }) => tally))) });

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const MEASURES = [
  measure('blinks', 'count', ({ known }) => known),
  measure('found', 'count', ({ found }) => found),
  measure('false', 'count', ({ wrong }) => wrong),
  measure('precision', 'percent', ({ found, wrong }) => share(found, found + wrong)),
  measure('recall', 'percent', ({ known, found }) => share(found, known)),
  measure('F1', 'ratio', ({ known, found, wrong }) => share(2 * found, known + found + wrong)),
];

/** A row for each clip, in the order of their names, and one for all. */
export const tabulateBlinks = (clips: readonly ClipBlinks[]): Table =>
  tabulate(clips, {
    ...{ name: 'blinks', title: 'blinks', rows: 'clip', measures: MEASURES },
    bands: clips
      .map(({ clip }) => clip)
      .sort()
      .map((name) => ({ label: name, holds: ({ clip }) => clip === name })),
  });
