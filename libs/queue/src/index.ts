export { createQueue } from './create-queue.js';
export type {
  JobContext,
  JobDepth,
  JobQueue,
  JobWorker,
  QueueOptions,
  QueueSettings,
  WorkOptions,
} from './job-queue.js';
