import { join } from 'node:path';

import { type StorageSettings } from '@eyeline/storage';

import { type Servers } from '../servers/start-servers.js';

/** Short enough for a run to see each of them pass several times. */
export const SETTINGS = {
  JOB_LOCK_MS: 5_000,
  SEGMENT_S: 2,
  WORKER_CONCURRENCY: 1,
  RECONCILE_INTERVAL_S: 2,
  SWEEP_INTERVAL_S: 5,
  STALE_AFTER_S: 20,
  // The receiver is on this machine, and is busy now and then.
  WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
  WEBHOOK_RETRY_SCHEDULE_S: '0,1,1,2,2,5,5,5,10,10',
} as const;

/** With S3, every process is on a machine of its own, so to speak: it shares no folder with another. */
export const dataDirOf = (storage: StorageSettings, folder: string, name: string): string =>
  storage.kind === 's3' ? join(folder, `data-${name}`) : join(folder, 'data');

/** All that the API or a worker is told. */
export function environmentOf(
  name: string,
  {
    servers,
    storage,
    folder,
    extra,
  }: { servers: Servers; storage: StorageSettings; folder: string; extra: object },
): NodeJS.ProcessEnv {
  const queueUrl = name === 'api' ? servers.queueWay.url : servers.queue.url;
  const settings = {
    NODE_ENV: 'production',
    EYELINE_LIFELINE: 'stdin', // none outlives the harness
    EYELINE_DATA_DIR: dataDirOf(storage, folder, name),
    DATABASE_URL: servers.databaseUrl,
    ...(servers.queue.kind === 'redis' ? { REDIS_URL: queueUrl } : { QUEUE_DATABASE_URL: queueUrl }),
    ...(storage.kind === 's3' && {
      S3_ENDPOINT: storage.endpoint,
      S3_BUCKET: storage.bucket,
      S3_REGION: storage.region,
      S3_ACCESS_KEY_ID: storage.credentials?.accessKeyId,
      S3_SECRET_ACCESS_KEY: storage.credentials?.secretAccessKey,
    }),
    ...SETTINGS,
    ...extra,
  };
  const texts = Object.entries(settings).map(([key, value]) => [key, String(value)]);
  return { PATH: process.env.PATH, ...(Object.fromEntries(texts) as NodeJS.ProcessEnv) };
}
