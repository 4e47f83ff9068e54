import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';

const bytes = z.coerce.number().int().positive();
const url = (schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    message: `must be an address that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`,
  });

/** Every setting that operators meet, by the name in the environment; docs/operations.md explains each. */
const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  EYELINE_DATA_DIR: z.string().default('.eyeline'),
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  QUEUE_DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SEGMENT_S: z.coerce.number().min(1).max(3600).default(60),
  WORKERS: z.coerce.number().int().min(0).max(64).default(1),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(256).optional(),
  WORKER_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  JOB_LOCK_MS: z.coerce.number().int().min(1000).default(30_000),
  EXECUTION_PROVIDER: z.enum(['auto', 'cpu', 'cuda', 'tensorrt', 'webgpu']).default('auto'),
  RETAIN_REPORT_DAYS: z.coerce.number().positive().default(30),
  MAX_UPLOAD_BYTES: bytes.default(20_000_000_000),
  MAX_DURATION_S: z.coerce
    .number()
    .positive()
    .default(6 * 3600),
  MAX_PIXELS: z.coerce
    .number()
    .int()
    .positive()
    .default(8192 * 4320),
  EYELINE_LIFELINE: z.enum(['stdin']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** BullMQ runs on Redis when `REDIS_URL` is set, on PostgreSQL otherwise. */
export type QueueBackend = { readonly kind: 'redis' | 'postgres'; readonly url: string };

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute folder of everything that an embedded stack keeps. */
  readonly dataDir: string;
  /** Absolute folder of the folder storage driver. */
  readonly objectsDir: string;
  /** Absolute folder for files that live no longer than a job. */
  readonly scratchDir: string;
  readonly databaseUrl: string;
  readonly queue: QueueBackend;
  readonly segmentS: number;
  readonly workers: number;
  /** Videos that one worker process works on at once, each on a thread of its own. */
  readonly workerConcurrency: number;
  readonly workerMetricsPort: number | null;
  /** A job whose worker has been silent for so long is given to another. */
  readonly jobLockMs: number;
  readonly executionProvider: 'auto' | 'cpu' | 'cuda' | 'tensorrt' | 'webgpu';
  readonly retainReportDays: number;
  readonly maxUploadBytes: number;
  readonly maxDurationS: number;
  readonly maxPixels: number;
  /** The end of standard input means that the parent is gone, and the process has to stop. */
  readonly lifeline: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** All mistakes of the environment at once, a line each. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The environment holds mistakes:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * The environment as one frozen typed object. An empty variable counts as not set.
 *
 * @throws {ConfigError} with every mistake, not only the first
 * @example loadConfig({ DATABASE_URL: 'postgres://127.0.0.1/eyeline' }).port // 3000
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) =>
        given[String(path[0])] === undefined
          ? `${path.join('.')} is not set`
          : `${path.join('.')} ${message}`,
      ),
    );
  }
  const env = parsed.data;
  const dataDir = resolve(env.EYELINE_DATA_DIR);
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    dataDir,
    objectsDir: resolve(dataDir, 'objects'),
    scratchDir: resolve(dataDir, 'scratch'),
    databaseUrl: env.DATABASE_URL,
    queue: Object.freeze(
      env.REDIS_URL === undefined
        ? { kind: 'postgres' as const, url: env.QUEUE_DATABASE_URL ?? queueDatabaseUrl(env.DATABASE_URL) }
        : { kind: 'redis' as const, url: env.REDIS_URL },
    ),
    segmentS: env.SEGMENT_S,
    workers: env.WORKERS,
    workerConcurrency: env.WORKER_CONCURRENCY ?? availableParallelism(),
    workerMetricsPort: env.WORKER_METRICS_PORT ?? null,
    jobLockMs: env.JOB_LOCK_MS,
    executionProvider: env.EXECUTION_PROVIDER,
    retainReportDays: env.RETAIN_REPORT_DAYS,
    maxUploadBytes: env.MAX_UPLOAD_BYTES,
    maxDurationS: env.MAX_DURATION_S,
    maxPixels: env.MAX_PIXELS,
    lifeline: env.EYELINE_LIFELINE === 'stdin',
    logLevel: env.LOG_LEVEL,
  });
}

/** BullMQ's tables live in a database of their own, so that the schema of ours stays exactly what Prisma knows. */
function queueDatabaseUrl(databaseUrl: string): string {
  const address = new URL(databaseUrl);
  address.pathname = `${address.pathname.replace(/\/$/, '') || '/eyeline'}_queue`;
  return address.href;
}
