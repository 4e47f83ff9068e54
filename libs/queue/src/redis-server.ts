import { AppError } from '@eyeline/contracts';
import { createRedisBackend, type ConnectionOptions, type QueueBaseOptions } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';

import { withinDeadline } from './deadline.js';
import { type QueueServer } from './queue-server.js';

/** BullMQ recommends it; below, it writes to the console by itself. */
const OLDEST_VERSION = [6, 2] as const;

/** 50 ms, 100 ms, ... up to 2 s, for as long as the server is away. */
const retryStrategy = (attempts: number): number => Math.min(50 * 2 ** Math.min(attempts, 6), 2000);

/** A replica that was a primary until now answers READONLY: connect anew, to the new primary. */
const reconnectOnError = (error: Error): boolean => error.message.startsWith('READONLY');

const reconnecting = { retryStrategy, reconnectOnError, connectTimeout: 5000 } satisfies RedisOptions;

/**
 * A server that vanished without a word (its machine, or the network) is given up and looked for anew after so long
 * without an answer; TCP by itself takes a quarter of an hour. Workers wait for jobs inside a command, up to 5 s.
 */
const PRODUCER_SILENCE_MS = 5000;
const WORKER_SILENCE_MS = 10_000;

/**
 * Connects to Redis and refuses one that may drop jobs when its memory is full.
 *
 * @throws {AppError} queue_unavailable
 */
export async function openRedis(settings: {
  url: string;
  prefix: string;
  onError: (error: Error) => void;
  onWarning: (message: string) => void;
}): Promise<QueueServer> {
  const { url, prefix, onError, onWarning } = settings;
  const client = new Redis(url, {
    ...reconnecting,
    socketTimeout: PRODUCER_SILENCE_MS,
    lazyConnect: true,
    // Producers do not wait for a server that is away: nothing is parked, what is in flight is rejected.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
  });
  client.on('error', onError);
  try {
    await withinDeadline(client.connect(), 'Redis does not answer.');
    await checkServer(client, onWarning);
  } catch (error) {
    client.disconnect();
    throw error instanceof AppError
      ? error
      : new AppError('queue_unavailable', { detail: 'Redis cannot be reached.', cause: error });
  }
  return {
    factory: (name, options, extra) =>
      createRedisBackend(name, options as QueueBaseOptions<ConnectionOptions>, extra),
    // `queue.add` waits for a missing server unless it is told not to look.
    producer: { connection: client, prefix, skipWaitingForReady: true },
    worker: {
      connection: { url, ...reconnecting, socketTimeout: WORKER_SILENCE_MS, maxRetriesPerRequest: null },
      prefix,
    },
    ping: async () => void (await client.ping()),
    // BullMQ 6.7 sets its marker for every way into the queue but this one, when the job has a priority: `addBaseMarkerIfNeeded`.
    announceHandBack: (queueName) =>
      client.zadd(`${prefix}:${queueName}:marker`, 0, '0').then(
        () => undefined,
        () => undefined,
      ),
    readMetrics: (queue, kind) => queue.getMetrics(kind),
    // BullMQ's scripts run one after the other.
    alone: (_name, action) => action(),
    // QUIT waits for what is under way; without a server there is nobody to wait for.
    close: () =>
      client.quit().then(
        () => undefined,
        () => client.disconnect(),
      ),
  };
}

async function checkServer(client: Redis, onWarning: (message: string) => void): Promise<void> {
  const info = new Map(
    (await client.info())
      .split(/\r?\n/)
      .filter((line) => line.includes(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const version = info.get('redis_version') ?? '';
  const [major, minor] = version.split('.').map(Number);
  if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1])) {
    throw new AppError('queue_unavailable', {
      detail: `Redis ${version} is too old: ${OLDEST_VERSION.join('.')} or newer is needed.`,
    });
  }
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    throw new AppError('queue_unavailable', {
      detail: `Redis may drop jobs: its maxmemory-policy is ${policy}. Set it to noeviction.`,
    });
  }
  if (info.get('aof_enabled') !== '1') onWarning(`${await describeLoss(client)} Set appendonly to yes.`);
}

/** What a Redis without an append-only file loses. Managed servers often forbid CONFIG. */
async function describeLoss(client: Redis): Promise<string> {
  try {
    const [, save] = (await client.config('GET', 'save')) as [string, string];
    return save === ''
      ? 'Redis keeps nothing on disk: when it restarts, every queued job is gone.'
      : `Redis keeps snapshots only (save ${save}): when it crashes, the jobs since the last one are gone.`;
  } catch (error) {
    if (client.status !== 'ready') throw error;
    return 'Redis keeps no append-only file, and does not say whether it keeps snapshots: jobs may be gone when it crashes.';
  }
}
