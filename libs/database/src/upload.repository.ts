import { AppError } from '@eyeline/contracts';

import { onDatabase } from './database-errors.js';
import { type Prisma, type PrismaClient, type Upload } from './generated/client.js';
import { toJson } from './json-column.js';
import { hasNul } from './stored-text.js';

/** What a tus client says about an upload, by its own names. */
export type UploadMetadata = Readonly<Record<string, string | null>>;

/** A video that arrives in pieces. */
export interface UploadRow {
  readonly id: string;
  readonly projectId: string;
  /** What it will have when it is complete. */
  readonly sizeBytes: number;
  readonly metadata: UploadMetadata;
  /** The store's name for an upload whose bytes go past the API; null for one through tus. */
  readonly directId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When an analysis was started on it, after which nobody may write to it. */
  readonly usedAt: Date | null;
}

export type NewUpload = Pick<
  UploadRow,
  'id' | 'projectId' | 'sizeBytes' | 'metadata' | 'directId' | 'expiresAt'
>;

/** Uploads on their way. Every method throws `database_unavailable` when there is no answer. */
export class UploadRepository {
  constructor(private readonly client: PrismaClient) {}

  async create(input: NewUpload): Promise<UploadRow> {
    const data = { ...input, metadata: toJson(input.metadata) };
    return toRow(await onDatabase(() => this.client.upload.create({ data })));
  }

  /** Null when there is none, when it is another project's, or when its time is over. */
  async find(projectId: string, id: string): Promise<UploadRow | null> {
    const row = await this.findById(id);
    return row?.projectId === projectId && row.expiresAt > new Date() ? row : null;
  }

  /** Over all projects. */
  async findById(id: string): Promise<UploadRow | null> {
    if (hasNul(id)) return null;
    const record = await onDatabase(() => this.client.upload.findUnique({ where: { id } }));
    return record === null ? null : toRow(record);
  }

  /** Forgets an upload that nobody uses; false when an analysis does, or when there is none. */
  async removeUnused(projectId: string, id: string): Promise<boolean> {
    const where = { id, projectId, usedAt: null };
    return (await onDatabase(() => this.client.upload.deleteMany({ where }))).count === 1;
  }

  /** Those that have passed their time. */
  async listExpired(now: Date, limit: number): Promise<UploadRow[]> {
    const where = { expiresAt: { lte: now } };
    return (await onDatabase(() => this.client.upload.findMany({ where, take: limit }))).map(toRow);
  }

  /** Forgets one, used or not; false when another process was faster. */
  async remove(id: string): Promise<boolean> {
    return (await onDatabase(() => this.client.upload.deleteMany({ where: { id } }))).count === 1;
  }

  /**
   * Gives the right to write for so long, unless a request has it, which then finds out that another waits.
   *
   * @param token of the request that asks
   */
  async lock(id: string, token: string, ms: number): Promise<boolean> {
    const now = new Date();
    const isFree = { OR: [{ lockToken: null }, { lockedUntil: { lte: now } }] };
    const data = { lockToken: token, lockedUntil: new Date(now.getTime() + ms), lockWanted: false };
    const { count } = await onDatabase(() =>
      this.client.upload.updateMany({ where: { id, ...isFree }, data }),
    );
    if (count === 1) return true;
    await onDatabase(() => this.client.upload.updateMany({ where: { id }, data: { lockWanted: true } }));
    return false;
  }

  /** Keeps the right for so long from now. False: it is lost, or another request waits for it. */
  async keepLock(id: string, token: string, ms: number): Promise<boolean> {
    const data = { lockedUntil: new Date(Date.now() + ms) };
    const [row] = await onDatabase(() =>
      this.client.upload.updateManyAndReturn({ where: { id, lockToken: token }, data }),
    );
    return row !== undefined && !row.lockWanted;
  }

  async unlock(id: string, token: string): Promise<void> {
    const data = { lockToken: null, lockedUntil: null, lockWanted: false };
    await onDatabase(() => this.client.upload.updateMany({ where: { id, lockToken: token }, data }));
  }
}

/** @throws AppError conflict, which has to undo the transaction, when the upload was used, or is gone, meanwhile */
export async function useUpload(
  transaction: Prisma.TransactionClient,
  projectId: string,
  id: string,
): Promise<void> {
  const now = new Date();
  const { count } = await transaction.upload.updateMany({
    where: { id, projectId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1)
    throw new AppError('conflict', { detail: `An analysis was started on the upload ${id} already.` });
}

function toRow({ lockToken, lockedUntil, lockWanted, ...record }: Upload): UploadRow {
  return { ...record, sizeBytes: Number(record.sizeBytes), metadata: record.metadata as UploadMetadata };
}
