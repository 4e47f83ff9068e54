import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';

import { type z } from 'zod';

import { type Environment, environmentSchema } from './environment.js';

/** BullMQ runs on Redis when `REDIS_URL` is set, on PostgreSQL otherwise. */
export type QueueBackend = { readonly kind: 'redis' | 'postgres'; readonly url: string };

/** Objects lie in a bucket when `S3_BUCKET` is set, in a folder otherwise. */
export type StorageBackend =
  | { readonly kind: 'folder'; readonly root: string }
  | {
      readonly kind: 's3';
      /** Null: that of the region at AWS. */
      readonly endpoint: string | null;
      /** Where clients reach it, if not there. */
      readonly publicEndpoint: string | null;
      readonly bucket: string;
      readonly region: string;
      /** Null: what the machine itself is given (role, profile), as the SDK finds it. */
      readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
      readonly forcePathStyle: boolean;
      readonly scratchDir: string;
      readonly scratchMaxBytes: number | null;
    };

/** Who writes narratives. */
export type LanguageModelSettings =
  | { readonly kind: 'gemini'; readonly apiKey: string; readonly model: string }
  | {
      readonly kind: 'openai';
      readonly baseUrl: string;
      /** Null: none is sent. */
      readonly apiKey: string | null;
      readonly model: string;
    };

/** Which networks are used. */
export interface ModelSettings {
  /** Absolute folder of networks beside the shipped ones; need not be there. */
  readonly folder: string;
  /** Name of the emotion network; null: the one chosen in the folder, else the default one. */
  readonly emotion: string | null;
}

/** Requests a minute; 0 = no limit. */
export interface RateLimitSettings {
  /** Of each key, or of each address without one. */
  readonly reads: number;
  /** Those that start work or change something. */
  readonly writes: number;
  /** Live frames. */
  readonly live: number;
  /** Of each address, with keys that do not exist or none at all. */
  readonly unauthorized: number;
}

/** Live frames in one process that looks at them. */
export interface FrameSettings {
  /** Threads that decode and infer. */
  readonly lanes: number;
  /** In hand at once, those included that are still being received. */
  readonly maxFrames: number;
  readonly maxImageBytes: number;
}

/** Live frames in one process of the API. */
export interface LiveSettings extends FrameSettings {
  /** Where live processes take images, without a slash at its end; null: this process looks at them itself. */
  readonly url: string | null;
  /** Open at once, of all clients and of one key. */
  readonly maxConnections: number;
  readonly maxConnectionsPerKey: number;
}

/** Live sessions. */
export interface SessionSettings {
  /** A session of so many takes no further one. */
  readonly maxFrames: number;
  /** One that gets no frame for so long is forgotten. */
  readonly idleS: number;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute folder of everything that an embedded stack keeps. */
  readonly dataDir: string;
  readonly storage: StorageBackend;
  readonly databaseUrl: string;
  readonly queue: QueueBackend;
  /** A longer video is split into pieces of about so many seconds. */
  readonly segmentS: number;
  readonly workers: number;
  /** Videos that one worker process works on at once, each on a thread of its own. */
  readonly workerConcurrency: number;
  readonly workerMetricsPort: number | null;
  /** A job whose worker has been silent for so long is given to another. */
  readonly jobLockMs: number;
  /** What decodes videos instead of the processor. */
  readonly hardwareDecoder: 'cuda' | null;
  readonly models: ModelSettings;
  /** Emotion networks that clients may ask for by name; null: the shipped ones. */
  readonly offeredEmotionModels: readonly string[] | null;
  /** What `compare` asks beside the network in use; null: only what a client names. */
  readonly comparedEmotionModel: string;
  readonly executionProvider: 'auto' | 'cpu' | 'cuda' | 'tensorrt' | 'webgpu';
  readonly retainReportDays: number;
  /** How often what has passed its time is removed. */
  readonly sweepIntervalS: number;
  /** Objects that belong to nothing, and uploads that were never finished, go after so long. */
  readonly staleAfterS: number;
  /** How often rows and queue are compared. */
  readonly reconcileIntervalS: number;
  /** Analyses that have not ended: with so many, of all projects or of one, no further one is taken. */
  readonly maxOpenAnalyses: number;
  readonly maxOpenPerProject: number;
  readonly rateLimits: RateLimitSettings;
  /** A sign-in that is not used for so long is over. */
  readonly signInIdleS: number;
  /** Sites whose pages may read answers: none, some, or all (`*`). */
  readonly corsOrigins: readonly string[];
  /** Event streams that one process of the API holds open. */
  readonly maxEventStreams: number;
  readonly live: LiveSettings;
  readonly sessions: SessionSettings;
  readonly maxUploadBytes: number;
  readonly maxDurationS: number;
  readonly maxPixels: number;
  /** Networks that videos may be fetched from although they are not public: `address/bits`. */
  readonly sourceAllowedRanges: readonly string[];
  /** Networks that webhooks may be sent to although they are not public: `address/bits`. */
  readonly webhookAllowedRanges: readonly string[];
  /** The delay before each attempt to send a webhook; null: the default schedule, with jitter. */
  readonly webhookDelaysS: readonly number[] | null;
  /** Null: nobody writes narratives. */
  readonly languageModel: LanguageModelSettings | null;
  /** For both questions together. */
  readonly narrativeTimeoutS: number;
  /** The end of standard input means that the parent is gone, and the process has to stop. */
  readonly lifeline: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Google's own name for the current model of this size. */
const DEFAULT_GEMINI_MODEL = 'gemini-flash-latest';

/** All mistakes of the environment at once, a line each. */
export class ConfigError extends Error {
  constructor(
    readonly mistakes: readonly string[],
    what = 'The environment holds mistakes',
  ) {
    super(`${what}:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
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
  const env = parseEnvironment(environmentSchema, environment);
  const dataDir = resolve(env.EYELINE_DATA_DIR);
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    dataDir,
    storage: Object.freeze(storageBackend(env, dataDir)),
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
    hardwareDecoder: env.DECODE_HWACCEL === 'none' ? null : env.DECODE_HWACCEL,
    models: Object.freeze(modelSettings(env)),
    offeredEmotionModels: Object.freeze(env.EMOTION_MODELS ?? null),
    comparedEmotionModel: env.EMOTION_COMPARE_MODEL ?? COMPARED_BY_DEFAULT,
    executionProvider: env.EXECUTION_PROVIDER,
    retainReportDays: env.RETAIN_REPORT_DAYS,
    sweepIntervalS: env.SWEEP_INTERVAL_S,
    staleAfterS: env.STALE_AFTER_S,
    reconcileIntervalS: env.RECONCILE_INTERVAL_S,
    maxOpenAnalyses: env.MAX_OPEN_ANALYSES,
    maxOpenPerProject: env.MAX_OPEN_PER_PROJECT,
    rateLimits: Object.freeze({
      reads: env.RATE_LIMIT_READS,
      writes: env.RATE_LIMIT_WRITES,
      live: env.RATE_LIMIT_LIVE,
      unauthorized: env.RATE_LIMIT_UNAUTHORIZED,
    }),
    signInIdleS: env.SIGN_IN_IDLE_S,
    corsOrigins: Object.freeze(env.CORS_ORIGINS),
    maxEventStreams: env.MAX_EVENT_STREAMS,
    live: Object.freeze({
      // Paths are put behind it.
      url: env.LIVE_URL?.replace(/\/+$/, '') ?? null,
      ...frameSettings(env),
      maxConnections: env.MAX_LIVE_CONNECTIONS,
      maxConnectionsPerKey: env.MAX_LIVE_CONNECTIONS_PER_KEY,
    }),
    sessions: Object.freeze({ maxFrames: env.MAX_SESSION_FRAMES, idleS: env.SESSION_IDLE_S }),
    maxUploadBytes: env.MAX_UPLOAD_BYTES,
    maxDurationS: env.MAX_DURATION_S,
    maxPixels: env.MAX_PIXELS,
    sourceAllowedRanges: Object.freeze(env.SOURCE_ALLOWED_RANGES),
    webhookAllowedRanges: Object.freeze(env.WEBHOOK_ALLOWED_RANGES),
    webhookDelaysS: Object.freeze(env.WEBHOOK_RETRY_SCHEDULE_S ?? null),
    languageModel: Object.freeze(languageModel(env)),
    narrativeTimeoutS: env.NARRATIVE_TIMEOUT_S,
    lifeline: env.EYELINE_LIFELINE === 'stdin',
    logLevel: env.LOG_LEVEL,
  });
}

/** What an API and a live process have in common about frames. */
export const frameSettings = (
  env: Pick<Environment, 'LIVE_LANES' | 'MAX_LIVE_FRAMES' | 'MAX_IMAGE_BYTES'>,
): FrameSettings => ({
  lanes: env.LIVE_LANES,
  maxFrames: env.MAX_LIVE_FRAMES,
  maxImageBytes: env.MAX_IMAGE_BYTES,
});

/** The shipped network that others are compared with. */
const COMPARED_BY_DEFAULT = 'emotion-cnn-bilstm';

export const modelSettings = (
  env: Pick<Environment, 'EYELINE_DATA_DIR' | 'MODELS_DIR' | 'EMOTION_MODEL'>,
): ModelSettings => ({
  folder: resolve(env.MODELS_DIR ?? join(env.EYELINE_DATA_DIR, 'models')),
  emotion: env.EMOTION_MODEL ?? null,
});

/** @throws {ConfigError} with every mistake */
export function parseEnvironment<S extends z.ZodType>(
  schema: S,
  environment: NodeJS.ProcessEnv,
): z.output<S> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ code, path, message }) =>
      code !== 'custom' && given[String(path[0])] === undefined
        ? `${path.join('.')} is not set`
        : `${path.join('.')} ${message}`,
    ),
  );
}

function storageBackend(env: Environment, dataDir: string): StorageBackend {
  if (env.S3_BUCKET === undefined) return { kind: 'folder', root: resolve(dataDir, 'objects') };
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return {
    kind: 's3',
    endpoint: env.S3_ENDPOINT ?? null,
    publicEndpoint: env.S3_PUBLIC_ENDPOINT ?? null,
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    credentials:
      accessKeyId === undefined || secretAccessKey === undefined ? null : { accessKeyId, secretAccessKey },
    // Servers other than AWS commonly have no name for each bucket.
    forcePathStyle: env.S3_FORCE_PATH_STYLE ?? env.S3_ENDPOINT !== undefined,
    scratchDir: resolve(dataDir, 'scratch'),
    scratchMaxBytes: env.SCRATCH_MAX_BYTES ?? null,
  };
}

/** An address of one's own comes before Google's. */
function languageModel(env: Environment): LanguageModelSettings | null {
  const { GEMINI_API_KEY: geminiKey, NARRATIVE_BASE_URL: baseUrl, NARRATIVE_MODEL: model } = env;
  if (baseUrl !== undefined && model !== undefined) {
    return { kind: 'openai', baseUrl, apiKey: env.NARRATIVE_API_KEY ?? null, model };
  }
  return geminiKey === undefined
    ? null
    : { kind: 'gemini', apiKey: geminiKey, model: model ?? DEFAULT_GEMINI_MODEL };
}

/** BullMQ's tables live in a database of their own, so that the schema of ours stays exactly what Prisma knows. */
function queueDatabaseUrl(databaseUrl: string): string {
  const address = new URL(databaseUrl);
  address.pathname = `${address.pathname.replace(/\/$/, '') || '/eyeline'}_queue`;
  return address.href;
}
