import { type FailedJobAnswer } from '@eyeline/contracts';
import { type FailedJob } from '@eyeline/queue';

/** What a job is a part of. */
export interface JobSubject {
  readonly analysisId: string | null;
  readonly deliveryId: string | null;
  readonly attempt: number;
}

export function aboutOf({ payload }: FailedJob): JobSubject {
  const { analysisId, deliveryId, attempt } = payload ?? {};
  return {
    analysisId: typeof analysisId === 'string' ? analysisId : null,
    deliveryId: typeof deliveryId === 'string' ? deliveryId : null,
    attempt: typeof attempt === 'number' ? attempt : 0,
  };
}

/** As clients see it. */
export function presentFailedJob(job: FailedJob): FailedJobAnswer {
  const { analysisId, deliveryId } = aboutOf(job);
  return {
    object: 'failed_job',
    ...{ queue: job.queue, id: job.id, name: job.queue },
    ...{ analysis_id: analysisId, delivery_id: deliveryId, reason: { ...job.reason } },
    ...{ attempts: job.tries, failed_at: job.failedAt.toISOString() },
  };
}
