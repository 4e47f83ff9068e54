import { Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus is told of a live process. */
@Injectable()
export class LiveMetrics {
  readonly registry = new Registry();
  private readonly looks = new Histogram({
    name: 'eyeline_live_look_seconds',
    help: 'Time from an image being there to its look, by outcome',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  async time<T>(look: () => Promise<T>): Promise<T> {
    const end = this.looks.startTimer();
    try {
      const result = await look();
      end({ outcome: 'answered' });
      return result;
    } catch (error) {
      end({ outcome: AppError.from(error).code });
      throw error;
    }
  }
}
