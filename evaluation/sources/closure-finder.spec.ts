import { type Closure, ClosureFinder } from './closure-finder.js';

/** `x`: shut, `-`: not; a frame each. */
function find(frames: string, fps: number): readonly Closure[] {
  const finder = new ClosureFinder();
  [...frames].forEach((frame, i) => finder.add(i / fps, frame === 'x'));
  return finder.finish().map(({ startS, endS }) => ({
    startS: Math.round(startS * fps),
    endS: Math.round(endS * fps),
  }));
}

describe('ClosureFinder', () => {
  it.each([
    ['a frame is seen until the next one', '--x--', 25, [[2, 3]]],
    ['a run is one closure', '-xxx-', 25, [[1, 4]]],
    ['0.08 s between two join them', '-x--x-', 25, [[1, 5]]],
    ['0.12 s do not', '-x---x-', 25, [[1, 2], [5, 6]]], // prettier-ignore
    ['nor do 0.1 s, though times are rounded', '---x---x', 30, [[3, 4], [7, 8]]], // prettier-ignore
    ['eyes may stay shut to the end', '---xx', 25, [[3, 5]]],
    ['eyes may never shut', '-----', 25, []],
  ])('%s', (_what, frames, fps, closures) => {
    expect(find(frames, fps).map(({ startS, endS }) => [startS, endS])).toEqual(closures);
  });

  it('takes the time from the frames, however they come', () => {
    const finder = new ClosureFinder();
    finder.add(0, false);
    finder.add(0.05, true);
    finder.add(0.4, false);
    expect(finder.finish()).toEqual([{ startS: 0.05, endS: 0.4 }]);
    expect(new ClosureFinder().finish()).toEqual([]);
  });
});
