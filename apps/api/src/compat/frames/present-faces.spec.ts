import { EMOTIONS, type FaceRecord, type LiveFrameRecord, toEmotionValues } from '@eyeline/contracts';
import fc from 'fast-check';

import { toAnalyzeAnswer, toFacesAnswer, toPixels, toPredictAnswer } from './present-faces.js';

const SMOOTHED = toEmotionValues([0.01, 0.02, 0.03, 0.5, 0.04, 0.15, 0.25]);

const face = (changes: Partial<FaceRecord> = {}): FaceRecord => ({
  ...{ face_id: 1, region: { x: 10.4, y: 20.6, w: 30.2, h: 40.5 }, score: 0.9 },
  emotions: toEmotionValues([0.7, 0.1, 0, 0.1, 0.1, 0, 0]),
  ...{ smoothed_emotions: SMOOTHED, dominant_emotion: 'happy', confidence: 0.5, uncertain: false },
  ...{ head_pose: { yaw: 0, pitch: 0, roll: 0 }, gaze: { yaw: 0, pitch: 0 } },
  ...{ eyes_open: true, eye_contact: true, eye_contact_unknown: false, ...changes },
});
const record = (...faces: FaceRecord[]): LiveFrameRecord => ({ t_s: null, faces });
const other = face({ face_id: 2, dominant_emotion: 'neutral' });

it('/analyze has the first face in percent of the smoothed values', () => {
  expect(toAnalyzeAnswer(record(face(), other))).toEqual({
    detected: true,
    dominant_emotion: 'happy',
    emotions: Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 100 * SMOOTHED[emotion]])),
    region: { x: 10, y: 20, w: 30, h: 41 },
  });
  expect(toAnalyzeAnswer(record())).toEqual({
    ...{ detected: false, dominant_emotion: null, emotions: {}, region: null },
  });
});

it('/predict_emotion has all faces, under names with a capital', () => {
  const { faces } = toFacesAnswer(record(face(), other));
  expect(faces.map(({ emotion, confidence }) => [emotion, confidence])).toEqual([
    ['Happy', 0.5],
    ['Neutral', 0.25],
  ]);
  expect(Object.entries(faces[0].probabilities)).toEqual([
    ...[['Angry', 0.01] as const, ['Disgust', 0.02] as const, ['Fear', 0.03] as const],
    ...[['Happy', 0.5] as const, ['Sad', 0.04] as const, ['Surprise', 0.15] as const],
    ['Neutral', 0.25],
  ]);
  expect(toFacesAnswer(record())).toEqual({ faces: [] });
});

it('/predict has the first face, under names in capitals', () => {
  expect(toPredictAnswer(record(face(), other))).toEqual({
    emotion: 'HAPPY',
    confidence: 0.5,
    scores: {
      ...{ ANGRY: 0.01, DISGUST: 0.02, FEAR: 0.03, HAPPY: 0.5 },
      ...{ SAD: 0.04, SURPRISE: 0.15, NEUTRAL: 0.25 },
    },
  });
  expect(toPredictAnswer(record())).toEqual({ emotion: 'No face detected' });
});

it('a region of tenths that was cut to the picture is whole pixels of the picture', () => {
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  const side = fc.integer({ min: 16, max: 8192 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, share, share, (width, start, end) => {
      const [left, right] = [Math.min(start, end) * width, Math.max(start, end) * width];
      const span = { start: tenths(left), length: tenths(right - left) };
      const { x, y, w, h } = toPixels({ x: span.start, y: span.start, w: span.length, h: span.length });
      expect([x, w]).toEqual([y, h]);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(w).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(width);
      expect(Math.abs(x + w - right)).toBeLessThanOrEqual(1.2);
    }),
  );
});
