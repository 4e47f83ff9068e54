import fc from 'fast-check';
import { EMOTIONS } from '@eyeline/contracts';

import { EmotionShares } from './emotion-shares.js';
import { makeFaceMoment } from './frame-moment.factory.js';

const sharesOf = (...faces: Parameters<EmotionShares['add']>[0][]) => {
  const shares = new EmotionShares();
  faces.forEach((face) => shares.add(face));
  return shares.result();
};

describe('EmotionShares', () => {
  it('gives zeros and nulls without a face', () => {
    const result = sharesOf();
    expect(result).toMatchObject({
      observations: 0,
      dominantEmotion: null,
      averageConfidenceScore: null,
      uncertainShare: null,
    });
    expect(Object.values(result.averageEmotionScores)).toEqual(Array(7).fill(0));
    expect(Object.values(result.meanEmotionProbabilities)).toEqual(Array(7).fill(0));
  });

  it('counts how often an emotion dominates, not how strong it is', () => {
    const calm = makeFaceMoment({ emotions: { neutral: 0.4, sad: 0.3, fear: 0.3 } });
    const glad = makeFaceMoment({ emotions: { happy: 1 } });
    const result = sharesOf(calm, calm, glad);
    expect(result.dominantEmotion).toBe('neutral');
    expect(result.averageEmotionScores).toMatchObject({ neutral: 66.67, happy: 33.33, sad: 0 });
    expect(result.meanEmotionProbabilities).toMatchObject({ happy: 0.3333, neutral: 0.2667, sad: 0.2 });
    expect(result.averageConfidenceScore).toBe(0.6);
  });

  it('lets the mean probability decide a tie', () => {
    const angry = makeFaceMoment({ emotions: { angry: 0.6, happy: 0.4 } });
    const glad = makeFaceMoment({ emotions: { happy: 0.9, angry: 0.1 } });
    expect(sharesOf(angry, glad).dominantEmotion).toBe('happy');
  });

  it('leaves out what is uncertain', () => {
    const glad = makeFaceMoment({ emotions: { happy: 1 } });
    const blurred = makeFaceMoment({ emotions: { fear: 1 }, uncertain: true });
    const result = sharesOf(glad, blurred, glad, blurred);
    expect(result).toMatchObject({ observations: 4, dominantEmotion: 'happy', uncertainShare: 0.5 });
    expect(result.averageEmotionScores).toMatchObject({ happy: 100, fear: 0 });
    expect(result.meanEmotionProbabilities).toMatchObject({ happy: 1, fear: 0 });
    expect(result.averageConfidenceScore).toBe(1);
  });

  it('takes what is uncertain where there is nothing else', () => {
    const blurred = makeFaceMoment({ emotions: { fear: 0.6, sad: 0.4 }, uncertain: true });
    const result = sharesOf(blurred, blurred);
    expect(result).toMatchObject({ dominantEmotion: 'fear', uncertainShare: 1, averageConfidenceScore: 0.6 });
    expect(result.averageEmotionScores.fear).toBe(100);
  });

  it('gives percents that add up to 100 within 0.05', () => {
    const emotions = fc.array(fc.constantFrom(...EMOTIONS), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(emotions, (dominant) => {
        const result = sharesOf(...dominant.map((emotion) => makeFaceMoment({ emotions: { [emotion]: 1 } })));
        const sum = Object.values(result.averageEmotionScores).reduce((a, b) => a + b);
        expect(Math.abs(sum - 100)).toBeLessThan(0.05);
      }),
    );
  });
});
