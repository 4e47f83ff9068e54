import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type ApiKeyRow, type Database } from '@eyeline/database';

import { CONFIG, DATABASE } from '../runtime/runtime.module.js';

/** An end is not put off more often than that, or than by half of the time that a sign-in lasts. */
const EXTEND_EVERY_MS = 60_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/**
 * Browsers that signed in with a key. The database is asked each time: whoever signs out, or whose key is revoked, is out
 * at once, in every process.
 */
@Injectable()
export class SignIns {
  /** For how long one holds without being used. */
  readonly lastsMs: number;
  /** Until when what this process has seen at work may hold; by the hash of the token. */
  private readonly seen = new Map<string, number>();

  constructor(
    @Inject(CONFIG) { signInIdleS }: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {
    this.lastsMs = signInIdleS * 1000;
  }

  /**
   * @returns the token for the cookie
   * @throws AppError database_unavailable
   */
  begin(keyId: string): Promise<string> {
    return this.database.signIns.create(keyId, this.nextEnd());
  }

  /** Whether this process has seen the token at work. */
  wasFound(token: string): boolean {
    return this.seen.has(hashOf(token));
  }

  /**
   * The key that a token stands for; null when the sign-in is over, or never was.
   *
   * @throws AppError database_unavailable
   */
  async find(token: string): Promise<ApiKeyRow | null> {
    return (await this.look(token))?.key ?? null;
  }

  /**
   * The same for a request, which puts the end off.
   *
   * @returns isExtended: the cookie has to be given anew, or the browser drops it
   * @throws AppError database_unavailable
   */
  async use(token: string): Promise<{ readonly key: ApiKeyRow; readonly isExtended: boolean } | null> {
    const found = await this.look(token);
    if (found === null) return null;
    const usedMs = this.lastsMs - (found.expiresAt.getTime() - Date.now());
    const isExtended = usedMs >= Math.min(EXTEND_EVERY_MS, this.lastsMs / 2);
    if (isExtended) {
      await this.database.signIns.extend(token, this.nextEnd());
      await this.database.keys.touch(found.key.id);
    }
    return { key: found.key, isExtended };
  }

  /**
   * @returns whether there was one
   * @throws AppError database_unavailable
   */
  end(token: string): Promise<boolean> {
    this.seen.delete(hashOf(token));
    return this.database.signIns.remove(token);
  }

  private async look(token: string): Promise<{ readonly key: ApiKeyRow; readonly expiresAt: Date } | null> {
    const found = await this.database.signIns.find(token, new Date());
    if (found === null) this.seen.delete(hashOf(token));
    else this.remember(hashOf(token));
    return found;
  }

  private remember(hash: string): void {
    const now = Date.now();
    this.seen.delete(hash);
    // Used longest ago first: what is over lies at the front.
    for (const [known, until] of this.seen) {
      if (until > now) break;
      this.seen.delete(known);
    }
    this.seen.set(hash, now + this.lastsMs);
  }

  private nextEnd(): Date {
    return new Date(Date.now() + this.lastsMs);
  }
}
