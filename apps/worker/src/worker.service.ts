import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type AnalysisJobName, type JobName } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { type LanePool } from '@eyeline/lanes';
import { type JobQueue, type JobWorker, type WorkOptions } from '@eyeline/queue';
import { type ObjectStorage } from '@eyeline/storage';

import { AnalysisEnd } from './analysis-end.js';
import { attendAnalysis, buryAnalysis, type AnalysisProcessor } from './jobs/analysis-job.js';
import { runJob, type Processor } from './jobs/run-job.js';
import { type Logger } from './logger.js';
import { MetricsServer } from './metrics-server.js';
import { WorkerMetrics } from './metrics.js';
import { AnalyseSegmentProcessor } from './processors/analyse-segment.processor.js';
import { AnnotateVideoProcessor } from './processors/annotate-video.processor.js';
import { AssembleReportProcessor } from './processors/assemble-report.processor.js';
import { DeliverWebhookProcessor } from './processors/deliver-webhook.processor.js';
import { FetchSourceProcessor } from './processors/fetch-source.processor.js';
import { PrepareVideoProcessor } from './processors/prepare-video.processor.js';
import { SweepExpiredProcessor } from './processors/sweep-expired.processor.js';
import { Presence } from './upkeep/presence.service.js';
import { Reconciler } from './upkeep/reconciler.service.js';
import { ANALYSE_LANES, ASSEMBLE_LANES, CONFIG, DATABASE, LOGGER, QUEUE, STORAGE } from './tokens.js';

/** Of the ten seconds that a stop may take, what the jobs get to notice it. */
const JOB_GRACE_MS = 7_000;

/** A delivery mostly waits for its receiver, for 15 s if that hangs: many may before others have to wait. */
const DELIVERIES_AT_ONCE = 32;

/** Other servers set the pace, and each fetch holds up to 32 MB on its way to S3. */
const FETCHES_AT_ONCE = 4;

/** Takes jobs from `start` until `stop`. */
@Injectable()
export class WorkerService {
  private readonly jobWorkers: JobWorker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(ANALYSE_LANES) private readonly analyseLanes: LanePool<never, unknown>,
    @Inject(ASSEMBLE_LANES) private readonly assembleLanes: LanePool<never, unknown>,
    private readonly end: AnalysisEnd,
    private readonly metrics: WorkerMetrics,
    private readonly metricsServer: MetricsServer,
    private readonly fetchSource: FetchSourceProcessor,
    private readonly prepareVideo: PrepareVideoProcessor,
    private readonly analyseSegment: AnalyseSegmentProcessor,
    private readonly assembleReport: AssembleReportProcessor,
    private readonly annotateVideo: AnnotateVideoProcessor,
    private readonly sweepExpired: SweepExpiredProcessor,
    private readonly deliverWebhook: DeliverWebhookProcessor,
    private readonly reconciler: Reconciler,
    private readonly presence: Presence,
  ) {}

  async start(): Promise<void> {
    const { workerConcurrency, workerMetricsPort, host } = this.config;
    if (workerMetricsPort !== null) await this.metricsServer.listen(host, workerMetricsPort);
    await this.takeAnalyses(this.fetchSource, FETCHES_AT_ONCE);
    // Preparing waits for disk and network most of the time, so that a long video does not hold up a short one behind
    // it; a report takes a moment.
    await this.takeAnalyses(this.prepareVideo, Math.max(4, workerConcurrency));
    await this.takeAnalyses(this.analyseSegment, workerConcurrency);
    await this.takeAnalyses(this.assembleReport, 1);
    // It takes all cores by itself.
    await this.takeAnalyses(this.annotateVideo, 1, (payload, error) =>
      this.annotateVideo.giveUp(payload, error),
    );
    await this.take(this.deliverWebhook, DELIVERIES_AT_ONCE, (payload, error) =>
      this.deliverWebhook.giveUp(payload, error),
    );
    await this.take(this.sweepExpired, 1, (_, error) => {
      this.log.error({ err: error }, 'what has passed its time could not be removed');
      return Promise.resolve();
    });
    this.reconciler.start();
    await this.presence.start();
    this.log.info({ lanes: workerConcurrency, queue: this.config.queue.kind }, 'worker ready');
  }

  /** Takes no more jobs, hands the active ones back, and closes everything, in that order. */
  async stop(): Promise<void> {
    await Promise.all([
      this.reconciler.stop(),
      ...this.jobWorkers.map((worker) => worker.stop(JOB_GRACE_MS)),
    ]);
    await this.presence.stop();
    await Promise.all([this.analyseLanes.close(), this.assembleLanes.close(), this.metricsServer.close()]);
    await this.queue.close();
    await this.database.close();
    this.storage.close();
  }

  private async takeAnalyses<N extends AnalysisJobName>(
    processor: AnalysisProcessor<N>,
    concurrency: number,
    onDead?: WorkOptions<N>['onDead'],
  ): Promise<void> {
    const { database, end, log, metrics } = this;
    const bury = onDead ?? buryAnalysis(processor, { end, log, metrics });
    await this.take(attendAnalysis(processor, { database, end }), concurrency, bury);
  }

  private async take<N extends JobName>(
    processor: Processor<N>,
    concurrency: number,
    onDead: WorkOptions<N>['onDead'],
  ): Promise<void> {
    const { log, metrics, config } = this;
    const run = runJob(processor, { log, metrics, maxDurationS: config.maxDurationS });
    const watched = this.presence.watch(processor.name, run);
    this.jobWorkers.push(await this.queue.work(processor.name, watched, { concurrency, onDead }));
  }
}
