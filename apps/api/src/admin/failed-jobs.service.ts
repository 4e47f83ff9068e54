import { Inject, Injectable } from '@nestjs/common';
import { AppError, type JobName, JOB_NAMES } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { type FailedJob, type JobQueue } from '@eyeline/queue';

import { AnalysisControl } from '../analyses/analysis-control.service.js';
import { DATABASE, QUEUE } from '../runtime/runtime.module.js';
import { WebhookEndpointsService } from '../webhook-endpoints/webhook-endpoints.service.js';
import { decodePosition, encodePosition, type FailedJobsQuery } from './failed-jobs.queries.js';
import { aboutOf } from './present-failed-job.js';

/** As libs/contracts makes them of the ids of rows. */
const LOOKS_LIKE_AN_ID = /^[\w.-]{1,200}$/;

/** Jobs whose projects are asked for together. */
const AT_ONCE = 100;

/** Work of one project that was given up, and how it is taken up again. */
@Injectable()
export class FailedJobs {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    private readonly control: AnalysisControl,
    private readonly webhooks: WebhookEndpointsService,
  ) {}

  /**
   * Those that failed last first. What belongs to something that was deleted meanwhile is not shown.
   *
   * @throws AppError invalid_request (`cursor`), queue_unavailable, database_unavailable
   */
  async list(
    projectId: string,
    { limit, cursor }: FailedJobsQuery,
  ): Promise<{ jobs: FailedJob[]; nextCursor: string | null }> {
    const after = cursor === undefined ? null : decodePosition(cursor);
    const jobs: FailedJob[] = [];
    // One more than wanted: there is a next page.
    for await (const some of inBatches(this.queue.failedJobs(after))) {
      jobs.push(...(await this.keepOwn(projectId, some)));
      if (jobs.length > limit) break;
    }
    const page = jobs.slice(0, limit);
    return { jobs: page, nextCursor: jobs.length > limit ? encodePosition(page[limit - 1]) : null };
  }

  /**
   * Starts what the job was a part of anew: the analysis, or the delivery. The job itself is forgotten then. To do it
   * alone once more would change nothing: its analysis has ended.
   *
   * @throws AppError not_found, conflict when it is not failed any more, queue_full, queue_unavailable,
   * database_unavailable
   */
  async retry(projectId: string, queueName: string, id: string): Promise<FailedJob> {
    const name = JOB_NAMES.find((one) => one === queueName);
    if (name === undefined || !LOOKS_LIKE_AN_ID.test(id)) throw noSuchJob(id);
    const job = await this.queue.findFailed(name, id);
    if (job === null) throw await this.explainAbsence(projectId, name, id);
    if ((await this.keepOwn(projectId, [job])).length === 0) throw noSuchJob(id);
    const { analysisId, deliveryId, attempt } = aboutOf(job);
    if (deliveryId !== null) await this.webhooks.redeliver(projectId, deliveryId);
    if (analysisId !== null) await this.retryAnalysis(projectId, analysisId, attempt);
    await this.queue.forgetFailed(name, id);
    return job;
  }

  private async retryAnalysis(projectId: string, id: string, attempt: number): Promise<void> {
    const row = await this.database.analyses.find(projectId, id);
    if (row !== null && row.attempt !== attempt) {
      throw new AppError('conflict', { detail: `The analysis ${id} was started anew already.` });
    }
    await this.control.retry(projectId, id);
  }

  private async keepOwn(projectId: string, jobs: readonly FailedJob[]): Promise<FailedJob[]> {
    const ids = jobs.map(aboutOf).flatMap(({ analysisId }) => analysisId ?? []);
    const rows = await this.database.analyses.findByIds([...new Set(ids)]);
    const own = new Set(rows.filter((row) => row.projectId === projectId).map(({ id }) => id));
    const kept: FailedJob[] = [];
    for (const job of jobs) {
      const { analysisId, deliveryId } = aboutOf(job);
      const { webhookDeliveries } = this.database;
      const isOwn =
        deliveryId === null
          ? analysisId !== null && own.has(analysisId)
          : (await webhookDeliveries.find(projectId, deliveryId)) !== null;
      if (isOwn) kept.push(job);
    }
    return kept;
  }

  /** The ids of jobs begin with those of their rows: a job of the project's own that has not failed any more is a conflict. */
  private async explainAbsence(projectId: string, name: JobName, id: string): Promise<AppError> {
    const [rowId, ...rest] = id.split('.');
    const { analyses, webhookDeliveries } = this.database;
    const row =
      name === 'deliver-webhook'
        ? await webhookDeliveries.find(projectId, rowId)
        : await analyses.find(projectId, rowId);
    if (row === null || rest.length < 2) return noSuchJob(id);
    return new AppError('conflict', { detail: `The job ${id} is not failed, or not any more.` });
  }
}

async function* inBatches(jobs: AsyncIterable<FailedJob>): AsyncGenerator<FailedJob[], void, undefined> {
  let batch: FailedJob[] = [];
  for await (const job of jobs) {
    batch.push(job);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const noSuchJob = (id: string): AppError =>
  new AppError('not_found', { detail: `There is no failed job ${id}.` });
