import { EMOTIONS, type EmotionValues } from '../../emotions/emotions.js';
import { differencesOf, hasSameNetworks, hasSameSampling } from './differences.js';

const measured = (happy: number, eyeContact: number | null) => ({
  overall_dominant_emotion: 'happy' as const,
  eye_contact_score: eyeContact,
  average_emotion_scores: Object.fromEntries(
    EMOTIONS.map((emotion) => [emotion, { happy, neutral: 100 - happy }[emotion as string] ?? 0]),
  ) as EmotionValues,
});

describe('differencesOf', () => {
  it('tells what is more in the second, or less, the largest first', () => {
    expect(differencesOf(measured(80, 10), measured(60, 60))).toEqual([
      { what: 'eyeContact', points: 50 },
      { what: 'happy', points: -20 },
      { what: 'neutral', points: 20 },
    ]);
  });

  it('leaves out what is small', () => {
    expect(differencesOf(measured(80, 10), measured(76, 14.9))).toEqual([]);
  });

  it('compares nothing with nobody', () => {
    const nobody = { ...measured(0, null), overall_dominant_emotion: null };
    expect(differencesOf(measured(80, 10), nobody)).toEqual([]);
    expect(differencesOf(measured(80, null), measured(20, 50)).map(({ what }) => what)).toEqual([
      'happy',
      'neutral',
    ]);
  });
});

describe('what a comparison has to say of its two sides', () => {
  const model = (sha256: string) => ({ role: 'emotion' as const, name: 'n', version: '1', sha256 });

  it('whether other networks looked', () => {
    expect(hasSameNetworks({ models: [model('a')] }, { models: [model('a')] })).toBe(true);
    expect(hasSameNetworks({ models: [model('a')] }, { models: [model('b')] })).toBe(false);
  });

  it('whether they looked as often', () => {
    const sampled = (fps: number | null, interval: number | null) => ({
      sampling: {
        ...{ fps, frame_interval: interval, frames_decoded: 1, frames_analyzed: 1 },
        ...{ frames_skipped: 0, frames_failed: 0, segments: 1, gaps: [] },
      },
      video: {
        ...{ duration_s: 1, width: 1, height: 1, fps: 25, codec: 'h264', rotation: 0 },
        ...{ variable_frame_rate: false, size_bytes: 1, sha256: '' },
      },
    });
    expect(hasSameSampling(sampled(5, null), sampled(null, 5))).toBe(true);
    expect(hasSameSampling(sampled(0, null), sampled(25, null))).toBe(true);
    expect(hasSameSampling(sampled(5, null), sampled(null, 30))).toBe(false);
  });
});
