import {
  ANALYSIS_STAGES,
  type AnalysisStage,
  type Problem,
  type Report,
  type Video,
} from '@eyeline/contracts';

import { firstJob } from './analysis-jobs.js';
import { toAnalysisRow } from './analysis-row.js';
import { onDatabase } from './database-errors.js';
import { type Prisma, type PrismaClient } from './generated/client.js';
import { toJson } from './json-column.js';
import { announceEnd, END_TRANSACTION } from './webhooks/announce-end.js';
import { OPEN } from './where-open.js';

/** One try of one analysis: what every write of a worker names. */
export interface AttemptId {
  readonly analysisId: string;
  readonly attempt: number;
}

/** What a worker has found out about the video and means to do with it. */
export interface PreparedVideo {
  readonly video: Video;
  readonly segments: number;
  /** How many frames sampling will ask for in all. */
  readonly framesExpected: number;
}

/** What a worker has fetched. */
export interface FetchedVideo {
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * What workers write. Every write is conditional: it counts only while the analysis is in that attempt and has not
 * ended, and the method says whether it did. Every method throws `database_unavailable` when there is no answer.
 */
export class AttemptRepository {
  /** @param webhookDelayS how long after an end its webhooks are first sent */
  constructor(
    private readonly client: PrismaClient,
    private readonly webhookDelayS: number,
  ) {}

  /** A worker has taken it up: `processing`, the stage unless it is further, and `startedAt` the first time. */
  start({ analysisId, attempt }: AttemptId, stage: 'fetching' | 'preparing' = 'preparing'): Promise<boolean> {
    return isWritten(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET status = 'processing', touched_at = now(),
               stage = CASE WHEN stage IN ('queued', 'fetching') THEN ${stage}::text ELSE stage END,
               started_at = COALESCE(started_at, now())
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /**
   * The video is there, fetched from its source: what it is, and the job that goes on with it, in one transaction. False
   * also when another worker was faster.
   */
  setFetched({ analysisId, attempt }: AttemptId, { sizeBytes, sha256 }: FetchedVideo): Promise<boolean> {
    return isWritten(() =>
      this.client.$transaction(async (transaction) => {
        const count = await transaction.$executeRaw`
          UPDATE analyses SET video_bytes = ${sizeBytes}::bigint, video_sha256 = ${sha256}, touched_at = now()
           WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')
             AND video_bytes IS NULL`;
        if (count === 1) {
          const record = await transaction.analysis.findUniqueOrThrow({ where: { id: analysisId } });
          await transaction.outboxEntry.create({ data: firstJob(toAnalysisRow(record)) });
        }
        return count;
      }),
    );
  }

  /** What a worker has found the video to hash to, where that was not known. */
  setVideoHash({ analysisId, attempt }: AttemptId, sha256: string): Promise<boolean> {
    return isWritten(
      () => this.client.$executeRaw`
        UPDATE analyses SET video_sha256 = ${sha256}
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /** May come again after a crash: frames that were counted meanwhile stay counted. */
  setPrepared(
    { analysisId, attempt }: AttemptId,
    { video, segments, framesExpected }: PreparedVideo,
  ): Promise<boolean> {
    return isWritten(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET video = ${JSON.stringify(video)}::json, segments = ${segments}, frames_expected = ${framesExpected},
               frames_done = CASE WHEN cardinality(frames_done) = ${segments} THEN frames_done
                                  ELSE array_fill(0, ARRAY[${segments}::int]) END
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /**
   * A sign of life of a worker, with what it is busy with. Stage and progress only ever move forward, whoever comes
   * late: what lies behind is left as it is, and is no failure.
   */
  advance(
    { analysisId, attempt }: AttemptId,
    { stage, progress = 0 }: { stage?: AnalysisStage; progress?: number } = {},
  ): Promise<boolean> {
    const stages: string[] = [...ANALYSIS_STAGES];
    return isWritten(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET touched_at = now(),
               progress = GREATEST(progress, LEAST(${progress}::float8, 1)),
               stage = CASE WHEN array_position(${stages}::text[], ${stage ?? null}::text)
                               > array_position(${stages}::text[], stage)
                            THEN ${stage ?? null}::text ELSE stage END
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /**
   * The same for a worker on one of several segments: progress goes from `from` to `to` with the frames that all of
   * them have looked at together.
   *
   * @param done frames that have been looked at of this segment, counted from its start
   */
  advanceSegment(
    { analysisId, attempt }: AttemptId,
    { segment, done, from, to }: { segment: number; done: number; from: number; to: number },
  ): Promise<boolean> {
    const place = segment + 1; // PostgreSQL counts from 1
    return isWritten(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET touched_at = now(),
               stage = CASE WHEN stage = 'preparing' THEN 'analyzing' ELSE stage END,
               frames_done[${place}] = GREATEST(frames_done[${place}], ${done}::int),
               progress = GREATEST(progress, ${from}::float8 + (${to}::float8 - ${from}::float8) * LEAST(1,
                 ((SELECT sum(n) FROM unnest(frames_done) n) + GREATEST(0, ${done}::int - frames_done[${place}]))
                   / GREATEST(frames_expected, 1)::float8))
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /**
   * The report, the status and what webhooks are told of it in one transaction, so that there is one of each or none. A
   * second call is false.
   */
  complete({ analysisId, attempt }: AttemptId, report: Report, expiresAt: Date): Promise<boolean> {
    return this.end(analysisId, async (transaction) => {
      const count = await transaction.$executeRaw`
        UPDATE analyses
           SET status = 'completed', stage = 'completed', progress = 1, completed_at = now(),
               expires_at = ${expiresAt}, source_url = NULL,
               video_expires_at = now() + make_interval(hours => 1) * (options->>'retain_video_hours')::float8
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`;
      if (count === 1)
        await transaction.report.create({ data: { analysisId, attempt, body: toJson(report) } });
      return count;
    });
  }

  /**
   * The error and what webhooks are told of it in one transaction.
   *
   * @param expiresAt when the row goes
   */
  fail({ analysisId, attempt }: AttemptId, error: Problem, expiresAt: Date): Promise<boolean> {
    return this.end(
      analysisId,
      (transaction) => transaction.$executeRaw`
        UPDATE analyses
           SET status = 'failed', stage = 'failed', error = ${JSON.stringify(error)}::json, completed_at = now(),
               expires_at = ${expiresAt},
               video_expires_at = now() + make_interval(hours => 1) * (options->>'retain_video_hours')::float8
         WHERE id = ${analysisId} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /** Whether the attempt is still the one to work on. */
  async isOpen({ analysisId, attempt }: AttemptId): Promise<boolean> {
    const where = { id: analysisId, attempt, ...OPEN };
    return (await onDatabase(() => this.client.analysis.count({ where }))) === 1;
  }

  private end(
    analysisId: string,
    write: (transaction: Prisma.TransactionClient) => PromiseLike<number>,
  ): Promise<boolean> {
    return isWritten(() =>
      this.client.$transaction(async (transaction) => {
        const count = await write(transaction);
        if (count === 1) await announceEnd(transaction, analysisId, this.webhookDelayS);
        return count;
      }, END_TRANSACTION),
    );
  }
}

async function isWritten(write: () => PromiseLike<number>): Promise<boolean> {
  return (await onDatabase(async () => write())) === 1;
}
