import { applySoftmax, mapEmotions, placeLabels } from './map-emotions.js';

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

  it('gives what has another name to all seven alike', () => {
    const places = placeLabels(['happy', 'neutral', 'boredom', null]);
    expect(places).toEqual([3, 6, -1, null]);
    const mapped = mapEmotions(Float32Array.of(0.14, 0.06, 0.6, 0.2), places);
    expect(mapped[3]).toBeCloseTo((0.14 + 0.6 / 7) / 0.8);
    expect(mapped[0]).toBeCloseTo(0.6 / 7 / 0.8);
    expect(mapped.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1);
    // left out, it would have been happy with 0.7
    expect(Math.max(...mapped)).toBeLessThan(0.3);
  });
});

describe('applySoftmax', () => {
  it('makes probabilities of numbers of any size', () => {
    const [a, b] = applySoftmax(Float32Array.of(1000, 1000 - Math.log(3)));
    expect([a, b]).toEqual([expect.closeTo(0.75, 3), expect.closeTo(0.25, 3)]);
  });
});
