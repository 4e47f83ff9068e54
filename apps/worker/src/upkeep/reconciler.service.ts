import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, isOutage } from '@eyeline/contracts';
import { type AnalysisRow, type Database, firstJobName } from '@eyeline/database';
import { type JobQueue } from '@eyeline/queue';

import { type Logger } from '../logger.js';
import { WorkerMetrics } from '../metrics.js';
import { CONFIG, DATABASE, LOGGER, QUEUE } from '../tokens.js';

/** An analysis of which nobody was heard for so long is looked for in the queue. Workers are heard of twice a second. */
const SILENT_MS = 15_000;

/** Analyses that are looked for at a time, and at most at one look: a long line takes its turns. */
const BATCH = 500;
const MOST_AT_A_LOOK = 2000;

/**
 * Compares rows and queue, and gives to the queue what it does not know: the rows say what has to be done, the queue
 * only who does it next. So nothing is lost when the queue's server loses its data or what it was told last.
 *
 * One worker does it at a time; each tries, every few seconds.
 */
@Injectable()
export class Reconciler {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private isScheduled = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly metrics: WorkerMetrics,
  ) {}

  start(): void {
    const look = (): void => {
      this.running ??= this.look().finally(() => (this.running = null));
    };
    this.timer = setInterval(look, this.config.reconcileIntervalS * 1000);
    look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.database.upkeep.runAlone('reconcile', () => this.reconcile());
    } catch (error) {
      // What is away now is back at one of the next looks.
      const { code } = AppError.from(error);
      if (isOutage(code)) this.log.warn({ code }, 'rows and queue could not be compared');
      else this.log.error({ err: error }, 'rows and queue could not be compared');
    }
  }

  private async reconcile(): Promise<void> {
    // Rows whose job was never told to the queue, because whoever wrote them has died.
    await this.database.outbox.drain(({ jobName, payload, ...options }) =>
      this.queue.enqueue(jobName, payload as never, options),
    );
    // A queue that does not even know the schedule has lost everything: then each analysis is looked for at once.
    const isEmptied = !(await this.queue.isScheduled('sweep-expired'));
    if (isEmptied) this.isScheduled = false;
    const silentMs = isEmptied ? 0 : SILENT_MS;
    const before = new Date(Date.now() - silentMs);
    for (let looked = 0; isEmptied || looked < MOST_AT_A_LOOK; looked += BATCH) {
      const rows = await this.database.upkeep.listSilent(before, BATCH);
      await this.enqueueForgotten(rows);
      await this.database.upkeep.touch(rows.map(({ id }) => id));
      if (rows.length < BATCH) break;
    }
    await this.enqueueDeliveries(isEmptied);
    await this.schedule();
  }

  private async enqueueForgotten(rows: readonly AnalysisRow[]): Promise<void> {
    const forgotten: string[] = [];
    for (const row of rows) {
      const { id: analysisId, attempt, turn } = row;
      if (await this.queue.isAtWork({ analysisId, attempt })) continue;
      // It finds what was done already, and goes on from there.
      await this.queue.enqueue(firstJobName(row), { analysisId, attempt }, { priority: turn, again: true });
      forgotten.push(analysisId);
    }
    this.metrics.countForgotten(forgotten.length);
    if (forgotten.length > 0)
      this.log.warn({ analyses: forgotten.length }, 'the queue had forgotten analyses');
  }

  /** Webhooks that are overdue, or all that wait; what the queue does know stays as it is. */
  private async enqueueDeliveries(isEmptied: boolean): Promise<void> {
    const before = new Date(Date.now() - (isEmptied ? 0 : SILENT_MS));
    for (;;) {
      const query = { overdue: !isEmptied, limit: BATCH };
      const rows = await this.database.webhookDeliveries.listUnheard(before, query);
      for (const { id: deliveryId, attempt, nextAttemptAt } of rows) {
        const delayMs = Math.max(0, (nextAttemptAt?.getTime() ?? 0) - Date.now());
        await this.queue.enqueue('deliver-webhook', { deliveryId, attempt }, { delayMs, again: true });
      }
      await this.database.webhookDeliveries.noteQueued(rows.map(({ id }) => id));
      if (rows.length < BATCH || !isEmptied) return;
    }
  }

  /** Also tells the queue of a changed interval, once in the life of a process. */
  private async schedule(): Promise<void> {
    if (this.isScheduled) return;
    await this.queue.schedule('sweep-expired', this.config.sweepIntervalS * 1000);
    this.isScheduled = true;
  }
}
