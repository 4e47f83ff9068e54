import { createTally, addTally, countReading } from './emotion-tally.js';
import { addDecisions, countDecision, createDecisions, measureDecisions } from './decisions.js';
import { measureEmotions } from './measure-emotions.js';

const [ANGRY, HAPPY, SAD] = [0, 3, 4];

/** The rest of the probability on the emotions shares itself among the others. */
const sure = (place: number, confidence: number): number[] =>
  Array.from({ length: 7 }, (_, i) => (i === place ? confidence : (1 - confidence) / 6));

describe('measureEmotions', () => {
  // happy: 3 right, 1 read as sad, 1 missed; sad: 1 right, 2 read as happy; angry: 1 read as happy
  const tally = createTally();
  for (const confidence of [0.95, 0.85, 0.62])
    countReading(tally, 'happy', { emotions: sure(HAPPY, confidence) });
  countReading(tally, 'happy', { emotions: sure(SAD, 0.65) });
  countReading(tally, 'happy', null);
  countReading(tally, 'sad', { emotions: sure(SAD, 0.91) });
  for (const confidence of [0.81, 0.55]) countReading(tally, 'sad', { emotions: sure(HAPPY, confidence) });
  countReading(tally, 'angry', { emotions: sure(HAPPY, 1) });
  const measures = measureEmotions(tally);

  it('counts what was read, and missed faces apart or as wrong', () => {
    expect(measures).toMatchObject({ read: 8, missed: 1, accuracy: 4 / 8 });
    expect(measures.withMissed.accuracy).toBe(4 / 9);
    expect(measures.confusion[HAPPY]).toEqual([0, 0, 0, 3, 1, 0, 0, 1]);
    expect(measures.confusion[ANGRY]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('gives precision, recall and F1 of each emotion', () => {
    expect(measures.perEmotion[HAPPY]).toEqual({
      ...{ emotion: 'happy', support: 4, precision: 3 / 6, recall: 3 / 4, f1: 6 / 10 },
    });
    expect(measures.perEmotion[SAD]).toMatchObject({
      support: 3,
      precision: 1 / 2,
      recall: 1 / 3,
      f1: 2 / 5,
    });
    expect(measures.perEmotion[ANGRY]).toMatchObject({ support: 1, precision: null, recall: 0, f1: 0 });
    expect(measures.perEmotion[1]).toMatchObject({ support: 0, precision: null, recall: null, f1: null });
  });

  it('takes the mean of F1 over the emotions that occur', () => {
    expect(measures.macroF1).toBeCloseTo((0.6 + 0.4 + 0) / 3, 12);
    // with the missed face happy has 2 * 3 / (6 + 5)
    expect(measures.withMissed.macroF1).toBeCloseTo((6 / 11 + 0.4 + 0) / 3, 12);
  });

  it('holds confidence against accuracy', () => {
    // [0.5, 0.6): 0.55, wrong; [0.6, 0.7): 0.62 right, 0.65 wrong; [0.8, 0.9): 0.85 right, 0.81 wrong;
    // [0.9, 1]: 0.95 right, 0.91 right, 1 wrong
    const gaps = [0.55, 0.62 + 0.65 - 1, 0.85 + 0.81 - 1, 0.95 + 0.91 + 1 - 2];
    expect(measures.calibrationError).toBeCloseTo(gaps.reduce((a, b) => a + b) / 8, 12);
    expect(measures.reliability.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 1, 2, 0, 2, 3]);
    expect(measures.reliability[9].accuracy).toBeCloseTo(2 / 3, 12);
    expect(measures.reliability[9].confidence).toBeCloseTo(2.86 / 3, 12);
    expect(measures.reliability[0]).toEqual({ from: 0, to: 0.1, count: 0, confidence: null, accuracy: null });
  });

  it('says how often what is called uncertain is right, and the rest', () => {
    const told = createTally();
    for (const uncertain of [true, true, false, false, false]) {
      countReading(told, 'happy', { emotions: sure(HAPPY, 0.9), uncertain });
    }
    countReading(told, 'sad', { emotions: sure(HAPPY, 0.4), uncertain: true });
    countReading(told, 'sad', { emotions: sure(HAPPY, 0.9), uncertain: false });
    addTally(told, tally);
    expect(measureEmotions(told).uncertain).toEqual({
      share: 3 / 7,
      accuracy: 2 / 3,
      accuracyOfOthers: 3 / 4,
    });
    expect(measures.uncertain).toEqual({ share: null, accuracy: null, accuracyOfOthers: null });
  });

  it('adds tallies up', () => {
    const both = createTally();
    addTally(both, tally);
    addTally(both, tally);
    expect(measureEmotions(both)).toMatchObject({ read: 16, missed: 2, accuracy: 0.5 });
    expect(measureEmotions(both).calibrationError).toBeCloseTo(measures.calibrationError!, 12);
  });

  it('says nothing of nothing', () => {
    expect(measureEmotions(createTally())).toMatchObject({
      ...{ read: 0, missed: 0, accuracy: null, macroF1: null, calibrationError: null },
    });
  });
});

describe('measureDecisions', () => {
  it('gives precision, recall and accuracy', () => {
    const tally = createDecisions();
    for (let i = 0; i < 6; i++) countDecision(tally, true, true);
    for (let i = 0; i < 2; i++) countDecision(tally, false, true);
    for (let i = 0; i < 4; i++) countDecision(tally, true, false);
    for (let i = 0; i < 8; i++) countDecision(tally, false, false);
    expect(measureDecisions(tally)).toMatchObject({ precision: 0.75, recall: 0.6, accuracy: 0.7 });
    const both = createDecisions();
    addDecisions(both, tally);
    addDecisions(both, tally);
    expect(both).toEqual({ truePositive: 12, falsePositive: 4, falseNegative: 8, trueNegative: 16 });
  });

  it('does not divide by nothing', () => {
    expect(measureDecisions(createDecisions())).toMatchObject({
      ...{ precision: null, recall: null, accuracy: null },
    });
  });
});
