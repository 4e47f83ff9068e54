import { addBoxTallies, type BoxTally, READINGS, SIZES } from './count-boxes.js';
import { type Measure, type Table, tabulate } from './table.js';

/** How many times smaller the frames are made in the middle of frames of their own size. */
export const SHRINKINGS = [1, 2, 4] as const;

/** So many frames are the unit of false faces where nobody is. */
const FRAMES = 500;

/** A clip whose boxes are known: what was counted at each of `SHRINKINGS`. */
export interface ClipBoxes {
  readonly clip: string;
  readonly tallies: readonly BoxTally[];
}

type BoxMeasure = Omit<Measure<ClipBoxes>, 'of'> & { readonly of: (tally: BoxTally) => number | null };

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const FOUND: readonly BoxMeasure[] = SIZES.slice(1).flatMap((to, band): BoxMeasure[] => {
  const size = to === Infinity ? `from ${SIZES[band]} px` : `${SIZES[band]} to ${to} px`;
  return [
    { head: `faces ${size}`, unit: 'count', of: ({ sizes }) => sizes[band].faces },
    ...READINGS.map((reading, i): BoxMeasure => {
      const shareOf = ({ sizes }: BoxTally): number | null => share(sizes[band].found[i], sizes[band].faces);
      return { head: reading, unit: 'percent', of: shareOf };
    }),
  ];
});

const FALSE: readonly BoxMeasure[] = [
  { head: 'frames of nobody', unit: 'count', of: ({ empty }) => empty },
  ...READINGS.map((reading, i): BoxMeasure => {
    const perFrames = ({ falseInEmpty, empty }: BoxTally): number | null =>
      share(FRAMES * falseInEmpty[i], empty);
    return { head: `false in ${FRAMES}, ${reading}`, unit: 'rate', of: perFrames };
  }),
  { head: 'other frames', unit: 'count', of: ({ peopled }) => peopled },
  ...READINGS.map((reading, i): BoxMeasure => {
    return { head: `false, ${reading}`, unit: 'count', of: ({ falseInPeopled }) => falseInPeopled[i] };
  }),
];

/** Of each shrinking what was found by size, and false faces: a row for each clip by its name, and one for all. */
export const tabulateBoxes = (clips: readonly ClipBoxes[]): Table[] =>
  SHRINKINGS.flatMap((times, i) => {
    const how = times === 1 ? '' : `, frames made ${times} times smaller`;
    const form = {
      rows: 'clip',
      bands: clips
        .map(({ clip }) => clip)
        .sort()
        .map((name) => ({ label: name, holds: ({ clip }: ClipBoxes) => clip === name })),
    };
    const measure = (measures: readonly BoxMeasure[]): Measure<ClipBoxes>[] =>
      measures.map(({ of, ...rest }) => ({
        ...rest,
        of: (items) => of(addBoxTallies(items.map(({ tallies }) => tallies[i]))),
      }));
    const [found, wrong] = [`found-${times}`, `false-${times}`];
    return [
      tabulate(clips, { ...form, name: found, title: `faces found${how}`, measures: measure(FOUND) }),
      tabulate(clips, { ...form, name: wrong, title: `false faces${how}`, measures: measure(FALSE) }),
    ];
  });
