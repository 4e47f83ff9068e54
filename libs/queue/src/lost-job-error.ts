/** BullMQ's codes (`ErrorCode`): the job is not there, its lock is not there, it is not in work, the lock is another's. */
const LOST = [-1, -2, -3, -6];

/** Tells BullMQ's worker that what became of a job could not be recorded, and is not to be: it is not ours any more. */
export class LostJobError extends Error {
  constructor(jobId: string, cause: unknown) {
    super(`What became of job ${jobId} counts no more: ${(cause as Error).message}`, { cause });
  }
}

/** Whether the server answered that the job does not belong to the worker that asked. */
export const tellsLoss = (error: unknown): boolean =>
  LOST.includes((error as { code?: unknown }).code as number);

/** Whether the server answered at all: BullMQ's scripts refuse with numbers, connections break with words. */
export const isAnswer = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'number';
