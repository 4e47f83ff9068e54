import { EMOTIONS, type Emotion, type Measurements, toEmotionValues } from '@eyeline/contracts';

const VALUES = toEmotionValues(EMOTIONS.map(() => 1 / EMOTIONS.length));

const bucket = (startS: number, emotion: Emotion | null): Measurements['timeline'][number] => ({
  ...{ start_s: startS, end_s: startS + 1, faces: emotion === null ? 0 : 1, dominant_emotion: emotion },
  mean_emotion_probabilities: emotion === null ? null : VALUES,
  eye_contact_score: emotion === null ? null : startS % 2 === 0 ? 100 : 0,
});

/** Of a recording of ten seconds: sad for four, then happy for four, then nobody. */
export const createMeasurements = (changes: Partial<Measurements> = {}): Measurements => ({
  ...{ total_frames_analyzed: 50, frames_with_face: 40, overall_dominant_emotion: 'sad' },
  ...{ average_emotion_scores: VALUES, mean_emotion_probabilities: VALUES },
  ...{ average_confidence_score: 0.7, uncertain_share: 0, eye_contact_score: 41.2 },
  eye_contact: {
    ...{ score: 41.2, unknown_share: 0, longest_s: 1.4 },
    episodes: [{ face_id: 1, start_s: 6.2, end_s: 7.6 }],
  },
  faces: [
    {
      ...{ face_id: 1, first_seen_s: 0, last_seen_s: 7.8, frames: 40, screen_share: 0.2 },
      ...{ dominant_emotion: 'sad', average_emotion_scores: VALUES, mean_emotion_probabilities: VALUES },
      ...{ average_confidence_score: 0.7, uncertain_share: 0, eye_contact_score: 41.2 },
      ...{ eye_contact_unknown_share: 0, blinks: null, quality: 0.8, thumbnail: null },
      mean_head_pose: { yaw: 1, pitch: 2, roll: 3 },
    },
  ],
  episodes: [
    { face_id: 1, emotion: 'sad', start_s: 0, end_s: 3.8, mean_probability: 0.6 },
    { face_id: 1, emotion: 'happy', start_s: 4.2, end_s: 7.8, mean_probability: 0.7 },
  ],
  timeline: [
    ...[0, 1, 2, 3].map((startS) => bucket(startS, 'sad')),
    ...[4, 5, 6, 7].map((startS) => bucket(startS, 'happy')),
    ...[8, 9].map((startS) => bucket(startS, null)),
  ],
  warnings: [],
  ...changes,
});
