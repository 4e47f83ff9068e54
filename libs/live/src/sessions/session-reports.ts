import { type SessionReport } from '@eyeline/contracts';
import { LanePool } from '@eyeline/lanes';
import { type SessionFacts } from '@eyeline/vision';

import { type ReportTask } from './report-lane.js';

export interface SessionReportsSettings {
  readonly databaseUrl: string;
  readonly engineVersion: string;
  /** Hears of a thread that died between two reports. */
  readonly onIdleCrash: (error: Error) => void;
  /** What the thread runs, if not the lane as it is compiled beside this file. */
  readonly laneFile?: URL;
}

/** Reports of sessions, one after the other on a thread of its own, which starts with the first one. */
export class SessionReports {
  private readonly stopping = new AbortController();
  private lane: LanePool<ReportTask, SessionReport> | null = null;

  constructor(private readonly settings: SessionReportsSettings) {}

  /**
   * @param id of the row of a session that takes no further frame
   * @throws {AppError} database_unavailable; internal when its frames change meanwhile, or the thread died
   */
  assemble(id: string, session: SessionFacts): Promise<SessionReport> {
    const { databaseUrl, engineVersion, onIdleCrash, laneFile } = this.settings;
    const file = laneFile ?? new URL('./report-lane.js', import.meta.url);
    this.lane ??= new LanePool(file, { threads: 1, onIdleCrash });
    return this.lane.run({ id, session, databaseUrl, engineVersion }, { signal: this.stopping.signal });
  }

  /** Gives up what is being made, which another call makes again, and ends the thread. */
  async close(): Promise<void> {
    this.stopping.abort();
    await this.lane?.close();
  }
}
