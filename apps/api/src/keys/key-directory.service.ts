import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type ApiKeyRow, type Database } from '@eyeline/database';
import { type Logger } from 'pino';

import { DATABASE, LOGGER } from '../runtime/runtime.module.js';

/** For so long an answer of the database holds: within it a revoked key ends, and the first key closes the door. */
const FRESH_MS = 5_000;

/** How exact `lastUsedAt` is. */
const TOUCH_EVERY_MS = 60_000;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64');

interface Lookup {
  readonly startedAt: number;
  readonly row: Promise<ApiKeyRow | null>;
}

/** What the database knows of keys, asked for at most once in a few seconds for each key that is in use. */
@Injectable()
export class KeyDirectory implements OnApplicationBootstrap {
  /** By the hash of the key: none is held in memory longer than its request. */
  private readonly lookups = new Map<string, Lookup>();
  private exist = false;
  private checkedAt = -Infinity;
  private checking: Promise<boolean> | null = null;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** `existAsKnown` is right from the first request on; without a database it errs on the safe side. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
  }

  /**
   * Whether a key was ever made. Once true, it stays so.
   *
   * @throws AppError database_unavailable
   */
  async anyExist(): Promise<boolean> {
    if (this.exist || performance.now() - this.checkedAt < FRESH_MS) return this.exist;
    return (this.checking ??= this.check());
  }

  /** The same without waiting and without failing: what was known last. */
  anyKnown(): boolean {
    if (!this.exist) void this.refresh();
    return this.exist;
  }

  /** Whether this process has seen the key at work, be it a while ago. */
  wasFound(key: string): boolean {
    return this.lookups.has(hashOf(key));
  }

  /**
   * The row of a key; null when there is none, or when it was revoked.
   *
   * @throws AppError database_unavailable
   */
  find(key: string): Promise<ApiKeyRow | null> {
    const hash = hashOf(key);
    const now = performance.now();
    const known = this.lookups.get(hash);
    if (known !== undefined && now - known.startedAt < FRESH_MS) return known.row;
    const lookup = { startedAt: now, row: this.lookUp(key) };
    this.lookups.set(hash, lookup);
    const forget = (): void => {
      if (this.lookups.get(hash) === lookup) this.lookups.delete(hash);
    };
    // Only keys that exist are remembered: whoever tries others fills no memory.
    lookup.row.then((row) => row ?? forget(), forget);
    return lookup.row;
  }

  /**
   * The row of a key that was revoked; null for any other.
   *
   * @throws AppError database_unavailable
   */
  findRevoked(key: string): Promise<ApiKeyRow | null> {
    return this.database.keys.findRevoked(key);
  }

  private async lookUp(key: string): Promise<ApiKeyRow | null> {
    const row = await this.database.keys.findByKey(key);
    this.exist ||= row !== null;
    if (row !== null && Date.now() - (row.lastUsedAt?.getTime() ?? 0) >= TOUCH_EVERY_MS) {
      // Nobody is turned away because a note could not be taken.
      await this.database.keys.touch(row.id).catch((error: unknown) => {
        this.logger.warn({ err: error, keyId: row.id }, 'the use of a key could not be noted');
      });
    }
    return row;
  }

  private async check(): Promise<boolean> {
    const startedAt = performance.now();
    try {
      this.exist = await this.database.keys.any();
      this.checkedAt = startedAt;
      return this.exist;
    } finally {
      this.checking = null;
    }
  }

  private async refresh(): Promise<void> {
    try {
      await this.anyExist();
    } catch (error) {
      this.logger.debug({ err: error }, 'whether keys exist could not be asked');
    }
  }
}
