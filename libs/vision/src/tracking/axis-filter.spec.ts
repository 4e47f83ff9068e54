import fc from 'fast-check';

import { correctAxis, predictAxis, type AxisState } from './axis-filter.js';

const still: AxisState = {
  position: 0,
  velocity: 0,
  positionVariance: 1,
  covariance: 0,
  velocityVariance: 4,
};

const closeTo = (a: AxisState, b: AxisState) => {
  for (const key of Object.keys(a) as (keyof AxisState)[]) expect(a[key]).toBeCloseTo(b[key], 6);
};

describe('the filter of one axis', () => {
  it('predicts by hand: variance 1 + 4 dt^2 + q dt^3 / 3', () => {
    const moving = { ...still, velocity: 3 };
    expect(predictAxis(moving, 2, 1.5)).toEqual({
      position: 6,
      velocity: 3,
      positionVariance: 1 + 4 * 4 + (1.5 * 8) / 3,
      covariance: 4 * 2 + (1.5 * 4) / 2,
      velocityVariance: 4 + 1.5 * 2,
    });
  });

  it('predicts the same in one step or in many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (steps, velocity) => {
          const start = { ...still, velocity };
          const inSteps = steps.reduce((state, dt) => predictAxis(state, dt, 0.7), start);
          closeTo(inSteps, predictAxis(start, steps.reduce((a, b) => a + b, 0), 0.7)); // prettier-ignore
        },
      ),
    );
  });

  it('meets a measurement of equal variance half-way and halves the variance', () => {
    expect(correctAxis(still, 10, 1)).toMatchObject({ position: 5, positionVariance: 0.5, velocity: 0 });
  });

  it('learns a steady velocity at any sampling rate', () => {
    for (const fps of [2, 5, 25]) {
      let state = still;
      for (let i = 1; i <= 5 * fps; i++) {
        state = correctAxis(predictAxis(state, 1 / fps, 0.1), (2 * i) / fps, 0.01);
      }
      expect(state.velocity).toBeCloseTo(2, 1);
      expect(state.position).toBeCloseTo(10, 1);
    }
  });
});
