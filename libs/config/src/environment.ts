import { isIP } from 'node:net';

import { z } from 'zod';

const bytes = z.coerce.number().int().positive();
const url = (schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), {
    message: `must be an address that starts with ${schemes.map((s) => `${s}//`).join(' or ')}`,
  });

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

const list = z.string().transform((value) => value.split(',').map((item) => item.trim()));

/** `10.0.0.0/8`, `fd00::/8`; a single address is a range of itself. */
const ranges = list.transform((items, context) =>
  items.map((item) => {
    const [address, bits, ...rest] = item.split('/');
    const most = isIP(address) === 4 ? 32 : 128;
    const isRange = isIP(address) !== 0 && rest.length === 0 && /^\d{1,3}$/.test(bits ?? String(most));
    if (!isRange || Number(bits) > most) {
      context.addIssue({ code: 'custom', message: `holds "${item}", which is no range like 10.0.0.0/8` });
    }
    return `${address}/${bits ?? most}`;
  }),
);

/** Delays in seconds. */
const delays = list.pipe(z.array(z.string().regex(/^\d+(\.\d+)?$/, 'holds what is no number of seconds')));

/** As networks and their folders are called. */
const modelName = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'is no name of a network');

/** Requests a minute; 0 = no limit. */
const perMinute = z.coerce.number().int().min(0);

/** `https://app.example.com`, as browsers write it in `Origin`; `*` alone for every site. */
const origins = list.transform((items, context) => {
  for (const item of items) {
    if (item === '*' ? items.length === 1 : isOrigin(item)) continue;
    const problem = item === '*' ? 'beside others' : 'which is no origin like https://app.example.com';
    context.addIssue({ code: 'custom', message: `holds "${item}", ${problem}` });
  }
  return items;
});

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text;
}

/** Every setting that operators meet, by the name in the environment; docs/operations.md explains each. */
export const environmentSchema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    EYELINE_DATA_DIR: z.string().default('.eyeline'),
    DATABASE_URL: url(['postgres:', 'postgresql:']),
    REDIS_URL: url(['redis:', 'rediss:']).optional(),
    QUEUE_DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
    S3_BUCKET: z.string().optional(),
    S3_ENDPOINT: url(['http:', 'https:']).optional(),
    S3_PUBLIC_ENDPOINT: url(['http:', 'https:']).optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    S3_FORCE_PATH_STYLE: flag.optional(),
    SCRATCH_MAX_BYTES: bytes.optional(),
    SEGMENT_S: z.coerce.number().min(1).max(3600).default(60),
    WORKERS: z.coerce.number().int().min(0).max(64).default(1),
    WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(256).optional(),
    WORKER_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    JOB_LOCK_MS: z.coerce.number().int().min(1000).default(30_000),
    DECODE_HWACCEL: z.enum(['none', 'cuda']).default('none'),
    MODELS_DIR: z.string().optional(),
    EMOTION_MODEL: modelName.optional(),
    EMOTION_MODELS: list.pipe(z.array(modelName)).optional(),
    EMOTION_COMPARE_MODEL: modelName.optional(),
    EXECUTION_PROVIDER: z.enum(['auto', 'cpu', 'cuda', 'tensorrt', 'webgpu']).default('auto'),
    RETAIN_REPORT_DAYS: z.coerce.number().positive().default(30),
    SWEEP_INTERVAL_S: z.coerce.number().min(1).max(86_400).default(300),
    STALE_AFTER_S: z.coerce.number().min(1).default(86_400),
    RECONCILE_INTERVAL_S: z.coerce.number().min(1).max(600).default(10),
    MAX_OPEN_ANALYSES: z.coerce.number().int().min(1).default(10_000),
    MAX_OPEN_PER_PROJECT: z.coerce.number().int().min(1).default(2_000),
    RATE_LIMIT_READS: perMinute.default(6_000),
    RATE_LIMIT_WRITES: perMinute.default(600),
    RATE_LIMIT_LIVE: perMinute.default(12_000),
    RATE_LIMIT_UNAUTHORIZED: perMinute.default(120),
    SIGN_IN_IDLE_S: z.coerce.number().min(1).max(2_592_000).default(43_200),
    CORS_ORIGINS: origins.default([]),
    MAX_EVENT_STREAMS: z.coerce.number().int().min(0).default(1_000),
    LIVE_URL: url(['http:', 'https:']).optional(),
    LIVE_LANES: z.coerce.number().int().min(1).max(256).default(2),
    MAX_LIVE_FRAMES: z.coerce.number().int().min(1).max(10_000).default(16),
    MAX_LIVE_CONNECTIONS: z.coerce.number().int().min(0).max(100_000).default(200),
    MAX_LIVE_CONNECTIONS_PER_KEY: z.coerce.number().int().min(0).max(100_000).default(16),
    MAX_SESSION_FRAMES: z.coerce.number().int().min(1).max(10_000_000).default(648_000),
    SESSION_IDLE_S: z.coerce.number().min(1).max(86_400).default(1800),
    MAX_IMAGE_BYTES: bytes.max(1_000_000_000).default(20_000_000),
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
    SOURCE_ALLOWED_RANGES: ranges.default([]),
    WEBHOOK_ALLOWED_RANGES: ranges.default([]),
    WEBHOOK_RETRY_SCHEDULE_S: delays.transform((items) => items.map(Number)).optional(),
    GEMINI_API_KEY: z.string().optional(),
    NARRATIVE_BASE_URL: url(['http:', 'https:']).optional(),
    NARRATIVE_API_KEY: z.string().optional(),
    NARRATIVE_MODEL: z.string().optional(),
    NARRATIVE_TIMEOUT_S: z.coerce.number().min(1).max(300).default(30),
    EYELINE_LIFELINE: z.enum(['stdin']).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env;
    const refuse = (path: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [path], message });
    for (const name of ['S3_ENDPOINT', 'S3_PUBLIC_ENDPOINT'] as const) {
      if (S3_BUCKET === undefined && env[name] !== undefined) {
        refuse('S3_BUCKET', `is not set, although ${name} is`);
      }
    }
    if ((S3_ACCESS_KEY_ID === undefined) !== (S3_SECRET_ACCESS_KEY === undefined)) {
      refuse('S3_SECRET_ACCESS_KEY', 'and S3_ACCESS_KEY_ID are given together or not at all');
    }
    if (env.NARRATIVE_BASE_URL !== undefined && env.NARRATIVE_MODEL === undefined) {
      refuse('NARRATIVE_MODEL', 'is not set, although NARRATIVE_BASE_URL is');
    }
    if (env.NARRATIVE_BASE_URL === undefined && env.NARRATIVE_API_KEY !== undefined) {
      refuse('NARRATIVE_BASE_URL', 'is not set, although NARRATIVE_API_KEY is');
    }
  });

export type Environment = z.output<typeof environmentSchema>;
