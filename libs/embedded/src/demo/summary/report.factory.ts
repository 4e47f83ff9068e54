import {
  type Analysis,
  EMOTIONS,
  type Emotion,
  type EmotionValues,
  type Report,
  type TimelineBucket,
} from '@eyeline/contracts';

/** Almost all on one emotion, the rest spread evenly. */
export function mostly(emotion: Emotion, share = 0.94): EmotionValues {
  const rest = (1 - share) / (EMOTIONS.length - 1);
  return Object.fromEntries(EMOTIONS.map((name) => [name, name === emotion ? share : rest])) as EmotionValues;
}

/** One second of a timeline; null: nobody seen. */
export const bucket = (second: number, emotion: Emotion | null, eyeContactScore = 0): TimelineBucket => ({
  start_s: second,
  end_s: second + 1,
  faces: emotion === null ? 0 : 1,
  dominant_emotion: emotion,
  mean_emotion_probabilities: emotion === null ? null : mostly(emotion),
  eye_contact_score: emotion === null ? null : eyeContactScore,
});

const percentages = (values: Partial<EmotionValues>): EmotionValues =>
  Object.fromEntries(EMOTIONS.map((emotion) => [emotion, values[emotion] ?? 0])) as EmotionValues;

/** One person for 20 s: sad, then happy and looking into the camera. */
export function makeReport(changes: Partial<Report> = {}): Report {
  const scores = percentages({ sad: 50, happy: 49.5, neutral: 0.5 });
  return {
    analysis_id: 'an_1',
    video: {
      duration_s: 20,
      width: 640,
      height: 360,
      fps: 23.976,
      codec: 'h264',
      rotation: 0,
      variable_frame_rate: false,
      size_bytes: 1000,
      sha256: 'abc',
    },
    sampling: {
      fps: 5,
      frame_interval: null,
      frames_decoded: 100,
      frames_analyzed: 100,
      frames_skipped: 0,
      frames_failed: 0,
      segments: 1,
      gaps: [],
    },
    total_frames_analyzed: 100,
    frames_with_face: 97,
    overall_dominant_emotion: 'sad',
    average_emotion_scores: scores,
    mean_emotion_probabilities: mostly('sad', 0.5),
    average_confidence_score: 0.8,
    uncertain_share: 0,
    eye_contact_score: 41.2,
    eye_contact: {
      score: 41.2,
      unknown_share: 0,
      longest_s: 3.4,
      episodes: [{ face_id: 1, start_s: 12, end_s: 15.4 }],
    },
    faces: [makeFace(1)],
    episodes: [],
    timeline: Array.from({ length: 20 }, (_, i) => bucket(i, i < 10 ? 'sad' : 'happy', i < 10 ? 0 : 100)),
    models: [],
    engine: { version: '0.1.0', execution_provider: 'cpu' },
    warnings: [],
    ...changes,
  };
}

export const makeFace = (faceId: number): Report['faces'][number] => ({
  face_id: faceId,
  first_seen_s: 0,
  last_seen_s: 19.6,
  frames: 97,
  screen_share: 0.2,
  dominant_emotion: 'sad',
  average_emotion_scores: percentages({ sad: 60, happy: 40 }),
  mean_emotion_probabilities: mostly('sad'),
  average_confidence_score: 0.8,
  uncertain_share: 0,
  eye_contact_score: 41.2,
  eye_contact_unknown_share: 0,
  blinks: null,
  mean_head_pose: { yaw: 0, pitch: 0, roll: 0 },
  quality: 0.8,
  thumbnail: null,
});

export const makeAnalysis = (): Analysis => ({
  id: 'an_1',
  object: 'analysis',
  status: 'completed',
  progress: 1,
  stage: 'completed',
  created_at: '2026-01-01T00:00:00.000Z',
  started_at: '2026-01-01T00:00:01.000Z',
  completed_at: '2026-01-01T00:00:01.500Z',
  expires_at: null,
  tag: null,
  metadata: {},
  options: {},
  video: null,
  error: null,
  links: { self: '', report: '', frames: '', events: '', dashboard: '' },
});
