import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { WORKER_SILENT_MS } from '@eyeline/contracts';
import { analysisIdOf, type Database } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

import { AnalysisEnd } from '../analysis-end.js';
import { type Processor, type RunningJob } from '../jobs/run-job.js';
import { CONFIG, DATABASE, STORAGE } from '../tokens.js';
import { sweepLeftovers } from '../upkeep/leftover-sweep.js';

/** Rows at a time. */
const BATCH = 100;

/** Removes what has passed its time: videos, sessions, sign-ins, reports with all that belongs to them, and what nobody owns. */
@Injectable()
export class SweepExpiredProcessor implements Processor<'sweep-expired'> {
  readonly name = 'sweep-expired';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    private readonly end: AnalysisEnd,
  ) {}

  async process({ signal, log }: RunningJob<'sweep-expired'>): Promise<void> {
    const now = new Date();
    const staleBefore = new Date(now.getTime() - this.config.staleAfterS * 1000);
    const swept = {
      videos: await this.removeVideos(now, signal),
      analyses: await this.removeAnalyses(now, signal),
      answers: await this.database.keyedRequests.removeExpired(now),
      signIns: await this.database.signIns.removeExpired(now),
      workers: await this.database.workers.removeSilent(new Date(now.getTime() - WORKER_SILENT_MS)),
      webhookTests: await this.removeWebhookTests(now),
      sessions: await this.removeSessions(now),
      uploads: await this.removeUploads(now, signal),
      unfinished: await this.storage.removeUnfinished(staleBefore),
      leftovers: await sweepLeftovers(this.database, this.storage, staleBefore, signal),
    };
    if (Object.values(swept).some((count) => count > 0)) log.info(swept, 'removed what has passed its time');
  }

  /** Test events belong to no analysis with which they would go. */
  private removeWebhookTests(now: Date): Promise<number> {
    const keptMs = this.config.retainReportDays * 24 * 3600 * 1000;
    return this.database.webhookDeliveries.removeTests(new Date(now.getTime() - keptMs));
  }

  /** Those that nobody ended and that get no frames any more, and reports that have passed their time. */
  private removeSessions(now: Date): Promise<number> {
    const idleMs = this.config.sessions.idleS * 1000;
    return this.database.sessions.removeExpired(now, new Date(now.getTime() - idleMs));
  }

  private async removeVideos(now: Date, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (;;) {
      const rows = await this.database.upkeep.listExpiredVideos(now, BATCH);
      for (const row of rows) {
        signal.throwIfAborted();
        if (await this.end.removeVideo(row)) removed++;
      }
      if (rows.length < BATCH) return removed;
    }
  }

  /** What was not used goes; the object of what was used belongs to its analysis. */
  private async removeUploads(now: Date, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (;;) {
      const rows = await this.database.uploads.listExpired(now, BATCH);
      for (const { id, projectId } of rows) {
        signal.throwIfAborted();
        if (await this.database.uploads.removeUnused(projectId, id)) {
          await this.storage.deletePrefix(objectKeys.all(analysisIdOf(id)));
          removed++;
        } else await this.database.uploads.remove(id);
      }
      if (rows.length < BATCH) return removed;
    }
  }

  /** The row goes first, so that nobody is shown half of an analysis; what a crash leaves then has no owner. */
  private async removeAnalyses(now: Date, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (;;) {
      const rows = await this.database.upkeep.listExpired(now, BATCH);
      for (const { id } of rows) {
        signal.throwIfAborted();
        if (!(await this.database.upkeep.removeExpired(id, now))) continue;
        await this.storage.deletePrefix(objectKeys.all(id));
        removed++;
      }
      if (rows.length < BATCH) return removed;
    }
  }
}
