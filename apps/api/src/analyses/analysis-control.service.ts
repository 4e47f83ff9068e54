import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { AppError, expiryOf, type DeletionReceipt } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';
import { type Logger } from 'pino';

import { OutboxRelay } from '../outbox/outbox-relay.service.js';
import { CONFIG, DATABASE, LOGGER, STORAGE } from '../runtime/runtime.module.js';
import { Admission } from './admission.service.js';
import { AnalysesService } from './analyses.service.js';
import { noSuchAnalysis } from './no-such-analysis.js';

/**
 * Ends analyses before their time, starts failed ones anew, deletes them. The row decides, and workers follow it by
 * themselves: nobody waits for them here.
 */
@Injectable()
export class AnalysisControl {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly analyses: AnalysesService,
    private readonly admission: Admission,
    private readonly relay: OutboxRelay,
  ) {}

  /**
   * One that is canceled already stays as it is.
   *
   * @throws AppError not_found, or conflict when it has completed or failed
   */
  async cancel(projectId: string, id: string): Promise<AnalysisRow> {
    const row = await this.end(projectId, id);
    if (row.status !== 'canceled') throw conflict(`The analysis ${id} has ${row.status} already.`);
    // Nobody waits for it: while the storage is away it may take long.
    void this.clear(row);
    return row;
  }

  /**
   * Of several calls at once one starts it, and all are answered with what it started.
   *
   * @throws AppError not_found, conflict that says why not, or queue_full
   */
  async retry(projectId: string, id: string): Promise<AnalysisRow> {
    const before = await this.analyses.find(projectId, id);
    assertRepeatable(before);
    const after = await this.admission.admit(projectId, () => this.database.analyses.retry(projectId, id));
    if (after === null) throw noSuchAnalysis(id);
    // Left as it was: the video has gone since we looked.
    if (after.attempt === before.attempt) assertRepeatable(after);
    this.relay.kick();
    return after;
  }

  /**
   * Objects first, the row last: what fails on the way can be done again, and nothing is left that no row knows of.
   * Workers remove what they still write when they find the row gone.
   *
   * @throws AppError not_found, or storage_unavailable, with the row still there
   */
  async remove(projectId: string, id: string): Promise<DeletionReceipt> {
    await this.end(projectId, id);
    const objectsDeleted = await this.storage.deletePrefix(objectKeys.all(id));
    // Of two calls at once, one has deleted it.
    if (!(await this.database.analyses.remove(id))) throw noSuchAnalysis(id);
    return {
      id,
      object: 'analysis',
      deleted: true,
      deleted_at: new Date().toISOString(),
      objects_deleted: objectsDeleted,
    };
  }

  /** The row of an analysis that has now ended, whatever the outcome. */
  private async end(projectId: string, id: string): Promise<AnalysisRow> {
    const expiresAt = expiryOf(this.config.retainReportDays);
    const row = await this.database.analyses.cancel(projectId, id, expiresAt);
    if (row === null) throw noSuchAnalysis(id);
    return row;
  }

  /**
   * Removes what was made so far. A worker that is at work removes what it still writes; where a job only waits, it
   * may be hours until a worker sees that nobody wants it any more.
   */
  private async clear({ id, attempt }: AnalysisRow): Promise<void> {
    try {
      await this.storage.deletePrefix(objectKeys.attempt(id, attempt));
    } catch (error) {
      this.logger.warn({ err: error, id }, 'what a canceled analysis has left is left to the sweep');
    }
  }
}

/** @throws AppError conflict */
function assertRepeatable({ id, status, videoDeletedAt, sourceUrl }: AnalysisRow): void {
  if (status !== 'failed')
    throw conflict(`The analysis ${id} is ${status}; only a failed one is started anew.`);
  if (videoDeletedAt !== null && sourceUrl === null)
    throw conflict(`The video of ${id} is gone, its time was over: send it again.`);
}

const conflict = (detail: string): AppError => new AppError('conflict', { detail });
