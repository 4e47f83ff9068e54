import { BullJobQueue } from './bull-queue.js';
import { type JobQueue, type QueueOptions, type QueueSettings } from './job-queue.js';
import { openPostgres } from './postgres-server.js';
import { openRedis } from './redis-server.js';

const PREFIX = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** A server that is away makes every connection report the same, twice a second. */
const SAME_ERROR_MS = 5000;

/**
 * Opens the job queue on the server that `settings` names: makes and migrates the database on PostgreSQL, checks the
 * configuration on Redis.
 *
 * @throws {AppError} queue_unavailable when the server cannot be reached or may not be trusted with jobs
 * @example
 * const queue = await createQueue({ kind: 'redis', url: 'redis://127.0.0.1' }, { lockMs: 30_000, onError: log });
 * await queue.enqueue('prepare-video', { analysisId: 'an_x', attempt: 1 });
 */
export async function createQueue(settings: QueueSettings, options: QueueOptions): Promise<JobQueue> {
  const { kind, url } = settings;
  const { prefix = 'eyeline', lockMs, outageDelayMs = 5000, onWarning = () => undefined } = options;
  if (!PREFIX.test(prefix)) {
    throw new TypeError(`The queue prefix "${prefix}" has to be a name of letters, digits and underscores.`);
  }
  const onError = withoutRepetition(options.onError);
  const server =
    kind === 'redis'
      ? await openRedis({ url, prefix, onError, onWarning })
      : await openPostgres({ url, prefix, onError });
  const queue = new BullJobQueue(server, { lockMs, outageDelayMs, onError });
  try {
    await queue.waitUntilReady();
  } catch (error) {
    await queue.close();
    throw error;
  }
  return queue;
}

function withoutRepetition(onError: (error: Error) => void): (error: Error) => void {
  const lastSeen = new Map<string, number>();
  return (error) => {
    // pg's pool hangs the whole connection on it, down to its sockets, and a log would print that.
    if ('client' in error) delete error.client;
    const now = Date.now();
    const seen = lastSeen.get(error.message);
    if (seen !== undefined && now - seen < SAME_ERROR_MS) return;
    if (lastSeen.size > 100) lastSeen.clear();
    lastSeen.set(error.message, now);
    onError(error);
  };
}
