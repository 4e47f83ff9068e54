import { EMOTIONS, type EmotionValues } from '../emotions/emotions.js';
import { FaceSmoother, type SeenFace } from './smooth-faces.js';

const values = (happy: number): EmotionValues =>
  Object.fromEntries(
    EMOTIONS.map((name) => [name, name === 'happy' ? happy : (1 - happy) / 6]),
  ) as EmotionValues;

const face = (x: number, happy: number): SeenFace => ({
  region: { x, y: 0, w: 100, h: 100 },
  emotions: values(happy),
});

const happyOf = (smoothed: EmotionValues[]): number[] => smoothed.map(({ happy }) => happy);

describe('FaceSmoother', () => {
  it('takes the first sight as it is, and a fifth of the next one after 0.2 s', () => {
    const smoother = new FaceSmoother();
    expect(happyOf(smoother.take([face(0, 1)], 0))).toEqual([1]);
    expect(happyOf(smoother.take([face(5, 0)], 0.2))[0]).toBeCloseTo(0.8, 10);
  });

  it('comes to the same whether it saw one frame more or less on the way', () => {
    const [few, many] = [new FaceSmoother(), new FaceSmoother()];
    few.take([face(0, 1)], 0);
    for (const at of [0, 0.1, 0.2]) many.take([face(0, at === 0 ? 1 : 0)], at);
    expect(happyOf(few.take([face(0, 0)], 0.3))[0]).toBeCloseTo(happyOf(many.take([face(0, 0)], 0.3))[0], 10);
  });

  it('keeps two people apart, also when they come in another order', () => {
    const smoother = new FaceSmoother();
    smoother.take([face(0, 1), face(300, 0)], 0);
    expect(happyOf(smoother.take([face(300, 0), face(0, 1)], 0.2))).toEqual([0, 1]);
  });

  it('forgets who was away', () => {
    const smoother = new FaceSmoother();
    smoother.take([face(0, 1)], 0);
    smoother.take([], 3);
    expect(happyOf(smoother.take([face(0, 0)], 5.1))).toEqual([0]);
  });
});
