import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type AnalysisJobName } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { type JobQueue, type JobWorker } from '@eyeline/queue';

import { AnalysisEnd } from './analysis-end.js';
import { type LanePool } from './lanes/lane-pool.js';
import { type Logger } from './logger.js';
import { MetricsServer } from './metrics-server.js';
import { WorkerMetrics } from './metrics.js';
import { AnalyseSegmentProcessor } from './processors/analyse-segment.processor.js';
import { AssembleReportProcessor } from './processors/assemble-report.processor.js';
import { PrepareVideoProcessor } from './processors/prepare-video.processor.js';
import { buryJob, runJob, type Processor } from './run-job.js';
import { ANALYSE_LANES, ASSEMBLE_LANES, CONFIG, DATABASE, LOGGER, QUEUE } from './tokens.js';

/** Of the ten seconds that a stop may take, what the jobs get to notice it. */
const JOB_GRACE_MS = 7_000;

/** Takes jobs from `start` until `stop`. */
@Injectable()
export class WorkerService {
  private readonly jobWorkers: JobWorker[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(ANALYSE_LANES) private readonly analyseLanes: LanePool<never, unknown>,
    @Inject(ASSEMBLE_LANES) private readonly assembleLanes: LanePool<never, unknown>,
    private readonly end: AnalysisEnd,
    private readonly metrics: WorkerMetrics,
    private readonly metricsServer: MetricsServer,
    private readonly prepareVideo: PrepareVideoProcessor,
    private readonly analyseSegment: AnalyseSegmentProcessor,
    private readonly assembleReport: AssembleReportProcessor,
  ) {}

  async start(): Promise<void> {
    const { workerConcurrency, workerMetricsPort, host } = this.config;
    if (workerMetricsPort !== null) await this.metricsServer.listen(host, workerMetricsPort);
    // Preparing waits for ffprobe most of the time, and a report takes a moment: neither needs many at once.
    await this.take(this.prepareVideo, 2);
    await this.take(this.analyseSegment, workerConcurrency);
    await this.take(this.assembleReport, 1);
    this.log.info({ lanes: workerConcurrency, queue: this.config.queue.kind }, 'worker ready');
  }

  /** Takes no more jobs, hands the active ones back, and closes everything, in that order. */
  async stop(): Promise<void> {
    await Promise.all(this.jobWorkers.map((worker) => worker.stop(JOB_GRACE_MS)));
    await Promise.all([this.analyseLanes.close(), this.assembleLanes.close(), this.metricsServer.close()]);
    await this.queue.close();
    await this.database.close();
  }

  private async take<N extends AnalysisJobName>(processor: Processor<N>, concurrency: number): Promise<void> {
    const tools = { log: this.log, metrics: this.metrics, end: this.end };
    const onDead = buryJob(processor, tools);
    const worker = await this.queue.work(processor.name, runJob(processor, tools), { concurrency, onDead });
    this.jobWorkers.push(worker);
  }
}
