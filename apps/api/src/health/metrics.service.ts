import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { ANALYSIS_STATUSES, JOB_NAMES } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { type JobQueue } from '@eyeline/queue';
import { type NextFunction, type Request, type Response } from 'express';
import { type Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import { DATABASE, LOGGER, QUEUE } from '../runtime/runtime.module.js';
import { DEPENDENCIES } from './health.schemas.js';
import { HealthService } from './health.service.js';

/** From a cached answer to an upload over a slow line, in seconds. */
const DURATION_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800];

/** What Prometheus reads. Gauges are asked for when it comes, so nothing runs in between. */
@Injectable()
export class MetricsService implements OnModuleDestroy {
  /** For those who count things of their own. */
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'eyeline_http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: DURATION_BUCKETS_S,
    registers: [this.registry],
  });
  private readonly analyses = new Gauge({
    name: 'eyeline_analyses',
    help: 'Analyses in the database by status.',
    labelNames: ['status'] as const,
    registers: [this.registry],
  });
  private readonly jobs = new Gauge({
    name: 'eyeline_queue_jobs',
    help: 'Jobs in the queue by name and state.',
    labelNames: ['job', 'state'] as const,
    registers: [this.registry],
  });
  private readonly dependencies = new Gauge({
    name: 'eyeline_dependency_up',
    help: '1 when the dependency answers, 0 when it does not.',
    labelNames: ['dependency'] as const,
    registers: [this.registry],
  });

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly health: HealthService,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Measures every request; routes are named by their pattern, so that ids do not make a series each. */
  readonly observe = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.durations.startTimer({ method: request.method });
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      // No route of ours took it: the last one seen is Nest's middleware for all paths.
      const known = typeof route === 'string' && !route.includes('*');
      stop({ route: known ? route : 'other', status: response.statusCode });
    });
    next();
  };

  async read(): Promise<string> {
    const { dependencies } = await this.health.check();
    for (const name of DEPENDENCIES) {
      this.dependencies.set({ dependency: name }, dependencies[name].status === 'up' ? 1 : 0);
    }
    await Promise.all([
      this.refresh(this.analyses, dependencies.database.status, () => this.countAnalyses()),
      this.refresh(this.jobs, dependencies.queue.status, () => this.countJobs()),
    ]);
    return this.registry.metrics();
  }

  onModuleDestroy(): void {
    this.registry.clear();
  }

  /** A gauge whose source is down is left out rather than shown with its last value. */
  private async refresh(gauge: Gauge, status: 'up' | 'down', count: () => Promise<void>): Promise<void> {
    gauge.reset();
    if (status === 'down') return;
    try {
      await count();
    } catch (error) {
      gauge.reset();
      this.logger.warn({ err: error }, 'a metric could not be read');
    }
  }

  private async countAnalyses(): Promise<void> {
    const counts = await this.database.analyses.countByStatus();
    for (const status of ANALYSIS_STATUSES) this.analyses.set({ status }, counts[status]);
  }

  private async countJobs(): Promise<void> {
    const depths = await this.queue.depths();
    for (const job of JOB_NAMES) {
      for (const [state, count] of Object.entries<number>({ ...depths[job] }))
        this.jobs.set({ job, state }, count);
    }
  }
}
