import { BlinkFinder } from './blink-finder.js';

const FPS = 20;

/** Blinks of lids at 20 frames/s, in frames; null: not seen. */
function blinksOf(...openings: readonly (number | null)[]) {
  const finder = new BlinkFinder();
  openings.forEach((opening, i) => {
    if (opening !== null) finder.add({ tS: i / FPS, untilS: (i + 1) / FPS, opening });
  });
  return finder.finish().map(({ startS, endS }) => [Math.round(startS * FPS), Math.round(endS * FPS)]);
}

const OPEN = new Array<number>(30).fill(0.3);
const shut = (frames: number): number[] => new Array<number>(frames).fill(0.05);

describe('BlinkFinder', () => {
  it('finds lids that fall, also where no frame shows them shut', () => {
    expect(blinksOf(...OPEN, 0.26, 0.19, 0.25, ...OPEN)).toEqual([[31, 32]]);
  });

  it.each([
    ['narrow', 0.5],
    ['wide', 1.3],
  ])('measures %s eyes by themselves', (_which, width) => {
    const lids = [...OPEN, 0.2, 0.1, ...OPEN].map((opening) => opening * width);
    expect(blinksOf(...lids)).toEqual([[30, 32]]);
  });

  it('takes eyes that grow narrower, and stay so, for open', () => {
    const narrow = new Array<number>(30).fill(0.17);
    expect(blinksOf(...OPEN, ...narrow, ...OPEN)).toEqual([]);
    expect(blinksOf(...Array.from({ length: 200 }, (_, i) => 0.32 - (i / 200) * 0.15))).toEqual([]);
  });

  it('finds no blink in what shut eyes seem to do', () => {
    expect(blinksOf(...shut(30).map((opening, i) => opening * (i % 5 === 0 ? 0.5 : 1)))).toEqual([]);
  });

  it('joins what a single open frame parts, and no more', () => {
    expect(blinksOf(...OPEN, ...shut(2), 0.3, ...shut(2), ...OPEN)).toEqual([[30, 35]]);
    expect(blinksOf(...OPEN, ...shut(2), 0.3, 0.3, ...shut(2), ...OPEN)).toEqual([[30, 32], [34, 36]]); // prettier-ignore
  });

  it('takes eyes that are kept shut for no blink', () => {
    expect(blinksOf(...OPEN, ...shut(9), ...OPEN)).toEqual([[30, 39]]);
    expect(blinksOf(...OPEN, ...shut(10), ...OPEN)).toEqual([]);
  });

  it('needs to see the eyes open on both sides', () => {
    expect(blinksOf(...shut(3), ...OPEN, ...shut(3))).toEqual([]);
    expect(blinksOf(...OPEN, null, null, 0.05, null, null, ...OPEN)).toEqual([[32, 33]]);
    expect(blinksOf(...OPEN, ...new Array<null>(9).fill(null), 0.05, null, ...OPEN)).toEqual([]);
  });

  it('forgets what is long gone', () => {
    const finder = new BlinkFinder();
    for (let i = 0; i < 20_000; i++) {
      finder.add({ tS: i / FPS, untilS: (i + 1) / FPS, opening: i % 100 === 50 ? 0.05 : 0.3 });
    }
    expect((finder as unknown as { looks: unknown[] }).looks.length).toBeLessThanOrEqual(FPS + 2);
    expect(finder.finish()).toHaveLength(200);
  });
});
