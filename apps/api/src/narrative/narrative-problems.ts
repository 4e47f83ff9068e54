import { type ErrorCode } from '@eyeline/contracts';

/** What can be wrong when a report is to be told. */
export const NARRATIVE_PROBLEMS = [
  'invalid_request',
  'not_found',
  'not_ready',
  'canceled',
  'conflict',
  'narrative_not_configured',
  'narrative_unavailable',
  'narrative_failed',
  'timed_out',
  'database_unavailable',
] as const satisfies readonly ErrorCode[];
