import { EMOTIONS, type Report, type TimelineBucket, toEmotionValues } from '@eyeline/contracts';

const at = (index: number, value: number) =>
  toEmotionValues(EMOTIONS.map((_, i) => (i === index ? value : (1 - value) / 6)));

/** A second of the timeline in which the emotion of that index prevails; null: nobody is seen. */
export const bucket = (second: number, emotion: number | null, eyeContactScore = 0): TimelineBucket => ({
  start_s: second,
  end_s: second + 1,
  faces: emotion === null ? 0 : 1,
  dominant_emotion: emotion === null ? null : EMOTIONS[emotion],
  mean_emotion_probabilities: emotion === null ? null : at(emotion, 0.7),
  eye_contact_score: emotion === null ? null : eyeContactScore,
});

/** A report of a video of so many seconds with so many people, complete and plausible. */
export function makeReport(seconds: number, people: number, changes: Partial<Report> = {}): Report {
  const faces = Array.from({ length: people }, (_, i) => ({
    face_id: i + 1,
    first_seen_s: (i * seconds) / (people * 2),
    last_seen_s: seconds - 0.2,
    frames: seconds * 5 - i,
    screen_share: 0.12,
    dominant_emotion: EMOTIONS[(i + 3) % EMOTIONS.length],
    average_emotion_scores: toEmotionValues([0, 5, 0, 55, 10, 5, 25]),
    mean_emotion_probabilities: at(3, 0.5),
    average_confidence_score: 0.71,
    uncertain_share: 0,
    eye_contact_score: 41.5,
    eye_contact_unknown_share: 0,
    blinks: null,
    mean_head_pose: { yaw: 4.2, pitch: -6.1, roll: 1.4 },
    quality: 0.83,
    thumbnail: null,
  }));
  const stretches = (face_id: number, everyS: number, lengthS: number) =>
    Array.from({ length: Math.floor(seconds / everyS) }, (_, i) => ({
      face_id,
      start_s: i * everyS + face_id / 10,
      end_s: i * everyS + face_id / 10 + lengthS,
    }));
  const episodes = faces.flatMap(({ face_id }) =>
    stretches(face_id, 3, 2.6).map((stretch, i) => ({
      ...stretch,
      emotion: EMOTIONS[(i * 2 + face_id) % EMOTIONS.length],
      mean_probability: 0.6,
    })),
  );
  const looks = faces.flatMap(({ face_id }) => stretches(face_id, 4, 1.5));
  return {
    analysis_id: 'an_1',
    video: {
      duration_s: seconds,
      width: 1920,
      height: 1080,
      fps: 29.97,
      codec: 'h264',
      rotation: 0,
      variable_frame_rate: false,
      size_bytes: 1_000_000,
      sha256: 'a'.repeat(64),
    },
    sampling: {
      fps: 5,
      frame_interval: null,
      frames_decoded: seconds * 5,
      frames_analyzed: seconds * 5,
      frames_skipped: 0,
      frames_failed: 0,
      segments: 1,
      gaps: [],
    },
    total_frames_analyzed: seconds * 5,
    frames_with_face: people === 0 ? 0 : seconds * 5 - 3,
    overall_dominant_emotion: people === 0 ? null : 'happy',
    average_emotion_scores: toEmotionValues(people === 0 ? [0, 0, 0, 0, 0, 0, 0] : [0, 5, 0, 55, 10, 5, 25]),
    mean_emotion_probabilities: toEmotionValues(
      people === 0 ? [0, 0, 0, 0, 0, 0, 0] : [0.02, 0.06, 0.01, 0.5, 0.13, 0.06, 0.22],
    ),
    average_confidence_score: people === 0 ? null : 0.71,
    uncertain_share: people === 0 ? null : 0.04,
    eye_contact_score: people === 0 ? null : 41.5,
    eye_contact: {
      score: people === 0 ? null : 41.5,
      unknown_share: people === 0 ? null : 0.02,
      longest_s: looks.length === 0 ? 0 : 1.5,
      episodes: looks,
    },
    faces,
    episodes,
    timeline: Array.from({ length: seconds }, (_, i) =>
      bucket(i, people === 0 || i % 11 === 10 ? null : Math.floor(i / 4) % 7, (i * 13) % 100),
    ),
    warnings: [],
    models: [
      { role: 'detector', name: 'face-detector-gray', version: '1', sha256: 'b'.repeat(64) },
      { role: 'emotion', name: 'emotion-s4-int8', version: '4', sha256: 'c'.repeat(64) },
    ],
    engine: { version: '0.1.0', execution_provider: 'cpu' },
    ...changes,
  };
}
