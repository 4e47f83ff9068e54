import { createHash, randomBytes } from 'node:crypto';

import { type ApiKeyRow, toApiKeyRow } from './api-key.repository.js';
import { onDatabase } from './database-errors.js';
import { type PrismaClient } from './generated/client.js';

/** A sign-in that holds: the key that it stands for, and until when. */
export interface SignInRow {
  readonly key: ApiKeyRow;
  readonly expiresAt: Date;
}

const TOKEN_BYTES = 32;

/** A token has 256 random bits: a fast hash hides it as well as a slow one would. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Browsers that signed in with a key. Every method throws `database_unavailable` when there is no answer. */
export class SignInRepository {
  constructor(private readonly client: PrismaClient) {}

  /** @returns the token, which is not kept: only the cookie holds it */
  async create(keyId: string, expiresAt: Date): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await onDatabase(() => this.client.signIn.create({ data: { hash: hashOf(token), keyId, expiresAt } }));
    return token;
  }

  /** Null when there is none, when its time is over, or when its key was revoked. */
  async find(token: string, now: Date): Promise<SignInRow | null> {
    const where = { hash: hashOf(token), expiresAt: { gt: now }, key: { revokedAt: null } };
    const record = await onDatabase(() =>
      this.client.signIn.findFirst({ where, select: { expiresAt: true, key: true } }),
    );
    return record === null ? null : { key: toApiKeyRow(record.key), expiresAt: record.expiresAt };
  }

  /** Puts its end off. One that is gone stays so. */
  async extend(token: string, expiresAt: Date): Promise<void> {
    const where = { hash: hashOf(token) };
    await onDatabase(() => this.client.signIn.updateMany({ where, data: { expiresAt } }));
  }

  /** False when there was none. */
  async remove(token: string): Promise<boolean> {
    const where = { hash: hashOf(token) };
    return (await onDatabase(() => this.client.signIn.deleteMany({ where }))).count === 1;
  }

  /** Those whose time is over, and those of revoked keys. */
  async removeExpired(now: Date): Promise<number> {
    const where = { OR: [{ expiresAt: { lte: now } }, { key: { revokedAt: { not: null } } }] };
    return (await onDatabase(() => this.client.signIn.deleteMany({ where }))).count;
  }
}
