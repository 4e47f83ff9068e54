import { analysisOptionsSchema, type Report, toEmotionValues, type Video } from '@eyeline/contracts';

import { type NewAnalysis } from './analysis.repository.js';
import { createDatabase, type Database } from './create-database.js';
import { applyMigrations } from './migrations/apply-migrations.js';

export interface TwoPools {
  readonly database: Database;
  readonly other: Database;
  close(): Promise<void>;
}

/** Migrates an empty database and opens two pools on it, which stand for two processes; `close` drops it too. */
export async function openTwoPools(server: { url: string; drop(): Promise<void> }): Promise<TwoPools> {
  await applyMigrations(server.url);
  const database = createDatabase(server.url);
  const other = createDatabase(server.url);
  const close = async () => {
    await Promise.all([database.close(), other.close()]);
    await server.drop();
  };
  return { database, other, close };
}

/** What the API gives for a new analysis. */
export const input = (changes: Partial<NewAnalysis> = {}): NewAnalysis => ({
  projectId: 'default',
  tag: null,
  metadata: {},
  options: analysisOptionsSchema.parse({}),
  videoKey: 'analyses/an_x/video',
  videoBytes: 6_000_000_000,
  videoSha256: 'a'.repeat(64),
  ...changes,
});

export const video: Video = {
  duration_s: 19.69,
  width: 640,
  height: 360,
  fps: 23.976,
  codec: 'h264',
  rotation: 0,
  variable_frame_rate: false,
  size_bytes: 6_000_000_000,
  sha256: 'a'.repeat(64),
};

/** A report that its schema takes. */
export const report = (analysisId: string, note = ''): Report => ({
  analysis_id: analysisId,
  video,
  sampling: {
    fps: 5,
    frame_interval: null,
    frames_decoded: 0,
    frames_analyzed: 0,
    frames_skipped: 0,
    frames_failed: 0,
    segments: 1,
    gaps: [],
  },
  total_frames_analyzed: 0,
  frames_with_face: 0,
  overall_dominant_emotion: null,
  average_emotion_scores: toEmotionValues([1, 2, 3, 4, 5, 6, 7]),
  mean_emotion_probabilities: toEmotionValues([0, 0, 0, 0, 0, 0, 0]),
  average_confidence_score: null,
  uncertain_share: null,
  eye_contact_score: null,
  eye_contact: { score: null, unknown_share: null, longest_s: 0, episodes: [] },
  faces: [],
  episodes: [],
  timeline: [],
  models: [],
  engine: { version: note, execution_provider: 'cpu' },
  warnings: [],
});
