import { z } from 'zod';

const attempt = z.int().min(1);

/** Ids only: frames and options never pass through the queue. */
const prepareVideoPayload = z.strictObject({ analysisId: z.string(), attempt });

const analyseSegmentPayload = z.strictObject({
  analysisId: z.string(),
  attempt,
  /** 0-based place of the segment in the video's plan. */
  segment: z.int().min(0),
});

const assembleReportPayload = z.strictObject({ analysisId: z.string(), attempt });

interface JobEntry {
  readonly payload: z.ZodType;
  /** How often the job is tried before it has failed for good. */
  readonly attempts: number;
  readonly backoff: { readonly type: 'exponential'; readonly delay: number };
  /** Times a job may be taken from a worker that vanished before it counts as poison. */
  readonly maxStalledCount: number;
  /** When a run of the job is given up, in seconds, for a job that deals with so many seconds of video. */
  readonly timeoutS: (videoS: number) => number;
}

const retried = { attempts: 3, backoff: { type: 'exponential', delay: 1000 }, maxStalledCount: 3 } as const;

/**
 * Every job that the queue carries. Adding one: an entry here, a processor in apps/worker.
 *
 * The time-outs end what hangs in a way that no watchdog of its own notices; they are far above what slow machines need:
 * a core that decodes 4K takes several seconds for one of video, and copying a large file through a slow network half
 * an hour.
 */
export const JOB_CATALOGUE = {
  'prepare-video': { ...retried, payload: prepareVideoPayload, timeoutS: (videoS) => 1800 + videoS },
  'analyse-segment': { ...retried, payload: analyseSegmentPayload, timeoutS: (videoS) => 1800 + 60 * videoS },
  'assemble-report': { ...retried, payload: assembleReportPayload, timeoutS: (videoS) => 900 + videoS },
  /** Removes what has passed its time; a scheduler starts it, so a run that fails is made up for by the next. */
  'sweep-expired': {
    ...retried,
    payload: z.strictObject({}),
    attempts: 1,
    timeoutS: () => 3600,
  },
} as const satisfies Record<string, JobEntry>;

export type JobName = keyof typeof JOB_CATALOGUE;

/** The jobs of one analysis; the others look after all of them. */
export type AnalysisJobName = Exclude<JobName, 'sweep-expired'>;

export type JobPayload<N extends JobName> = z.infer<(typeof JOB_CATALOGUE)[N]['payload']>;

export const JOB_NAMES = Object.keys(JOB_CATALOGUE) as JobName[];

/**
 * The one id of a piece of work, derived from its row, so that enqueuing twice is enqueuing once.
 *
 * @example jobId('analyse-segment', { analysisId: 'an_x', attempt: 1, segment: 0 }) // 'an_x.1.analyse-segment.0'
 */
export function jobId<N extends AnalysisJobName>(name: N, payload: JobPayload<N>): string {
  const segment = 'segment' in payload ? `.${payload.segment}` : '';
  return `${payload.analysisId}.${payload.attempt}.${name}${segment}`;
}
