export { createQueue } from './create-queue.js';
export { type FailedJob, type FailedPosition } from './failed-jobs.js';
export type {
  EnqueueOptions,
  JobContext,
  JobDepth,
  JobLoad,
  JobQueue,
  JobWorker,
  QueueOptions,
  QueueSettings,
  ScheduledJobName,
  SegmentsFlow,
  WorkOptions,
} from './job-queue.js';
export { MAX_PRIORITY } from './priority.js';
export { PutOffError } from './put-off.js';
