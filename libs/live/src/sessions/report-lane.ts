import { type FrameObservation, type SessionReport } from '@eyeline/contracts';
import { createDatabase } from '@eyeline/database';
import { type LaneContext, serveLane } from '@eyeline/lanes';
import { assembleSessionReport, type SessionFacts, unpackObservation } from '@eyeline/vision';

import { LIVE_OPTIONS } from '../live-record.js';

export interface ReportTask {
  /** Of the session's row, whose frames are read. */
  readonly id: string;
  readonly session: SessionFacts;
  readonly databaseUrl: string;
  readonly engineVersion: string;
}

/** The report of a session that takes no further frame. Its frames are read twice, page by page. */
async function assemble(task: ReportTask, { signal }: LaneContext): Promise<SessionReport> {
  const { id, session, databaseUrl, engineVersion } = task;
  const database = createDatabase(databaseUrl, { maxConnections: 1 });
  async function* read(): AsyncGenerator<FrameObservation> {
    for await (const { tS, body } of database.sessions.readFrames(id)) {
      signal.throwIfAborted();
      yield unpackObservation(tS, body);
    }
  }
  try {
    return await assembleSessionReport({ read, session, options: LIVE_OPTIONS, engineVersion });
  } finally {
    await database.close();
  }
}

export default serveLane(assemble);
