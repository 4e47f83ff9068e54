import fc from 'fast-check';

import { appearanceOf } from '../observations/observation.factory.js';
import { appearanceEvidence, AppearanceMemory, similarity } from './appearance.js';
import { APPEARANCE } from './tracking-parameters.js';

describe('appearanceEvidence', () => {
  it('is 9 (cosine - 0.32) a second later, within its bounds', () => {
    expect(appearanceEvidence(0.52, 1)).toBeCloseTo(1.8, 10);
    expect(appearanceEvidence(0.32, 1)).toBe(0);
    expect(appearanceEvidence(1, 1)).toBe(APPEARANCE.most);
    expect(appearanceEvidence(-1, 0.2)).toBe(APPEARANCE.least);
  });

  it('expects less likeness the more time has passed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 0.3, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (cosine, a, b) => {
          const [sooner, later] = [Math.min(a, b), Math.max(a, b)];
          expect(appearanceEvidence(cosine, later)).toBeGreaterThanOrEqual(
            appearanceEvidence(cosine, sooner) - 1e-9,
          );
        },
      ),
    );
  });
});

describe('AppearanceMemory', () => {
  it('averages, at unit length, and weighs the first two looks alike', () => {
    const memory = new AppearanceMemory(0, appearanceOf(1));
    memory.add(0.04, appearanceOf(2));
    expect(similarity(memory.mean, memory.mean)).toBeCloseTo(1, 10);
    expect(similarity(memory.mean, appearanceOf(1))).toBeCloseTo(Math.SQRT1_2, 10);
    expect(similarity(memory.mean, appearanceOf(2))).toBeCloseTo(Math.SQRT1_2, 10);
  });

  it('knows a person by the last look as well as by the usual one', () => {
    const memory = new AppearanceMemory(0, appearanceOf(1));
    for (let i = 1; i <= 20; i++) memory.add(i / 5, appearanceOf(1));
    memory.add(4.2, appearanceOf(2));
    expect(memory.evidence(4.4, appearanceOf(2))).toBe(APPEARANCE.most);
    expect(memory.evidence(4.4, appearanceOf(1))).toBe(APPEARANCE.most);
    expect(memory.evidence(4.4, appearanceOf(3))).toBeLessThan(-4);
  });
});
