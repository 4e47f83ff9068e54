import { type AnalysisJobName, type JobPayload } from '@eyeline/contracts';

import { type AnalysisRow } from './analysis-row.js';
import { toJson } from './json-column.js';

type AttemptFacts = Pick<AnalysisRow, 'id' | 'attempt' | 'turn' | 'sourceUrl' | 'videoBytes'>;

/** With which job the work on an attempt begins, or is taken up again: without a video it has to be fetched. */
export const firstJobName = ({
  sourceUrl,
  videoBytes,
}: Pick<AttemptFacts, 'sourceUrl' | 'videoBytes'>): 'fetch-source' | 'prepare-video' =>
  sourceUrl !== null && videoBytes === null ? 'fetch-source' : 'prepare-video';

/** The outbox entry of the job that an attempt needs next. */
export function firstJob({ id: analysisId, attempt, turn, ...facts }: AttemptFacts) {
  const jobName: AnalysisJobName = firstJobName(facts);
  const payload: JobPayload<'fetch-source' | 'prepare-video'> = { analysisId, attempt };
  return { jobName, payload: toJson(payload), priority: turn };
}
