import {
  ANALYSIS_STATUSES,
  type AnalysisOptions,
  type AnalysisStatus,
  AppError,
  type Report,
} from '@eyeline/contracts';

import { firstJob } from './analysis-jobs.js';
import { newAnalysisId } from './analysis-id.js';
import { type AnalysisRow, type Metadata, toAnalysisRow } from './analysis-row.js';
import { onDatabase } from './database-errors.js';
import { Prisma, type PrismaClient } from './generated/client.js';
import { toJson } from './json-column.js';
import { type AnswerToKeep, settleWithin } from './keyed-request.repository.js';
import { decodeCursor, encodeCursor } from './page-cursor.js';
import { hasNul } from './stored-text.js';
import { turnOf } from './turn.js';
import { announceEnd, END_TRANSACTION } from './webhooks/announce-end.js';
import { useUpload } from './upload.repository.js';
import { OPEN } from './where-open.js';

export interface NewAnalysis {
  /** Made by `newAnalysisId` when the caller needed it earlier, for the key of the upload. */
  readonly id?: string;
  readonly projectId: string;
  readonly tag: string | null;
  readonly metadata: Metadata;
  readonly options: AnalysisOptions;
  readonly videoKey: string;
  /** Null for one that a worker has to fetch. */
  readonly videoBytes: number | null;
  readonly sourceUrl?: string;
  /** Who is told of the end beside the project's endpoints. */
  readonly webhookUrl?: string | null;
  /** The address that links in webhooks begin with. */
  readonly apiUrl?: string;
  readonly videoSha256: string | null;
  /** The upload that the video came as, which can be used once. */
  readonly uploadId?: string;
}

export interface ListQuery {
  readonly status?: AnalysisStatus;
  readonly tag?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Many uploads may end at once, and wait for a connection. */
const CREATION = { maxWait: 5_000, timeout: 10_000 };

/** Of one query: PostgreSQL takes 32767 parameters. */
const MAX_IDS = 10_000;

/**
 * Analyses and their reports, as clients meet them. Every method throws `database_unavailable` when there is no answer.
 */
export class AnalysisRepository {
  /** @param webhookDelayS how long after an end its webhooks are first sent */
  constructor(
    private readonly client: PrismaClient,
    private readonly webhookDelayS: number,
  ) {}

  /**
   * The row and, in the same transaction, the outbox entry that starts the work, and the answer for a request that may
   * be sent again.
   *
   * @throws AppError invalid_request for text that PostgreSQL cannot hold; conflict when the request was answered
   * meanwhile, or the upload used
   */
  async create(input: NewAnalysis, answerOf?: (row: AnalysisRow) => AnswerToKeep): Promise<AnalysisRow> {
    const { id = newAnalysisId(), uploadId, ...fields } = input;
    const { projectId, tag, metadata, options } = fields;
    if (tag !== null && hasNul(tag)) {
      throw new AppError('invalid_request', {
        detail: 'The tag holds a NUL character.',
        errors: [{ pointer: 'tag', message: 'may hold no NUL character' }],
      });
    }
    const turn = turnOf((await this.countOpen(projectId)).ofProject);
    return onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const data = { ...fields, id, turn, metadata: toJson(metadata), options: toJson(options) };
        if (uploadId !== undefined) await useUpload(transaction, projectId, uploadId);
        const row = toAnalysisRow(await transaction.analysis.create({ data }));
        await transaction.outboxEntry.create({ data: firstJob(row) });
        if (answerOf !== undefined) await settleWithin(transaction, answerOf(row));
        return row;
      }, CREATION),
    );
  }

  /** What a client may see: null when there is none, or when it is another project's. */
  async find(projectId: string, id: string): Promise<AnalysisRow | null> {
    const row = await this.findById(id);
    return row?.projectId === projectId ? row : null;
  }

  /** A worker's view, over all projects. */
  async findById(id: string): Promise<AnalysisRow | null> {
    if (hasNul(id)) return null;
    const record = await onDatabase(() => this.client.analysis.findUnique({ where: { id } }));
    return record === null ? null : toAnalysisRow(record);
  }

  /** Those that exist, over all projects, in no order. */
  async findByIds(ids: readonly string[]): Promise<AnalysisRow[]> {
    const rows: AnalysisRow[] = [];
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      const where = { id: { in: ids.slice(start, start + MAX_IDS) } };
      const records = await onDatabase(() => this.client.analysis.findMany({ where }));
      rows.push(...records.map(toAnalysisRow));
    }
    return rows;
  }

  /**
   * Newest first. Rows that are added meanwhile move no row from one page to another.
   *
   * @throws AppError invalid_request (`cursor`)
   */
  async list(
    projectId: string,
    { status, tag, limit, cursor }: ListQuery,
  ): Promise<{ rows: AnalysisRow[]; nextCursor: string | null }> {
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (tag !== undefined && hasNul(tag)) return { rows: [], nextCursor: null };
    const records = await onDatabase(() =>
      this.client.analysis.findMany({
        where: {
          projectId,
          status,
          tag,
          ...(after && {
            createdAt: { lte: after.createdAt }, // says nothing new, but lets PostgreSQL start inside the index
            OR: [{ createdAt: { lt: after.createdAt } }, { id: { lt: after.id } }],
          }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
      }),
    );
    const rows = records.slice(0, limit).map(toAnalysisRow);
    const last = rows.at(-1);
    return { rows, nextCursor: records.length > limit && last ? encodeCursor(last) : null };
  }

  /**
   * Ends an analysis that has not ended, and in the same transaction writes what webhooks are told of it; one that has
   * ended is left as it is. Workers notice within a second.
   *
   * @param expiresAt when the row goes
   * @returns the row after the call; null when there is none
   */
  async cancel(projectId: string, id: string, expiresAt: Date): Promise<AnalysisRow | null> {
    if (hasNul(id)) return null;
    await onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const count = await transaction.$executeRaw`
          UPDATE analyses
             SET status = 'canceled', stage = 'canceled', completed_at = now(), expires_at = ${expiresAt},
                 video_expires_at = now() + make_interval(hours => 1) * (options->>'retain_video_hours')::float8,
                 source_url = NULL
           WHERE id = ${id} AND project_id = ${projectId} AND status IN ('queued', 'processing')`;
        if (count === 1) await announceEnd(transaction, id, this.webhookDelayS);
      }, END_TRANSACTION),
    );
    return this.find(projectId, id);
  }

  /**
   * Starts a failed analysis anew, as its next attempt: the row and the outbox entry in one transaction. Any other
   * analysis, and one whose video is gone for good, is left as it is. A video that came from an address is fetched again.
   *
   * @returns the row after the call; null when there is none
   */
  async retry(projectId: string, id: string): Promise<AnalysisRow | null> {
    const before = await this.find(projectId, id);
    if (before?.status !== 'failed') return before;
    const { attempt, sourceUrl } = before;
    const unfetched = { videoBytes: null, videoSha256: null, videoDeletedAt: null, video: Prisma.DbNull };
    const turn = turnOf((await this.countOpen(projectId)).ofProject);
    await onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const { count } = await transaction.analysis.updateMany({
          where: { id, attempt, status: 'failed', ...(sourceUrl === null && { videoDeletedAt: null }) },
          data: {
            ...{ status: 'queued', stage: 'queued', progress: 0, attempt: attempt + 1, turn },
            ...{ startedAt: null, completedAt: null, expiresAt: null, videoExpiresAt: null },
            ...{ segments: null, framesExpected: null, framesDone: [], touchedAt: new Date() },
            ...(sourceUrl !== null && unfetched),
            error: Prisma.DbNull,
          },
        });
        if (count === 1) {
          const videoBytes = sourceUrl === null ? before.videoBytes : null;
          const next = { id, attempt: attempt + 1, turn, sourceUrl, videoBytes };
          await transaction.outboxEntry.create({ data: firstJob(next) });
        }
      }),
    );
    return this.find(projectId, id);
  }

  async findReport(projectId: string, id: string): Promise<Report | null> {
    if (hasNul(id)) return null;
    const record = await onDatabase(() =>
      this.client.report.findUnique({ where: { analysisId: id, analysis: { projectId } } }),
    );
    return record === null ? null : (record.body as unknown as Report);
  }

  /** Deletes the row and its report; false when it was not there. The objects are the caller's. */
  async remove(id: string): Promise<boolean> {
    const { count } = await onDatabase(() => this.client.analysis.deleteMany({ where: { id } }));
    return count === 1;
  }

  /** Analyses that have not ended: of all projects, and of this one. */
  async countOpen(projectId: string): Promise<{ all: number; ofProject: number }> {
    const groups = await onDatabase(() =>
      this.client.analysis.groupBy({ by: ['projectId'], where: OPEN, _count: true }),
    );
    return {
      all: groups.reduce((sum, { _count }) => sum + _count, 0),
      ofProject: groups.find((group) => group.projectId === projectId)?._count ?? 0,
    };
  }

  async countByStatus(): Promise<Record<AnalysisStatus, number>> {
    const groups = await onDatabase(() => this.client.analysis.groupBy({ by: ['status'], _count: true }));
    const counts = Object.fromEntries(ANALYSIS_STATUSES.map((status) => [status, 0]));
    for (const { status, _count } of groups) counts[status] = _count;
    return counts as Record<AnalysisStatus, number>;
  }
}
