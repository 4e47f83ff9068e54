import { EMOTIONS, type EmotionValues } from '../emotions/emotions.js';
import { type PersonSeries } from '../frames/frame-series.js';
import { medianStep, pointsOfPerson, pointsOfTimeline } from './points.js';

const NEUTRAL = Object.fromEntries(
  EMOTIONS.map((emotion) => [emotion, emotion === 'neutral' ? 1 : 0]),
) as EmotionValues;

const bucket = (startS: number, isSeen: boolean) => ({
  start_s: startS,
  end_s: startS + 1,
  faces: isSeen ? 1 : 0,
  dominant_emotion: isSeen ? ('neutral' as const) : null,
  mean_emotion_probabilities: isSeen ? NEUTRAL : null,
  eye_contact_score: isSeen ? 0 : null,
});

/** NaN is never equal to itself. */
const neutralOf = (values: Float32Array): (number | null)[] =>
  Array.from({ length: values.length / 7 }, (_, row) => values[row * 7 + 6]).map((value) =>
    Number.isNaN(value) ? null : value,
  );

describe('pointsOfTimeline', () => {
  it('reaches to the edges of the time in which somebody is seen, and breaks where nobody is', () => {
    const { timesS, values } = pointsOfTimeline([
      bucket(0, true),
      bucket(1, true),
      bucket(2, false),
      bucket(3, true),
    ]);
    expect([...timesS]).toEqual([0, 0.5, 1.5, 2, 2.5, 3, 3.5, 4]);
    expect(neutralOf(values)).toEqual([1, 1, 1, 1, null, 1, 1, 1]);
  });

  it('is empty where nobody was seen', () => {
    expect(neutralOf(pointsOfTimeline([bucket(0, false)]).values)).toEqual([null]);
    expect(pointsOfTimeline([]).timesS).toHaveLength(0);
  });
});

describe('pointsOfPerson', () => {
  it('breaks where the person is missing for more than two frames', () => {
    const frameTimesS = Float64Array.from([0, 1, 2, 3, 4, 5, 6]);
    const frames = Uint32Array.from([0, 2, 5, 6]);
    const person: PersonSeries = {
      ...{ faceId: 1, frames, regions: new Float32Array(16) },
      ...{ hasEyeContact: new Uint8Array(4), isUncertain: new Uint8Array(4) },
      ...{ isEyeContactUnknown: new Uint8Array(4) },
      emotions: Float32Array.from([...frames].flatMap(() => [0, 0, 0, 0, 0, 0, 1])),
    };
    const { timesS, values } = pointsOfPerson(person, frameTimesS);
    expect([...timesS]).toEqual([0, 2, 3.5, 5, 6]);
    expect(neutralOf(values)).toEqual([1, 1, null, 1, 1]);
  });
});

describe('medianStep', () => {
  it('is the usual distance, whatever single ones are', () => {
    expect(medianStep(Float64Array.from([0, 0.2, 0.4, 30, 30.2]))).toBeCloseTo(0.2, 10);
    expect(medianStep(Float64Array.from([3]))).toBe(1);
  });
});
