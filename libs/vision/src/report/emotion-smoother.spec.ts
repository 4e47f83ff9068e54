import fc from 'fast-check';

import { emotionVector } from '../observations/observation.factory.js';
import { EmotionSmoother } from './emotion-smoother.js';

const happy = emotionVector({ happy: 1 });
const neutral = emotionVector({ neutral: 1 });
const HAPPY = 3;

/** `happy` over time after a first look that was neutral, at a sampling rate. */
function stepResponse(fps: number, durationS: number, alpha = 0.2): Map<string, number> {
  const smoother = new EmotionSmoother(alpha);
  smoother.add(1, 0, neutral);
  return new Map(
    Array.from({ length: durationS * fps }, (_, i) => {
      const tS = (i + 1) / fps;
      return [tS.toFixed(3), smoother.add(1, tS, happy)[HAPPY]];
    }),
  );
}

describe('EmotionSmoother', () => {
  it('is 0.2 new + 0.8 history at 5 observations a second, the first one as it is', () => {
    const smoother = new EmotionSmoother(0.2);
    expect([...smoother.add(1, 0, neutral)]).toEqual([...neutral]);
    expect(smoother.add(1, 0.2, happy)[HAPPY]).toBeCloseTo(0.2, 12);
    expect(smoother.add(1, 0.4, happy)[HAPPY]).toBeCloseTo(0.36, 12);
    expect(smoother.add(1, 0.6, neutral)[HAPPY]).toBeCloseTo(0.288, 12);
  });

  it('tells what it knows without changing it', () => {
    const smoother = new EmotionSmoother(0.2);
    expect(smoother.known(1)).toBeNull();
    smoother.add(1, 0, neutral);
    smoother.known(1)!.fill(7);
    expect([...smoother.known(1)!]).toEqual([...neutral]);
  });

  it('answers a step alike at 5, 10 and 25 frames/s', () => {
    const at5 = stepResponse(5, 3);
    for (const fps of [10, 25]) {
      const other = stepResponse(fps, 3);
      for (const [tS, value] of at5) expect(other.get(tS)).toBeCloseTo(value, 10);
    }
  });

  it('leaves a constant signal as it is at any times', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 20 }),
        (alpha, steps) => {
          const smoother = new EmotionSmoother(alpha);
          const signal = emotionVector({ sad: 0.25, neutral: 0.75 });
          let tS = 0;
          for (const step of steps) {
            const values = smoother.add(1, (tS += step), signal);
            values.forEach((value, i) => expect(value).toBeCloseTo(signal[i], 9));
          }
        },
      ),
    );
  });

  it('keeps probabilities that add up to 1', () => {
    const smoother = new EmotionSmoother(0.3);
    smoother.add(1, 0, emotionVector({ fear: 0.4, sad: 0.6 }));
    const values = smoother.add(1, 0.07, emotionVector({ happy: 0.9, angry: 0.1 }));
    expect(values.reduce((sum, value) => sum + value)).toBeCloseTo(1, 6);
  });

  it('has all but forgotten after a long absence', () => {
    const smoother = new EmotionSmoother(0.2);
    smoother.add(1, 0, neutral);
    expect(smoother.add(1, 60, happy)[HAPPY]).toBeGreaterThan(0.999999);
  });

  it('keeps people apart, and takes alpha 1 as no smoothing', () => {
    const smoother = new EmotionSmoother(1);
    smoother.add(1, 0, neutral);
    expect(smoother.add(2, 0.2, happy)[HAPPY]).toBe(1);
    expect(smoother.add(1, 0.2, happy)[HAPPY]).toBe(1);
  });
});
