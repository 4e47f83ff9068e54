import { type JobName } from '@eyeline/contracts';

import { onDatabase } from './database-errors.js';
import { type Worker, type PrismaClient } from './generated/client.js';
import { toJson } from './json-column.js';

/** A job that a worker has in work. */
export interface WorkerJob {
  readonly name: JobName;
  /** What it is about, if it is about an analysis. */
  readonly analysisId: string | null;
  /** ISO 8601 */
  readonly startedAt: string;
}

/** What a worker says of itself. */
export interface WorkerSign {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  readonly executionProvider: string;
  readonly lanes: number;
  readonly models: readonly string[];
  readonly currentJobs: readonly WorkerJob[];
  readonly startedAt: Date;
}

export interface WorkerRow extends WorkerSign {
  readonly lastSeenAt: Date;
}

/** Workers that live. Every method throws `database_unavailable` when there is no answer. */
export class WorkerRepository {
  constructor(private readonly client: PrismaClient) {}

  /** A sign of life. */
  async announce({ id, models, currentJobs, ...sign }: WorkerSign): Promise<void> {
    const data = { ...sign, models: [...models], currentJobs: toJson(currentJobs), lastSeenAt: new Date() };
    await onDatabase(() =>
      this.client.worker.upsert({ where: { id }, create: { id, ...data }, update: data }),
    );
  }

  async remove(id: string): Promise<void> {
    await onDatabase(() => this.client.worker.deleteMany({ where: { id } }));
  }

  /** Those that gave a sign since, longest alive first. */
  async list(seenSince: Date): Promise<WorkerRow[]> {
    const where = { lastSeenAt: { gte: seenSince } };
    const orderBy = [{ startedAt: 'asc' as const }, { id: 'asc' as const }];
    return (await onDatabase(() => this.client.worker.findMany({ where, orderBy }))).map(toRow);
  }

  /** Forgets those that gave no sign since. */
  async removeSilent(before: Date): Promise<number> {
    const where = { lastSeenAt: { lt: before } };
    return (await onDatabase(() => this.client.worker.deleteMany({ where }))).count;
  }
}

const toRow = ({ currentJobs, ...record }: Worker): WorkerRow => ({
  ...record,
  currentJobs: currentJobs as unknown as WorkerJob[],
});
