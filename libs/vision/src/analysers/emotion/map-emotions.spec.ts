import { mapEmotions } from './map-emotions.js';

describe('mapEmotions', () => {
  it('orders by label, leaves out what has none and adds up to 1', () => {
    // neutral, happy, surprise, sad, angry, disgust, fear, contempt -> places in EMOTIONS
    const labels = [6, 3, 5, 4, 0, 1, 2, null];
    const mapped = mapEmotions(Float32Array.of(0.2, 0.4, 0.04, 0.05, 0.01, 0.06, 0.04, 0.2), labels);
    expect(mapped[3]).toBeCloseTo(0.5);
    expect(mapped[6]).toBeCloseTo(0.25);
    expect(mapped[0]).toBeCloseTo(0.0125);
    expect(mapped.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
  });

  it('says nothing where all is left out', () => {
    const mapped = mapEmotions(Float32Array.of(0, 0, 1), [3, 6, null]);
    for (const value of mapped) expect(value).toBeCloseTo(1 / 7);
  });
});
