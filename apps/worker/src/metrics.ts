import { type ErrorCode, type JobName } from '@eyeline/contracts';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export type JobOutcome = 'completed' | 'stale' | 'handed_back' | 'put_off' | 'failed';

/** What an operator watches of a worker, in Prometheus' format. */
export class WorkerMetrics {
  readonly registry = new Registry();

  private readonly jobs = new Histogram({
    name: 'eyeline_job_duration_seconds',
    help: 'Runs of jobs by kind and outcome; a run that is tried again counts each time.',
    labelNames: ['job', 'outcome'],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1800],
    registers: [this.registry],
  });

  private readonly deadJobs = new Counter({
    name: 'eyeline_analyses_failed_total',
    help: 'Analyses that ended as failed, by the job that failed and the error code.',
    labelNames: ['job', 'code'],
    registers: [this.registry],
  });

  private readonly forgotten = new Counter({
    name: 'eyeline_analyses_forgotten_total',
    help: 'Analyses that the queue had lost and was told of again.',
    registers: [this.registry],
  });

  private readonly frames = new Counter({
    name: 'eyeline_frames_total',
    help: 'Frames that were decoded and looked at.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  countJob(job: JobName, outcome: JobOutcome, durationS: number): void {
    this.jobs.observe({ job, outcome }, durationS);
  }

  countDeadJob(job: JobName, code: ErrorCode): void {
    this.deadJobs.inc({ job, code });
  }

  countForgotten(analyses: number): void {
    this.forgotten.inc(analyses);
  }

  countFrames(frames: number): void {
    this.frames.inc(frames);
  }
}
