import { type Emotion, EMOTIONS } from '@eyeline/contracts';
import fc from 'fast-check';

import { emotionVector, makeFace } from '../observations/observation.factory.js';
import { makeFaceMoment, makeMoment } from './frame-moment.factory.js';
import { type FaceMoment } from './frame-moment.js';
import { MAX_DISAGREEMENTS, measureAgreement, ModelComparison } from './model-comparison.js';

const MODEL = { role: 'emotion', name: 'other', version: '1.0.0', sha256: 'a'.repeat(64) } as const;

/** One look at a person; the networks say this of it. */
const look = (first: Emotion, second: Emotion, faceId = 1, quality = 0.8, sure = 1): FaceMoment => ({
  ...makeFaceMoment({ faceId }),
  observation: makeFace({
    emotions: emotionVector({ [first]: 1 }),
    comparedEmotions: new Float32Array(EMOTIONS.length)
      .fill((1 - sure) / 7)
      .map((value, i) => value + (EMOTIONS[i] === second ? sure : 0)),
    quality,
  }),
});

/** Looks at 5 frames a second, a list of faces each. */
function compare(frames: readonly (readonly FaceMoment[])[]) {
  const comparison = new ModelComparison();
  frames.forEach((faces, i) => comparison.add(makeMoment(i / 5, faces)));
  return comparison.result(MODEL);
}

describe('measureAgreement', () => {
  it("gives the kappa of Cohen's formula", () => {
    // by hand: 35 of 50 alike; chance 25/50 * 30/50 + 25/50 * 20/50 = 0.5
    const counts = [
      [20, 5],
      [10, 15],
    ];
    expect(measureAgreement(counts)).toEqual({
      ...{ observations: 50, agreement: 0.7 },
      kappa: expect.closeTo(0.4, 10),
    });
  });

  it('is 1 for equals, 0 for strangers, and nothing where there is nothing to tell', () => {
    const row = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, (rows, columns) => {
        const same = rows.map((n, i) => rows.map((_, k) => (i === k ? n : 0)));
        expect(measureAgreement(same).kappa).toBeCloseTo(1, 10);
        const strangers = rows.map((n) => columns.map((m) => n * m));
        expect(measureAgreement(strangers).kappa).toBeCloseTo(0, 10);
      }),
    );
    expect(
      measureAgreement([
        [7, 0],
        [0, 0],
      ]),
    ).toEqual({ observations: 7, agreement: 1, kappa: null });
    expect(measureAgreement([[0]])).toEqual({ observations: 0, agreement: null, kappa: null });
  });
});

describe('ModelComparison', () => {
  it('joins looks at one person that are read in the same different way', () => {
    const result = compare([
      [look('happy', 'happy'), look('sad', 'neutral', 2)],
      [look('happy', 'surprise'), look('sad', 'neutral', 2)],
      [look('happy', 'surprise'), look('sad', 'neutral', 2)],
      [look('happy', 'neutral')],
      [look('happy', 'happy')],
    ]);
    expect(result).toMatchObject({ model: MODEL, observations: 8, uncertain: 0, agreement: 0.25 });
    expect(result.disagreements_total).toBe(3);
    expect(result.disagreements).toEqual([
      { face_id: 2, start_s: 0, end_s: 0.6, emotion: 'sad', compared_emotion: 'neutral' },
      { face_id: 1, start_s: 0.2, end_s: 0.6, emotion: 'happy', compared_emotion: 'surprise' },
      { face_id: 1, start_s: 0.6, end_s: 0.8, emotion: 'happy', compared_emotion: 'neutral' },
    ]);
  });

  it('leaves out what either finds uncertain, which ends no stretch before a second', () => {
    const unsure = look('happy', 'sad', 1, 0.8, 0.3);
    const short = compare([[look('happy', 'sad')], [unsure], [], [look('happy', 'sad')]]);
    expect(short).toMatchObject({ observations: 2, uncertain: 1, disagreements_total: 1 });
    expect(short.disagreements).toMatchObject([{ start_s: 0, end_s: 0.8 }]);
    const blurred = look('happy', 'sad', 1, 0.1);
    const long = compare([
      [look('happy', 'sad')],
      ...Array<FaceMoment[]>(6).fill([blurred]),
      [look('happy', 'sad')],
    ]);
    expect(long).toMatchObject({ observations: 2, uncertain: 6, disagreements_total: 2 });
  });

  it('keeps the longest stretches and the count of all', () => {
    const stretches = 1000;
    const frames = Array.from({ length: stretches }, (_, i) => {
      const length = i === 321 ? 9 : 1 + (i % 2);
      return [...Array<FaceMoment[]>(length).fill([look('happy', 'sad')]), [look('happy', 'happy')]];
    }).flat();
    const result = compare(frames);
    expect(result.disagreements_total).toBe(stretches);
    expect(result.disagreements).toHaveLength(MAX_DISAGREEMENTS);
    const lengths = result.disagreements.map(({ start_s, end_s }) => Math.round((end_s - start_s) * 5));
    expect(lengths.filter((length) => length === 9)).toHaveLength(1);
    expect(Math.min(...lengths)).toBe(2);
    const starts = result.disagreements.map(({ start_s }) => start_s);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it('has nothing to say where nobody was asked or seen', () => {
    const none = { observations: 0, uncertain: 0, agreement: null, kappa: null, disagreements: [] };
    expect(compare([[], [makeFaceMoment({})]])).toMatchObject(none);
  });
});
