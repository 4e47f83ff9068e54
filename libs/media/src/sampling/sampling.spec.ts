import fc from 'fast-check';

import { cellOf, chooseSampling, pickTimes } from './sampling.js';

const whole = { startS: 0, endS: Infinity };

/** Times of a video with a constant rate. */
const regular = (fps: number, count: number): number[] => Array.from({ length: count }, (_, i) => i / fps);

describe('chooseSampling', () => {
  it('takes every frame for a rate of 0', () => {
    expect(chooseSampling({ sampling_fps: 0, frame_interval: null })).toEqual({
      kind: 'interval',
      frames: 1,
    });
    expect(chooseSampling({ sampling_fps: 5, frame_interval: null })).toEqual({ kind: 'rate', fps: 5 });
    expect(chooseSampling({ sampling_fps: null, frame_interval: 30 })).toEqual({
      kind: 'interval',
      frames: 30,
    });
  });
});

describe('pickTimes', () => {
  it('takes one frame a cell, the first', () => {
    const picked = pickTimes(regular(23.976, 472), { kind: 'rate', fps: 5 }, whole);
    expect(picked).toHaveLength(99);
    expect(new Set(picked.map((tS) => cellOf(tS, 5))).size).toBe(99);
  });

  it('takes every frame at the rate of the video, though its times are rounded', () => {
    const rounded = regular(30, 300).map((tS) => Math.round(tS * 1e9) / 1e9);
    expect(pickTimes(rounded, { kind: 'rate', fps: 30 }, whole)).toHaveLength(300);
  });

  it('takes every frame of a video slower than the rate', () => {
    expect(pickTimes(regular(2, 10), { kind: 'rate', fps: 5 }, whole)).toHaveLength(10);
  });

  it('counts every N-th frame from the start of the video, whatever the range', () => {
    const picked = pickTimes(regular(25, 505), { kind: 'interval', frames: 10 }, { startS: 3, endS: 5.4 });
    expect(picked).toEqual([3.2, 3.6, 4, 4.4, 4.8, 5.2]);
  });

  it('gives the same frames for pieces as for the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (steps, fps, border) => {
          let tS = 0;
          const times = steps.map((step) => (tS += step));
          const sampling = { kind: 'rate', fps } as const;
          const first = pickTimes(times, sampling, { startS: 0, endS: border });
          const second = pickTimes(times, sampling, { startS: border, endS: Infinity });
          expect([...first, ...second]).toEqual(pickTimes(times, sampling, whole));
        },
      ),
    );
  });
});
