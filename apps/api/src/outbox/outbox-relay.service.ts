import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Database } from '@eyeline/database';
import { type JobQueue } from '@eyeline/queue';
import { type Logger } from 'pino';

import { DATABASE, LOGGER, QUEUE } from '../runtime/runtime.module.js';

const INTERVAL_MS = 1000;
const BATCH = 100;

/**
 * Hands jobs that committed rows ask for to the queue: at once after an upload, and every second for what is left from
 * a time when the queue was down or a process died. Several processes may do so at once.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private failing = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.kick(), INTERVAL_MS);
    this.kick();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Starts a delivery, or has the running one look once more. */
  kick(): void {
    if (this.stopped) return;
    if (this.running !== null) {
      this.again = true;
      return;
    }
    this.running = this.deliverAll().finally(() => {
      this.running = null;
      if (!this.again) return;
      this.again = false;
      this.kick();
    });
  }

  private async deliverAll(): Promise<void> {
    try {
      let delivered: number;
      do {
        delivered = await this.database.outbox.drain(
          ({ jobName, payload, ...options }) => this.queue.enqueue(jobName, payload as never, options),
          BATCH,
        );
      } while (delivered === BATCH && !this.stopped);
      if (this.failing) this.logger.info('jobs reach the queue again');
      this.failing = false;
    } catch (error) {
      // One line for each time of trouble, not one a second; the next turn tries again.
      if (!this.failing)
        this.logger.warn({ err: error }, 'jobs do not reach the queue; they are kept and tried again');
      this.failing = true;
    }
  }
}
