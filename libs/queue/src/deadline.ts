import { AppError } from '@eyeline/contracts';

/** How long a caller waits for a server that neither answers nor refuses. */
const SILENCE_MS = 3000;

/**
 * The promise, or `queue_unavailable` when it takes longer than `deadlineMs`.
 *
 * @throws {AppError} queue_unavailable
 */
export async function withinDeadline<T>(
  promise: Promise<T>,
  detail: string,
  deadlineMs = SILENCE_MS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('queue_unavailable', { detail })), deadlineMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the promise ends, well or badly, within `deadlineMs`. */
export async function endsWithin(promise: Promise<unknown>, deadlineMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  try {
    return await Promise.race([promise.then(ended, ended), late]);
  } finally {
    clearTimeout(timer);
  }
}

const ended = (): boolean => true;
