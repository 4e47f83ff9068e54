import {
  type AnalysisOptions,
  type AnalysisStage,
  type AnalysisStatus,
  type metadataSchema,
  type Problem,
  type Video,
} from '@eyeline/contracts';
import { type z } from 'zod';

import { type Analysis } from './generated/client.js';

export type Metadata = z.infer<typeof metadataSchema>;

/** An analysis as the database keeps it. */
export interface AnalysisRow {
  readonly id: string;
  readonly projectId: string;
  readonly status: AnalysisStatus;
  readonly stage: AnalysisStage;
  /** 0-1; never goes back. */
  readonly progress: number;
  /** Counts the tries that a client asked for, from 1. */
  readonly attempt: number;
  /** Place in the line, 1 first: the priority of its jobs. */
  readonly turn: number;
  /** Pieces that the video is cut into; null until a worker has looked. */
  readonly segments: number | null;
  readonly tag: string | null;
  readonly metadata: Metadata;
  readonly options: AnalysisOptions;
  readonly videoKey: string;
  /** Null until a worker has fetched the video from its source. */
  readonly videoBytes: number | null;
  /** Where a worker fetches the video: a secret, as it may be signed. */
  readonly sourceUrl: string | null;
  /** Who is told of its end beside the project's endpoints. */
  readonly webhookUrl: string | null;
  /** The address under which its client knows the API. */
  readonly apiUrl: string | null;
  /** Lower-case hexadecimal; null until a worker has read what did not come through the API. */
  readonly videoSha256: string | null;
  readonly video: Video | null;
  readonly error: Problem | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  /** When the row goes, its report with it. */
  readonly expiresAt: Date | null;
  /** When the stored video goes, and when it went. */
  readonly videoExpiresAt: Date | null;
  readonly videoDeletedAt: Date | null;
}

/** What Prisma gives -> what callers know. The JSON columns hold what our own types were before they went in. */
export function toAnalysisRow(record: Analysis): AnalysisRow {
  const { framesDone, framesExpected, touchedAt, ...rest } = record; // the first three are between workers
  return {
    ...rest,
    stage: record.stage as AnalysisStage,
    metadata: record.metadata as Metadata,
    options: record.options as unknown as AnalysisOptions,
    videoBytes: record.videoBytes === null ? null : Number(record.videoBytes),
    video: record.video as unknown as Video | null,
    error: record.error as unknown as Problem | null,
  };
}
