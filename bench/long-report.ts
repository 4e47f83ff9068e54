import {
  EMOTIONS,
  type EmotionValues,
  type FrameRecord,
  type Report,
  toEmotionValues,
} from '@eyeline/contracts';

// A video that nobody has filmed: people in turns happy, sad and so on, each on a rhythm of their own. Report and frames
// have the shapes and sizes of real ones, and go together where the dashboard shows both.

export interface LongVideo {
  readonly faces: number;
  readonly frames: number;
  readonly framesPerS: number;
}

const EPISODE_S = 8;
const LOOK = { everyS: 10, lastsS: 3 };
const SIZE = { width: 1920, height: 1080 };

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Which of the seven emotions somebody shows in their episode number `episode`. */
const emotionOf = (faceId: number, episode: number): number =>
  (faceId * 5 + episode * 3 + (episode >> 2)) % EMOTIONS.length;

function probabilitiesAt(faceId: number, timeS: number): EmotionValues {
  const chosen = emotionOf(faceId, Math.floor(timeS / EPISODE_S));
  const share = round(0.7 + 0.2 * Math.sin(timeS + faceId));
  return toEmotionValues(EMOTIONS.map((_, index) => (index === chosen ? share : round((1 - share) / 6))));
}

const isLookingAt = (faceId: number, timeS: number): boolean => (timeS + faceId) % LOOK.everyS < LOOK.lastsS;

const EVEN: EmotionValues = toEmotionValues(EMOTIONS.map(() => round(1 / EMOTIONS.length)));
const EVEN_PERCENT: EmotionValues = toEmotionValues(EMOTIONS.map(() => round(100 / EMOTIONS.length)));

/** The lines of its `frames.ndjson`, some hundred at a time. */
export function* writeFrames({ faces, frames, framesPerS }: LongVideo): Generator<Buffer> {
  let lines: string[] = [];
  for (let frame = 0; frame < frames; frame++) {
    lines.push(JSON.stringify(frameAt(frame / framesPerS, faces)));
    if (lines.length < 200 && frame < frames - 1) continue;
    yield Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
  }
}

function frameAt(timeS: number, faces: number): FrameRecord {
  return {
    t_s: round(timeS),
    faces: Array.from({ length: faces }, (_, index) => {
      const faceId = index + 1;
      const emotions = probabilitiesAt(faceId, timeS);
      const chosen = EMOTIONS[emotionOf(faceId, Math.floor(timeS / EPISODE_S))];
      const turnDeg = round(20 * Math.sin(timeS / 3 + faceId));
      return {
        face_id: faceId,
        region: {
          x: round(40 + (index % 5) * 370 + 20 * Math.sin(timeS)),
          y: round(120 + Math.floor(index / 5) * 480 + 10 * Math.cos(timeS)),
          ...{ w: 210.5, h: 252.25 },
        },
        ...{ score: 0.9871, emotions, smoothed_emotions: emotions, dominant_emotion: chosen },
        ...{ confidence: emotions[chosen], uncertain: false },
        head_pose: { yaw: turnDeg, pitch: round(turnDeg / 4), roll: round(turnDeg / 8) },
        gaze: { yaw: round(turnDeg / 2), pitch: round(turnDeg / 5) },
        ...{ eyes_open: true, eye_contact: isLookingAt(faceId, timeS) },
        eye_contact_unknown: false,
      };
    }),
  };
}

/** Its report, with an entry of the timeline for each second and every episode of everybody. */
export function makeLongReport(analysisId: string, { faces, frames, framesPerS }: LongVideo): Report {
  const durationS = frames / framesPerS;
  const ids = Array.from({ length: faces }, (_, index) => index + 1);
  const byStart = (a: { start_s: number; face_id: number }, b: typeof a): number =>
    a.start_s - b.start_s || a.face_id - b.face_id;
  return {
    analysis_id: analysisId,
    video: {
      ...{ ...SIZE, duration_s: durationS, fps: 25, codec: 'h264', rotation: 0, variable_frame_rate: false },
      ...{ size_bytes: Math.round(durationS * 250_000), sha256: '0'.repeat(64) },
    },
    sampling: {
      ...{ fps: framesPerS, frame_interval: null, segments: 1, gaps: [] },
      ...{ frames_decoded: frames, frames_analyzed: frames, frames_skipped: 0, frames_failed: 0 },
    },
    ...{ total_frames_analyzed: frames, frames_with_face: frames },
    ...{ overall_dominant_emotion: 'neutral', average_emotion_scores: EVEN_PERCENT },
    ...{ mean_emotion_probabilities: EVEN, average_confidence_score: 0.7, uncertain_share: 0 },
    eye_contact_score: 30,
    eye_contact: {
      ...{ score: 30, unknown_share: 0, longest_s: LOOK.lastsS },
      episodes: ids.flatMap((faceId) => looksOf(faceId, durationS)).sort(byStart),
    },
    faces: ids.map((faceId) => ({
      ...{ face_id: faceId, first_seen_s: 0, last_seen_s: round(durationS), frames, screen_share: 0.026 },
      ...{ dominant_emotion: 'neutral' as const, average_emotion_scores: EVEN_PERCENT },
      ...{ mean_emotion_probabilities: EVEN, average_confidence_score: 0.7, uncertain_share: 0 },
      ...{ eye_contact_unknown_share: 0, blinks: null, eye_contact_score: 30 },
      ...{ mean_head_pose: { yaw: 4.1, pitch: -2.3, roll: 0.4 }, quality: 0.83 },
      thumbnail: null,
    })),
    episodes: ids.flatMap((faceId) => expressionsOf(faceId, durationS)).sort(byStart),
    timeline: Array.from({ length: Math.ceil(durationS) }, (_, second) => ({
      ...{ start_s: second, end_s: Math.min(durationS, second + 1), faces, eye_contact_score: 30 },
      dominant_emotion: EMOTIONS[emotionOf(1, Math.floor(second / EPISODE_S))],
      mean_emotion_probabilities: probabilitiesAt(1, second),
    })),
    models: [{ role: 'detector', name: 'of-the-bench', version: '1.0.0', sha256: '1'.repeat(64) }],
    engine: { version: '0.1.0', execution_provider: 'cpu' },
    warnings: [],
  };
}

const expressionsOf = (faceId: number, durationS: number): Report['episodes'] =>
  Array.from({ length: Math.ceil(durationS / EPISODE_S) }, (_, episode) => ({
    ...{ face_id: faceId, emotion: EMOTIONS[emotionOf(faceId, episode)], mean_probability: 0.7 },
    ...{ start_s: episode * EPISODE_S, end_s: round(Math.min(durationS, (episode + 1) * EPISODE_S)) },
  }));

const looksOf = (faceId: number, durationS: number): Report['eye_contact']['episodes'] =>
  Array.from({ length: Math.ceil(durationS / LOOK.everyS) }, (_, look) => {
    const startS = look * LOOK.everyS + ((LOOK.everyS - (faceId % LOOK.everyS)) % LOOK.everyS);
    return { face_id: faceId, start_s: startS, end_s: round(Math.min(durationS, startS + LOOK.lastsS)) };
  }).filter(({ start_s: startS }) => startS < durationS);
