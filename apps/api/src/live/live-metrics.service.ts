import { Injectable } from '@nestjs/common';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { Counter, Gauge, Histogram } from 'prom-client';

import { MetricsService } from '../health/metrics.service.js';

/** Nobody looked at a dropped one; of a canceled one the client went away. */
const OUTCOMES = ['answered', 'dropped', 'failed', 'canceled'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Every other error: the frame failed. */
const OUTCOME_OF: Partial<Record<ErrorCode, Outcome>> = { live_overloaded: 'dropped', canceled: 'canceled' };

/** From a small picture on an idle machine to one that waited for a thread to start, in seconds. */
const DURATION_BUCKETS_S = [0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads of live frames, in whatever way they came. */
@Injectable()
export class LiveMetrics {
  private readonly frames: Counter<'outcome'>;
  private readonly durations: Histogram;
  private readonly connections: Gauge;

  constructor({ registry }: MetricsService) {
    const registers = [registry];
    this.frames = new Counter({
      name: 'eyeline_live_frames_total',
      help: 'Live frames by outcome: answered, dropped, failed, or canceled because the client went away.',
      labelNames: ['outcome'],
      registers,
    });
    for (const outcome of OUTCOMES) this.frames.inc({ outcome }, 0);
    this.durations = new Histogram({
      name: 'eyeline_live_frame_duration_seconds',
      help: 'Time from taking up a live frame that was answered to its record; over HTTP with its arrival.',
      buckets: DURATION_BUCKETS_S,
      registers,
    });
    this.connections = new Gauge({
      name: 'eyeline_live_connections',
      help: 'Open WebSocket connections for live frames.',
      registers,
    });
  }

  /** Counts a frame by how the work on it ends, which goes on to the caller. */
  async measure<T>(work: () => Promise<T>): Promise<T> {
    const stop = this.durations.startTimer();
    try {
      const result = await work();
      stop();
      this.frames.inc({ outcome: 'answered' });
      return result;
    } catch (error) {
      this.frames.inc({ outcome: OUTCOME_OF[AppError.from(error).code] ?? 'failed' });
      throw error;
    }
  }

  /** A frame that nobody even tried to look at. */
  countDropped(): void {
    this.frames.inc({ outcome: 'dropped' });
  }

  setConnections(open: number): void {
    this.connections.set(open);
  }
}
