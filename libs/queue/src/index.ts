export { createQueue } from './create-queue.js';
export type {
  EnqueueOptions,
  JobContext,
  JobDepth,
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
