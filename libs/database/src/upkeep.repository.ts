import { type AnalysisRow, toAnalysisRow } from './analysis-row.js';
import { onDatabase } from './database-errors.js';
import { type PrismaClient } from './generated/client.js';
import { OPEN } from './where-open.js';

/** What is known of an analysis to whoever finds an object of it. */
export type OwnerRow = Pick<AnalysisRow, 'id' | 'status' | 'attempt' | 'videoDeletedAt'>;

/** How long work that only one process does at a time may take. */
const ALONE_MS = 10 * 60_000;

/** What keeps the installation in order looks for. Every method throws `database_unavailable` when there is no answer. */
export class UpkeepRepository {
  constructor(private readonly client: PrismaClient) {}

  /**
   * Does the work unless another process is at work of the same name, which it says by false. A process that dies
   * makes room at once.
   */
  async runAlone(name: string, work: () => Promise<void>): Promise<boolean> {
    return onDatabase(() =>
      this.client.$transaction(
        async (transaction) => {
          const [{ mine }] = await transaction.$queryRaw<[{ mine: boolean }]>`
            SELECT pg_try_advisory_xact_lock(hashtextextended(${`eyeline ${name}`}, 0)) AS mine`;
          if (mine) await work();
          return mine;
        },
        { maxWait: 5_000, timeout: ALONE_MS },
      ),
    );
  }

  /** Analyses that have not ended and of which no worker was heard since `before`, the longest silent first. */
  async listSilent(before: Date, limit: number): Promise<AnalysisRow[]> {
    const records = await onDatabase(() =>
      this.client.analysis.findMany({
        where: { ...OPEN, touchedAt: { lt: before } },
        orderBy: { touchedAt: 'asc' },
        take: limit,
      }),
    );
    return records.map(toAnalysisRow);
  }

  /** They have been looked after: `listSilent` names others first. */
  async touch(ids: readonly string[]): Promise<void> {
    const where = { id: { in: [...ids] }, ...OPEN };
    await onDatabase(() => this.client.analysis.updateMany({ where, data: { touchedAt: new Date() } }));
  }

  /** Ended analyses whose stored video has passed its time. */
  async listExpiredVideos(now: Date, limit: number): Promise<AnalysisRow[]> {
    const where = { videoExpiresAt: { lte: now }, videoDeletedAt: null };
    const records = await onDatabase(() => this.client.analysis.findMany({ where, take: limit }));
    return records.map(toAnalysisRow);
  }

  /** True the first time. An analysis that was started anew meanwhile keeps its video. */
  async claimVideo(id: string, now: Date): Promise<boolean> {
    const where = { id, videoExpiresAt: { lte: now }, videoDeletedAt: null };
    const { count } = await onDatabase(() =>
      this.client.analysis.updateMany({ where, data: { videoDeletedAt: now } }),
    );
    return count === 1;
  }

  /** Ended analyses that have passed their time. */
  async listExpired(now: Date, limit: number): Promise<AnalysisRow[]> {
    const records = await onDatabase(() =>
      this.client.analysis.findMany({ where: { expiresAt: { lte: now } }, take: limit }),
    );
    return records.map(toAnalysisRow);
  }

  /** Deletes the row and its report unless its time was put off meanwhile. */
  async removeExpired(id: string, now: Date): Promise<boolean> {
    const where = { id, expiresAt: { lte: now } };
    const { count } = await onDatabase(() => this.client.analysis.deleteMany({ where }));
    return count === 1;
  }

  /** Those of the analyses that exist, by id. */
  async findOwners(ids: readonly string[]): Promise<Map<string, OwnerRow>> {
    const owners = await onDatabase(() =>
      this.client.analysis.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, status: true, attempt: true, videoDeletedAt: true },
      }),
    );
    return new Map(owners.map((owner) => [owner.id, owner]));
  }
}
