import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { isFinalStatus } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';

import { DATABASE } from '../runtime/runtime.module.js';
import { AnalysesService } from './analyses.service.js';

/** Holds answers until an analysis ends. */
@Injectable()
export class AnalysisWaiter implements OnModuleDestroy {
  /** What ends a wait before its time when the API stops. */
  private readonly waits = new Set<() => void>();
  private stopping = false;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly analyses: AnalysesService,
  ) {}

  /**
   * The analysis once it has ended, or as it is after `waitS` seconds, when the client has gone (`gone`), or when the
   * API stops. `waitS` may be `Infinity`.
   */
  async find(projectId: string, id: string, waitS: number, gone: AbortSignal): Promise<AnalysisRow> {
    const row = await this.analyses.find(projectId, id);
    if (isFinalStatus(row.status) || waitS <= 0 || gone.aborted || this.stopping) return row;
    const ended = await this.untilEnd(id, waitS * 1000, gone);
    // Nobody reads the answer to a client that has gone.
    return ended ?? (gone.aborted ? row : this.analyses.find(projectId, id));
  }

  onModuleDestroy(): void {
    this.stopping = true;
    for (const end of this.waits) end();
  }

  /** The row that has ended; null when the wait was over before, or the row is gone. */
  private untilEnd(id: string, ms: number, gone: AbortSignal): Promise<AnalysisRow | null> {
    return new Promise((resolve) => {
      const settle = (row: AnalysisRow | null): void => {
        unfollow();
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        this.waits.delete(giveUp);
        resolve(row);
      };
      const giveUp = (): void => settle(null);
      const unfollow = this.database.feed.follow(id, (row) => {
        if (row === null || isFinalStatus(row.status)) settle(row);
      });
      const timer = Number.isFinite(ms) ? setTimeout(giveUp, ms) : undefined;
      gone.addEventListener('abort', giveUp, { once: true });
      this.waits.add(giveUp);
    });
  }
}
