import { type EmotionValues, type FrameRecord, type Report, toEmotionValues } from '@eyeline/contracts';

import { EXAMPLE_VIDEO } from './analysis.examples.js';
import { EXAMPLE_IDS } from './example-ids.js';

// Two seconds of a person who smiles, then looks away: small enough to read, and the numbers go together.
const SHARES: EmotionValues = toEmotionValues([0, 0, 0, 70, 0, 0, 30]);
const PROBABILITIES: EmotionValues = toEmotionValues([0.01, 0.01, 0.01, 0.6, 0.02, 0.03, 0.32]);
const SMILING: EmotionValues = toEmotionValues([0.01, 0, 0, 0.83, 0.02, 0.02, 0.12]);
const CALM: EmotionValues = toEmotionValues([0.01, 0.02, 0.02, 0.37, 0.02, 0.04, 0.52]);

export const EXAMPLE_REPORT: Report = {
  analysis_id: EXAMPLE_IDS.analysis,
  video: { ...EXAMPLE_VIDEO, duration_s: 2 },
  sampling: {
    ...{ fps: 5, frame_interval: null, segments: 1, gaps: [] },
    ...{ frames_decoded: 10, frames_analyzed: 10, frames_skipped: 0, frames_failed: 0 },
  },
  total_frames_analyzed: 10,
  frames_with_face: 10,
  overall_dominant_emotion: 'happy',
  average_emotion_scores: SHARES,
  mean_emotion_probabilities: PROBABILITIES,
  average_confidence_score: 0.72,
  uncertain_share: 0,
  eye_contact_score: 50,
  eye_contact: {
    score: 50,
    unknown_share: 0,
    longest_s: 1,
    episodes: [{ face_id: 1, start_s: 0, end_s: 1 }],
  },
  faces: [
    {
      ...{ face_id: 1, first_seen_s: 0, last_seen_s: 1.8, frames: 10, screen_share: 0.21 },
      dominant_emotion: 'happy',
      average_emotion_scores: SHARES,
      mean_emotion_probabilities: PROBABILITIES,
      average_confidence_score: 0.72,
      uncertain_share: 0,
      eye_contact_score: 50,
      eye_contact_unknown_share: 0,
      blinks: null,
      mean_head_pose: { yaw: 4, pitch: -6.1, roll: 2.2 },
      quality: 0.83,
      thumbnail: null,
    },
  ],
  episodes: [{ face_id: 1, emotion: 'happy', start_s: 0, end_s: 1.4, mean_probability: 0.79 }],
  timeline: [
    {
      ...{ start_s: 0, end_s: 1, faces: 1, dominant_emotion: 'happy', eye_contact_score: 100 },
      mean_emotion_probabilities: SMILING,
    },
    {
      ...{ start_s: 1, end_s: 2, faces: 1, dominant_emotion: 'neutral', eye_contact_score: 0 },
      mean_emotion_probabilities: CALM,
    },
  ],
  models: [
    {
      ...{ role: 'emotion', name: 'emotion-grey-64', version: '1.0.0' },
      sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
  ],
  comparison: {
    model: {
      ...{ role: 'emotion', name: 'emotion-grey-32', version: '1.0.0' },
      sha256: 'fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9',
    },
    ...{ observations: 10, uncertain: 0, agreement: 0.8, kappa: 0.55, disagreements_total: 1 },
    disagreements: [{ face_id: 1, start_s: 1, end_s: 1.4, emotion: 'happy', compared_emotion: 'neutral' }],
  },
  engine: { version: '0.1.0', execution_provider: 'cpu' },
  warnings: [],
};

export const EXAMPLE_FRAME: FrameRecord = {
  t_s: 0.2,
  faces: [
    {
      face_id: 1,
      region: { x: 212, y: 64, w: 180, h: 216 },
      score: 0.98,
      emotions: SMILING,
      smoothed_emotions: SMILING,
      dominant_emotion: 'happy',
      confidence: 0.83,
      uncertain: false,
      head_pose: { yaw: 3.1, pitch: -5.4, roll: 1.9 },
      gaze: { yaw: 2.2, pitch: -4 },
      eyes_open: true,
      eye_contact: true,
      eye_contact_unknown: false,
    },
  ],
};
