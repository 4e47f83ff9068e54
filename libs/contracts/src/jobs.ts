import { z } from 'zod';

const attempt = z.int().min(1);

/** Ids only: frames, options and addresses never pass through the queue. */
const fetchSourcePayload = z.strictObject({ analysisId: z.string(), attempt });

const prepareVideoPayload = z.strictObject({ analysisId: z.string(), attempt });

const analyseSegmentPayload = z.strictObject({
  analysisId: z.string(),
  attempt,
  /** 0-based place of the segment in the video's plan. */
  segment: z.int().min(0),
});

const assembleReportPayload = z.strictObject({ analysisId: z.string(), attempt });

const annotateVideoPayload = z.strictObject({ analysisId: z.string(), attempt });

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
  /**
   * Copies a video from an address into the storage, which at 8 Mbit/s takes the six hours for 20 GB. Other people's
   * servers come back in minutes rather than in seconds.
   */
  'fetch-source': {
    ...retried,
    payload: fetchSourcePayload,
    attempts: 5,
    backoff: { type: 'exponential', delay: 5000 },
    timeoutS: () => 6 * 3600,
  },
  'prepare-video': { ...retried, payload: prepareVideoPayload, timeoutS: (videoS) => 1800 + videoS },
  'analyse-segment': { ...retried, payload: analyseSegmentPayload, timeoutS: (videoS) => 1800 + 60 * videoS },
  'assemble-report': { ...retried, payload: assembleReportPayload, timeoutS: (videoS) => 900 + videoS },
  /** Draws into the video what was found, before an analysis that asked for it counts as completed. */
  'annotate-video': { ...retried, payload: annotateVideoPayload, timeoutS: (videoS) => 1800 + 60 * videoS },
  /**
   * One attempt to tell a receiver of an event. What the receiver makes of it is no failure of the job: the delivery's
   * row holds the schedule of further attempts, each a job of its own.
   */
  'deliver-webhook': {
    ...retried,
    payload: z.strictObject({ deliveryId: z.string(), attempt }),
    timeoutS: () => 120,
  },
  /** Removes what has passed its time; a scheduler starts it, so a run that fails is made up for by the next. */
  'sweep-expired': {
    ...retried,
    payload: z.strictObject({}),
    attempts: 1,
    timeoutS: () => 3600,
  },
} as const satisfies Record<string, JobEntry>;

export type JobName = keyof typeof JOB_CATALOGUE;

/** The jobs that a row asks for; the others are started by a clock. */
export type QueuedJobName = Exclude<JobName, 'sweep-expired'>;

/** The jobs that work on one analysis. */
export type AnalysisJobName = Exclude<QueuedJobName, 'deliver-webhook'>;

export type JobPayload<N extends JobName> = z.infer<(typeof JOB_CATALOGUE)[N]['payload']>;

export const JOB_NAMES = Object.keys(JOB_CATALOGUE) as JobName[];

/**
 * The one id of a piece of work, derived from its row, so that enqueuing twice is enqueuing once.
 *
 * @example jobId('analyse-segment', { analysisId: 'an_x', attempt: 1, segment: 0 }) // 'an_x.1.analyse-segment.0'
 */
export function jobId<N extends QueuedJobName>(name: N, payload: JobPayload<N>): string {
  const segment = 'segment' in payload ? `.${payload.segment}` : '';
  const rowId = 'deliveryId' in payload ? payload.deliveryId : payload.analysisId;
  return `${rowId}.${payload.attempt}.${name}${segment}`;
}
