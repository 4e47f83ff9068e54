import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { isFinalStatus } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';

import { AnalysesService } from './analyses.service.js';

const POLL_MS = 250;

/** Holds answers until an analysis ends. */
@Injectable()
export class AnalysisWaiter implements OnModuleDestroy {
  private readonly stopping = new AbortController();

  constructor(private readonly analyses: AnalysesService) {}

  /**
   * The analysis once it has ended, or as it is after `waitS` seconds, when the client has gone (`gone`), or when the
   * API stops.
   */
  async find(projectId: string, id: string, waitS: number, gone: AbortSignal): Promise<AnalysisRow> {
    const deadline = performance.now() + waitS * 1000;
    for (;;) {
      const row = await this.analyses.find(projectId, id);
      const leftMs = deadline - performance.now();
      if (isFinalStatus(row.status) || leftMs <= 0 || gone.aborted || this.stopping.signal.aborted)
        return row;
      await pause(Math.min(POLL_MS, leftMs), [gone, this.stopping.signal]);
    }
  }

  onModuleDestroy(): void {
    this.stopping.abort();
  }
}

/** Resolves after `ms`, earlier when one of the signals fires. */
function pause(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    for (const signal of signals) signal.addEventListener('abort', end, { once: true });
  });
}
