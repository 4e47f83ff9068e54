import { z } from 'zod';

import { instant } from './analysis.js';
import { ERROR_CODES } from './errors.js';
import { JOB_NAMES, type JobName } from './jobs.js';

const count = z.int().min(0);

export const queueNameSchema = z.enum(JOB_NAMES as [JobName, ...JobName[]]);

const perMinute = z
  .array(count)
  .describe('For each minute of the last hour, oldest first; the last number is of the minute that runs.');

/** How much there is to do of one kind of work, and how it gets on. */
export const queueLoadSchema = z.object({
  name: queueNameSchema,
  waiting: count,
  active: count,
  delayed: count.describe('Those that wait for their time: put off, or to be tried again.'),
  failed: count.describe('Those that were given up in the last 24 h.'),
  paused: count.describe('How many of those that wait are held back, because somebody paused the queue.'),
  oldest_waiting_s: z
    .number()
    .min(0)
    .nullable()
    .describe('How long the first in line could have been in work; null when nothing waits.'),
  completed_per_minute: perMinute,
  failed_per_minute: perMinute,
});

export const queueLoadListSchema = z.object({
  data: z.array(queueLoadSchema),
  next_cursor: z.string().nullable(),
});

/** How often a worker gives a sign of life, and after how long without one it is taken for dead. */
export const WORKER_SIGN_MS = 5_000;
export const WORKER_SILENT_MS = 20_000;

/** A process that takes work. */
export const workerSchema = z.object({
  object: z.literal('worker'),
  id: z.string(),
  host: z.string(),
  pid: z.int(),
  version: z.string(),
  execution_provider: z
    .string()
    .describe('What it was told to use, until it has looked at a video; then what it uses.'),
  lanes: count.describe('Videos that it looks at together.'),
  models: z.array(z.string()).describe('The networks that it was started with.'),
  started_at: instant,
  last_seen_at: instant.describe('One that is silent for 20 s is not shown any more.'),
  current_jobs: z.array(
    z.object({
      queue: queueNameSchema,
      analysis_id: z.string().nullable().describe('Null when it is about no analysis of the project.'),
      started_at: instant,
    }),
  ),
});

export type WorkerAnswer = z.infer<typeof workerSchema>;

export const workerListSchema = z.object({ data: z.array(workerSchema), next_cursor: z.string().nullable() });

/** A piece of work that was given up. */
export const failedJobSchema = z.object({
  object: z.literal('failed_job'),
  queue: queueNameSchema,
  id: z.string(),
  name: z.string(),
  analysis_id: z.string().nullable(),
  delivery_id: z.string().nullable(),
  reason: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
  attempts: count.describe('How often it was tried.'),
  failed_at: instant,
});

export type FailedJobAnswer = z.infer<typeof failedJobSchema>;

export const failedJobListSchema = z.object({
  data: z.array(failedJobSchema),
  next_cursor: z.string().nullable(),
});
