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
  /** Closures as short as a blink where there is none. */
  readonly wrong: number;
  /** Longer closures where there is none. */
  readonly wrongLong: number;
}

/** No blink takes longer. */
const LONGEST_BLINK_S = 0.5;

/** Times are rounded. */
const TOLERANCE_S = 1e-6;

/**
 * Holds the closures of one face against its blinks. A blink is found by a closure that overlaps it, a closure finds one
 * blink; where nothing is known of blinks, a closure says nothing.
 */
export function countBlinks(
  closures: readonly Stretch[],
  truth: { readonly blinks: readonly Stretch[]; readonly unknown: readonly Stretch[] },
): BlinkTally {
  const free = [...closures].sort((a, b) => a.endS - b.endS);
  let found = 0;
  for (const blink of [...truth.blinks].sort((a, b) => a.endS - b.endS)) {
    const place = free.findIndex((closure) => overlap(closure, blink));
    if (place === -1) continue;
    free.splice(place, 1);
    found++;
  }
  const judged = [...truth.blinks, ...truth.unknown];
  const wrong = closures.filter((closure) => !judged.some((stretch) => overlap(closure, stretch)));
  const short = wrong.filter(({ startS, endS }) => endS - startS <= LONGEST_BLINK_S + TOLERANCE_S);
  return {
    ...{ known: truth.blinks.length, found },
    ...{ wrong: short.length, wrongLong: wrong.length - short.length },
  };
}

const overlap = (a: Stretch, b: Stretch): boolean => a.startS < b.endS && b.startS < a.endS;

export function addBlinks(tallies: readonly BlinkTally[]): BlinkTally {
  const sum = (key: keyof BlinkTally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  return { known: sum('known'), found: sum('found'), wrong: sum('wrong'), wrongLong: sum('wrongLong') };
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
  measure('longer closures, false', 'count', ({ wrongLong }) => wrongLong),
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
