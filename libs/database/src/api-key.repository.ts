import { createHash, randomBytes } from 'node:crypto';

import { type Scope } from '@eyeline/contracts';

import { onDatabase } from './database-errors.js';
import { type ApiKey, type PrismaClient } from './generated/client.js';

export interface ApiKeyRow {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  /** The first characters of the key, by which people tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly projectId: string;
  readonly scopes: readonly Scope[];
}

const KEY_START = 'ey_';
const SECRET_BYTES = 32;
const PREFIX_CHARACTERS = 11;

/** A key has 256 random bits: a fast hash hides it as well as a slow one would. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Keys of the API. Every method throws `database_unavailable` when there is no answer. */
export class ApiKeyRepository {
  constructor(private readonly client: PrismaClient) {}

  /** @returns the key itself, which is not kept: nobody can be told it again */
  async create({ name, projectId, scopes }: NewApiKey): Promise<{ key: string; row: ApiKeyRow }> {
    const key = KEY_START + randomBytes(SECRET_BYTES).toString('base64url');
    const record = await onDatabase(() =>
      this.client.apiKey.create({
        data: {
          id: `key_${randomBytes(10).toString('hex')}`,
          ...{ name, projectId, scopes: [...scopes] },
          ...{ prefix: key.slice(0, PREFIX_CHARACTERS), hash: hashOf(key) },
        },
      }),
    );
    return { key, row: toApiKeyRow(record) };
  }

  /** The key's row, unless there is none or it was revoked. */
  async findByKey(key: string): Promise<ApiKeyRow | null> {
    const row = await this.findAny(key);
    return row?.revokedAt === null ? row : null;
  }

  /** The row of a key that was revoked; null for any other. */
  async findRevoked(key: string): Promise<ApiKeyRow | null> {
    const row = await this.findAny(key);
    return row === null || row.revokedAt === null ? null : row;
  }

  /** Whether a key was ever made, revoked ones included: from then on every request needs one. */
  async any(): Promise<boolean> {
    return (await onDatabase(() => this.client.apiKey.findFirst({ select: { id: true } }))) !== null;
  }

  /** Oldest first, revoked ones included. */
  async list(): Promise<ApiKeyRow[]> {
    const records = await onDatabase(() => this.client.apiKey.findMany({ orderBy: { createdAt: 'asc' } }));
    return records.map(toApiKeyRow);
  }

  /**
   * @param name id or prefix of the key
   * @returns the keys that are revoked by this call
   */
  async revoke(name: string): Promise<ApiKeyRow[]> {
    const where = { revokedAt: null, OR: [{ id: name }, { prefix: name }] };
    const records = await onDatabase(() =>
      this.client.apiKey.updateManyAndReturn({ where, data: { revokedAt: new Date() } }),
    );
    return records.map(toApiKeyRow);
  }

  /** Notes that the key was used. */
  async touch(id: string): Promise<void> {
    await onDatabase(() =>
      this.client.apiKey.updateMany({ where: { id }, data: { lastUsedAt: new Date() } }),
    );
  }

  private async findAny(key: string): Promise<ApiKeyRow | null> {
    if (!key.startsWith(KEY_START)) return null;
    const where = { hash: hashOf(key) };
    const record = await onDatabase(() => this.client.apiKey.findUnique({ where }));
    return record === null ? null : toApiKeyRow(record);
  }
}

/** A key as its record has it, without the hash. */
export function toApiKeyRow(record: ApiKey): ApiKeyRow {
  const { id, projectId, name, prefix, scopes, createdAt, lastUsedAt, revokedAt } = record;
  return { id, projectId, name, prefix, scopes: scopes as Scope[], createdAt, lastUsedAt, revokedAt };
}
