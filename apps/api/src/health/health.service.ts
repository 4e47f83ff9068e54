import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { verifyModels } from '@eyeline/live';
import { type JobQueue } from '@eyeline/queue';
import { type ObjectStorage } from '@eyeline/storage';
import { type Logger } from 'pino';

import { CONFIG, DATABASE, LOGGER, QUEUE, STORAGE } from '../runtime/runtime.module.js';
import { DEPENDENCIES, type Dependency, type Health } from './health.schemas.js';

/** A dependency that says nothing for so long is down. */
const PING_MS = 2000;

/** Asks everything the API depends on whether it is there. */
@Injectable()
export class HealthService {
  /** Networks that were whole once are in the process, or will be: files that change later need a restart. */
  private models: Promise<boolean> | null = null;

  private readonly lastStatus = new Map<Dependency, 'up' | 'down'>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async check(): Promise<Health> {
    const doors = { database: this.database, queue: this.queue, storage: this.storage };
    const states = await Promise.all(
      DEPENDENCIES.map((name) => this.checkOne(name, () => doors[name].ping())),
    );
    const [database, queue, storage] = states;
    const status = states.every((state) => state.status === 'up') ? 'ok' : 'unavailable';
    return { status, dependencies: { database, queue, storage } };
  }

  /**
   * Whether live frames can be looked at: every network is there, with the bytes that its manifest names; or, where live
   * processes do it, one of them answers.
   */
  async hasModels(): Promise<boolean> {
    const { url } = this.config.live;
    if (url !== null) return this.isThere(`${url}/livez`);
    this.models ??= this.verifyModels();
    const areWhole = await this.models;
    if (!areWhole) this.models = null;
    return areWhole;
  }

  private async isThere(url: string): Promise<boolean> {
    try {
      return (await fetch(url, { signal: AbortSignal.timeout(PING_MS) })).ok;
    } catch (error) {
      this.logger.warn({ err: error }, 'no live process answers');
      return false;
    }
  }

  private async verifyModels(): Promise<boolean> {
    try {
      await verifyModels(this.config.models);
      return true;
    } catch (error) {
      this.logger.error({ err: error }, 'the networks cannot be loaded');
      return false;
    }
  }

  private async checkOne(
    name: Dependency,
    ping: () => Promise<void>,
  ): Promise<Health['dependencies'][Dependency]> {
    try {
      await withDeadline(ping(), PING_MS);
      this.noteChange(name, 'up');
      return { status: 'up', error: null };
    } catch (error) {
      this.noteChange(name, 'down', error);
      return { status: 'down', error: AppError.from(error).code };
    }
  }

  /** Probes come every few seconds: only a change is worth a line. */
  private noteChange(dependency: Dependency, status: 'up' | 'down', error?: unknown): void {
    const before = this.lastStatus.get(dependency) ?? 'up';
    this.lastStatus.set(dependency, status);
    if (before === status) return;
    if (status === 'down') this.logger.error({ err: error, dependency }, 'a dependency is down');
    else this.logger.info({ dependency }, 'a dependency is up again');
  }
}

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('timed_out', { detail: `No answer within ${ms} ms.` })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
