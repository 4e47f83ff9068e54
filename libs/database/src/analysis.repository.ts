import {
  ANALYSIS_STAGES,
  ANALYSIS_STATUSES,
  type AnalysisOptions,
  type AnalysisStage,
  type AnalysisStatus,
  AppError,
  type AnalysisJobName,
  type JobPayload,
  type Problem,
  type Report,
  type Video,
} from '@eyeline/contracts';

import { newAnalysisId } from './analysis-id.js';
import { type AnalysisRow, type Metadata, toAnalysisRow } from './analysis-row.js';
import { onDatabase } from './database-errors.js';
import { type Prisma, type PrismaClient } from './generated/client.js';
import { decodeCursor, encodeCursor } from './page-cursor.js';
import { hasNul } from './stored-text.js';

export interface NewAnalysis {
  /** Made by `newAnalysisId` when the caller needed it earlier, for the key of the upload. */
  readonly id?: string;
  readonly projectId: string;
  readonly tag: string | null;
  readonly metadata: Metadata;
  readonly options: AnalysisOptions;
  readonly videoKey: string;
  readonly videoBytes: number;
  readonly videoSha256: string;
  readonly expiresAt?: Date;
}

export interface ListQuery {
  readonly status?: AnalysisStatus;
  readonly tag?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const FIRST_JOB: AnalysisJobName = 'prepare-video';

/** A report of six hours is some megabytes: the time to write it is not Prisma's default of five seconds. */
const REPORT_TRANSACTION = { maxWait: 5_000, timeout: 60_000 };

/** An object of ours as a value of a JSON column. */
const toJson = (value: object): Prisma.InputJsonValue => value;

/**
 * Analyses and their reports. The methods of a worker (`start` to `fail`) are conditional: they write only while the
 * analysis is in that attempt and not at its end, and say whether they did. Every method throws `database_unavailable`
 * when there is no answer.
 */
export class AnalysisRepository {
  constructor(private readonly client: PrismaClient) {}

  /**
   * The row and, in the same transaction, the outbox entry that starts the work.
   *
   * @throws AppError invalid_request for text that PostgreSQL cannot hold
   */
  async create(input: NewAnalysis): Promise<AnalysisRow> {
    const { id = newAnalysisId(), tag, metadata, options } = input;
    if (tag !== null && hasNul(tag)) {
      throw new AppError('invalid_request', {
        detail: 'The tag holds a NUL character.',
        errors: [{ pointer: 'tag', message: 'may hold no NUL character' }],
      });
    }
    const payload: JobPayload<typeof FIRST_JOB> = { analysisId: id, attempt: 1 };
    return onDatabase(async () => {
      const [record] = await this.client.$transaction([
        this.client.analysis.create({
          data: { ...input, id, metadata: toJson(metadata), options: toJson(options) },
        }),
        this.client.outboxEntry.create({ data: { jobName: FIRST_JOB, payload: toJson(payload) } }),
      ]);
      return toAnalysisRow(record);
    });
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

  /** A worker has taken it up: `processing`, stage `preparing`, and `startedAt` the first time. */
  start(id: string, attempt: number): Promise<boolean> {
    return this.update(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET status = 'processing',
               stage = CASE WHEN status = 'queued' THEN 'preparing' ELSE stage END,
               started_at = COALESCE(started_at, ${new Date()}::timestamptz)
         WHERE id = ${id} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  setVideo(id: string, attempt: number, video: Video): Promise<boolean> {
    return this.updateOpen(id, attempt, { video: toJson(video) });
  }

  /** Both only ever move forward, whoever comes late: what lies behind is left as it is, and is no failure. */
  advance(
    id: string,
    attempt: number,
    { stage, progress = 0 }: { stage?: AnalysisStage; progress?: number },
  ): Promise<boolean> {
    const stages: string[] = [...ANALYSIS_STAGES];
    return this.update(
      () => this.client.$executeRaw`
        UPDATE analyses
           SET progress = GREATEST(progress, LEAST(${progress}::float8, 1)),
               stage = CASE WHEN array_position(${stages}::text[], ${stage ?? null}::text)
                               > array_position(${stages}::text[], stage)
                            THEN ${stage ?? null}::text ELSE stage END
         WHERE id = ${id} AND attempt = ${attempt} AND status IN ('queued', 'processing')`,
    );
  }

  /** The report and the status in one transaction, so that there is one report or none. A second call is false. */
  complete(id: string, attempt: number, report: Report, expiresAt: Date): Promise<boolean> {
    return onDatabase(() =>
      this.client.$transaction(async (transaction) => {
        const { count } = await transaction.analysis.updateMany({
          where: whereOpen(id, attempt),
          data: { status: 'completed', stage: 'completed', progress: 1, completedAt: new Date(), expiresAt },
        });
        if (count === 0) return false;
        await transaction.report.create({ data: { analysisId: id, attempt, body: toJson(report) } });
        return true;
      }, REPORT_TRANSACTION),
    );
  }

  fail(id: string, attempt: number, error: Problem): Promise<boolean> {
    return this.updateOpen(id, attempt, {
      status: 'failed',
      stage: 'failed',
      error: toJson(error),
      completedAt: new Date(),
    });
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

  async countByStatus(): Promise<Record<AnalysisStatus, number>> {
    const groups = await onDatabase(() => this.client.analysis.groupBy({ by: ['status'], _count: true }));
    const counts = Object.fromEntries(ANALYSIS_STATUSES.map((status) => [status, 0]));
    for (const { status, _count } of groups) counts[status] = _count;
    return counts as Record<AnalysisStatus, number>;
  }

  private updateOpen(
    id: string,
    attempt: number,
    data: Prisma.AnalysisUpdateManyMutationInput,
  ): Promise<boolean> {
    return this.update(async () => {
      const { count } = await this.client.analysis.updateMany({ where: whereOpen(id, attempt), data });
      return count;
    });
  }

  private async update(write: () => PromiseLike<number>): Promise<boolean> {
    return (await onDatabase(async () => write())) === 1;
  }
}

/** The condition under which a worker of that attempt may still write. */
const whereOpen = (id: string, attempt: number): Prisma.AnalysisWhereInput => ({
  id,
  attempt,
  status: { in: ['queued', 'processing'] },
});
