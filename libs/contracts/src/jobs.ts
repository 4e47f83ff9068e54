import { z } from 'zod';

/** Ids only: frames and options never pass through the queue. */
const prepareVideoPayload = z.strictObject({ analysisId: z.string(), attempt: z.int().min(1) });

const analyseSegmentPayload = z.strictObject({
  analysisId: z.string(),
  attempt: z.int().min(1),
  /** 0-based place of the segment in the video's plan. */
  segment: z.int().min(0),
});

const assembleReportPayload = z.strictObject({ analysisId: z.string(), attempt: z.int().min(1) });

interface JobEntry {
  readonly payload: z.ZodType;
  /** How often the job is tried before the analysis fails. */
  readonly attempts: number;
  readonly backoff: { readonly type: 'exponential'; readonly delay: number };
  /** Times a job may be taken from a worker that vanished before it counts as poison. */
  readonly maxStalledCount: number;
}

/** Every job that the queue carries. Adding one: an entry here, a processor in apps/worker. */
export const JOB_CATALOGUE = {
  'prepare-video': {
    payload: prepareVideoPayload,
    attempts: 3,
    backoff: { type: 'exponential', delay: 1000 },
    maxStalledCount: 3,
  },
  'analyse-segment': {
    payload: analyseSegmentPayload,
    attempts: 3,
    backoff: { type: 'exponential', delay: 1000 },
    maxStalledCount: 3,
  },
  'assemble-report': {
    payload: assembleReportPayload,
    attempts: 3,
    backoff: { type: 'exponential', delay: 1000 },
    maxStalledCount: 3,
  },
} as const satisfies Record<string, JobEntry>;

export type JobName = keyof typeof JOB_CATALOGUE;

export type JobPayload<N extends JobName> = z.infer<(typeof JOB_CATALOGUE)[N]['payload']>;

export const JOB_NAMES = Object.keys(JOB_CATALOGUE) as JobName[];

/**
 * The one id of a piece of work, derived from its row, so that enqueuing twice is enqueuing once.
 *
 * @example jobId('analyse-segment', { analysisId: 'an_x', attempt: 1, segment: 0 }) // 'an_x.1.analyse-segment.0'
 */
export function jobId<N extends JobName>(name: N, payload: JobPayload<N>): string {
  const segment = 'segment' in payload ? `.${payload.segment}` : '';
  return `${payload.analysisId}.${payload.attempt}.${name}${segment}`;
}
