import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

import { Inject, Injectable } from '@nestjs/common';
import { type Config, readEngineVersion } from '@eyeline/config';
import { AppError, type JobName, WORKER_SIGN_MS } from '@eyeline/contracts';
import { type Database, type WorkerJob } from '@eyeline/database';
import { type JobContext } from '@eyeline/queue';

import { type Logger } from '../logger.js';
import { CONFIG, DATABASE, LOGGER } from '../tokens.js';

/** Tells others, every few seconds and when that changes, that this worker lives and what it has in work. */
@Injectable()
export class Presence {
  private readonly id = `wk_${randomBytes(10).toString('hex')}`;
  private readonly startedAt = new Date();
  private readonly jobs = new Set<WorkerJob>();
  private models: readonly string[] = [];
  private executionProvider: string;
  /** Only while it runs there is anything to tell. */
  private timer: NodeJS.Timeout | undefined;
  private telling: Promise<void> | null = null;
  /** What is being told is not the newest any more. */
  private isOutdated = false;
  /** The last sign was not taken, so that an outage is not told for each. */
  private isUnheard = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.executionProvider = config.executionProvider;
  }

  /** @throws AppError internal when a network is not what its manifest says */
  async start(): Promise<void> {
    // Loaded by now, and only then: its native code has to find that telemetry is declined.
    const { nameNetworks } = await import('../check-networks.js');
    this.models = await nameNetworks(this.config);
    this.timer = setInterval(() => this.tell(), WORKER_SIGN_MS);
    this.tell();
  }

  /** From now on nobody counts on this worker; called when it has let go of its jobs. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.telling;
    await this.attempt(() => this.database.workers.remove(this.id));
  }

  /** What was used in fact, which may be less than what was asked for. */
  noteProvider(executionProvider: string): void {
    this.executionProvider = executionProvider;
  }

  /** The same, shown among what this worker has in work. */
  watch<N extends JobName>(
    name: N,
    run: (context: JobContext<N>) => Promise<void>,
  ): (context: JobContext<N>) => Promise<void> {
    return async (context) => {
      const { payload } = context;
      const job: WorkerJob = {
        name,
        analysisId: 'analysisId' in payload ? payload.analysisId : null,
        startedAt: new Date().toISOString(),
      };
      this.jobs.add(job);
      this.tell();
      try {
        await run(context);
      } finally {
        this.jobs.delete(job);
        this.tell();
      }
    };
  }

  private tell(): void {
    if (this.timer === undefined) return;
    this.isOutdated = this.telling !== null;
    this.telling ??= this.attempt(() => this.announce()).finally(() => {
      this.telling = null;
      if (this.isOutdated) this.tell();
    });
  }

  private announce(): Promise<void> {
    const { id, startedAt, models, executionProvider } = this;
    return this.database.workers.announce({
      ...{ id, host: hostname(), pid: process.pid, version: readEngineVersion() },
      ...{ executionProvider, lanes: this.config.workerConcurrency, models, startedAt },
      currentJobs: [...this.jobs],
    });
  }

  /** Work goes on without: whoever looks for this worker just does not find it. */
  private async attempt(say: () => Promise<void>): Promise<void> {
    try {
      await say();
      this.isUnheard = false;
    } catch (error) {
      if (!this.isUnheard)
        this.log.warn({ code: AppError.from(error).code }, 'no sign of life could be given');
      this.isUnheard = true;
    }
  }
}
