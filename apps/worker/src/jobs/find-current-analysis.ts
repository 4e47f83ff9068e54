import { isFinalStatus } from '@eyeline/contracts';
import { type AnalysisRow, type AttemptId, type Database } from '@eyeline/database';

import { StaleJob } from './stale-job.js';

/** @throws {StaleJob} when the analysis is gone, has ended, or is at another attempt */
export async function findCurrentAnalysis(
  database: Pick<Database, 'analyses'>,
  { analysisId, attempt }: AttemptId,
): Promise<AnalysisRow> {
  const row = await database.analyses.findById(analysisId);
  if (row === null || row.attempt !== attempt || isFinalStatus(row.status)) throw new StaleJob();
  return row;
}
