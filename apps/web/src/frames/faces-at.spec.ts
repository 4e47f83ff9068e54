import { type FrameRecord } from '@eyeline/client/browser';

import { EMOTIONS, type Emotion, type EmotionValues } from '../emotions/emotions.js';
import { facesAt, nearestFrame } from './faces-at.js';
import { FrameSeriesBuilder } from './frame-series-builder.js';

const mostly = (chosen: Emotion): EmotionValues =>
  Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, emotion === chosen ? 0.625 : 0.0625]),
  ) as EmotionValues;

const record = (timeS: number, people: Record<number, Emotion>): FrameRecord => ({
  t_s: timeS,
  faces: Object.entries(people).map(([id, emotion]) => ({
    face_id: Number(id),
    region: { x: Number(id) * 10, y: 1, w: 2, h: 3 },
    ...{ score: 1, confidence: 0.625, dominant_emotion: emotion },
    ...{ emotions: mostly('neutral'), smoothed_emotions: mostly(emotion) },
    ...{ uncertain: id === '2', eyes_open: true, eye_contact: id === '1', eye_contact_unknown: id === '2' },
    ...{ head_pose: { yaw: 0, pitch: 0, roll: 0 }, gaze: { yaw: 0, pitch: 0 } },
  })),
});

function seriesOf(records: readonly FrameRecord[]) {
  const builder = new FrameSeriesBuilder();
  for (const each of records) builder.add(each);
  return builder.finish();
}

describe('a series of frames', () => {
  const series = seriesOf([
    record(0, { 2: 'sad', 1: 'happy' }),
    record(0.2, {}),
    record(0.4, { 1: 'surprise' }),
  ]);

  it('holds each person by the frames in which they are seen', () => {
    expect([...series.frameTimesS]).toEqual([0, 0.2, 0.4]);
    expect(series.people.map(({ faceId, frames }) => [faceId, [...frames]])).toEqual([
      [1, [0, 2]],
      [2, [0]],
    ]);
  });

  it('tells who is seen at a time, with what and where', () => {
    expect(facesAt(series, 0.05, 0.15)).toEqual([
      {
        faceId: 1,
        region: [10, 1, 2, 3],
        emotion: 'happy',
        confidence: 0.625,
        hasEyeContact: true,
        isEyeContactUnknown: false,
        isUncertain: false,
      },
      {
        faceId: 2,
        region: [20, 1, 2, 3],
        emotion: 'sad',
        confidence: 0.625,
        hasEyeContact: false,
        isEyeContactUnknown: true,
        isUncertain: true,
      },
    ]);
    expect(facesAt(series, 0.21, 0.15)).toEqual([]);
    expect(facesAt(series, 0.39, 0.15).map(({ emotion }) => emotion)).toEqual(['surprise']);
    expect(facesAt(series, 9, 0.15)).toEqual([]);
  });

  it('keeps every one of many', () => {
    const many = seriesOf(Array.from({ length: 5000 }, (_, index) => record(index / 5, { 1: 'fear' })));
    expect(many.people[0].frames).toHaveLength(5000);
    expect(many.people[0].emotions).toHaveLength(35_000);
    expect(facesAt(many, 999.8, 0.1)).toHaveLength(1);
  });
});

describe('nearestFrame', () => {
  it.each([
    [0.09, 0],
    [0.11, 1],
    [0.9, 2],
    [1.1, 2],
    [1.2, -1],
    [-0.2, -1],
  ])('at %s s', (timeS, frame) => {
    expect(nearestFrame(Float64Array.from([0, 0.2, 1]), timeS, 0.15)).toBe(frame);
  });
});
