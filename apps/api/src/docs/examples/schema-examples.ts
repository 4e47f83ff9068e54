import { type SchemaName } from '../schemas.js';
import { EXAMPLE_ANALYSIS, EXAMPLE_QUEUED_ANALYSIS, EXAMPLE_RECEIPT } from './analysis.examples.js';
import { EXAMPLE_ADDRESS, EXAMPLE_IDS } from './example-ids.js';
import {
  EXAMPLE_ANALYZE,
  EXAMPLE_FACES,
  EXAMPLE_PICTURE,
  EXAMPLE_PREDICT,
  EXAMPLE_PROTOTYPE_REPORT,
  EXAMPLE_SESSION_PICTURE,
  EXAMPLE_STREAM_FRAME,
} from './prototype.examples.js';
import { EXAMPLE_FRAME, EXAMPLE_REPORT } from './report.examples.js';
import { EXAMPLE_SESSION, EXAMPLE_SESSION_END, EXAMPLE_SESSION_REPORT } from './session.examples.js';
import {
  EXAMPLE_DELIVERY,
  EXAMPLE_ENDPOINT,
  EXAMPLE_ENDPOINT_CHANGES,
  EXAMPLE_MESSAGE,
  EXAMPLE_NEW_ENDPOINT,
  EXAMPLE_SECRET,
} from './webhook.examples.js';

const page = (one: unknown): object => ({ data: [one], next_cursor: null });

const UPLOAD = {
  id: EXAMPLE_IDS.upload,
  object: 'upload',
  size_bytes: 1632292,
  created_at: '2026-11-02T09:20:00.000Z',
  expires_at: '2026-11-03T09:20:00.000Z',
};

const MINUTES = Array.from({ length: 60 }, (_, minute) => (minute % 7 === 0 ? 2 : 0));

const FAILED_JOB = {
  object: 'failed_job',
  ...{ queue: 'analyse-segment', id: EXAMPLE_IDS.job, name: 'analyse-segment' },
  ...{ analysis_id: EXAMPLE_IDS.analysis, delivery_id: null, attempts: 3 },
  reason: { code: 'timed_out', message: 'A part of the work (analyse-segment) took longer than 5400 s.' },
  failed_at: '2026-11-02T09:21:30.000Z',
};

const UP = { status: 'up', error: null };

/**
 * An example of what a body holds, by the name of its schema. A test finds a body without one, and examples that are not
 * what the schema says.
 */
export const SCHEMA_EXAMPLES: Partial<Record<SchemaName, unknown>> = {
  Analysis: EXAMPLE_ANALYSIS,
  AnalysisList: page(EXAMPLE_ANALYSIS),
  DeletionReceipt: EXAMPLE_RECEIPT,
  Report: EXAMPLE_REPORT,
  Session: EXAMPLE_SESSION,
  SessionEnd: EXAMPLE_SESSION_END,
  SessionReport: EXAMPLE_SESSION_REPORT,
  NarrativeRequest: { context: 'The first minute of a talk.', language: 'es' },
  Narrative: {
    object: 'narrative',
    language: 'es',
    text: 'Desde 0:00 la cara parece alegre y mira a la cámara; en 0:01 se serena y aparta la mirada.',
    cited_times_s: [0, 1],
    model: 'gemini-flash-latest',
  },
  FrameRecord: EXAMPLE_FRAME,
  FramePage: page(EXAMPLE_FRAME),
  LiveFrameRecord: { ...EXAMPLE_FRAME, t_s: null },
  PrototypePicture: EXAMPLE_PICTURE,
  PrototypeSessionPicture: EXAMPLE_SESSION_PICTURE,
  PrototypeStreamFrame: EXAMPLE_STREAM_FRAME,
  PrototypeSession: {
    context: 'El ensayo de una charla.',
    emotions: ['Tristeza', 'Neutral', 'Alegría', 'Alegría'],
  },
  PrototypeAnalysis: {
    analysis: 'Al principio la cara parece triste; poco a poco se serena y termina con una expresión alegre.',
  },
  PrototypeAnalyze: EXAMPLE_ANALYZE,
  PrototypeFaces: EXAMPLE_FACES,
  PrototypePredict: EXAMPLE_PREDICT,
  LiveMessage: { frame: 17, dropped: 3, ...EXAMPLE_FRAME, t_s: null },
  PrototypeReport: EXAMPLE_PROTOTYPE_REPORT,
  Upload: UPLOAD,
  NewDirectUpload: { size_bytes: UPLOAD.size_bytes },
  DirectUpload: {
    ...UPLOAD,
    part_size_bytes: 67108864,
    parts: [{ number: 1, url: 'https://bucket.s3.example.com/videos/...&X-Amz-Signature=...' }],
  },
  CompletedParts: { parts: [{ number: 1, etag: '"9bb58f26192e4ba00f01e2e7b136bbd8"' }] },
  NewWebhookEndpoint: EXAMPLE_NEW_ENDPOINT,
  WebhookEndpointChanges: EXAMPLE_ENDPOINT_CHANGES,
  WebhookEndpoint: EXAMPLE_ENDPOINT,
  WebhookEndpointWithSecret: { ...EXAMPLE_ENDPOINT, secret: EXAMPLE_SECRET },
  WebhookEndpointList: page(EXAMPLE_ENDPOINT),
  WebhookDelivery: EXAMPLE_DELIVERY,
  WebhookDeliveryList: page(EXAMPLE_DELIVERY),
  WebhookSecret: { object: 'webhook_secret', secret: EXAMPLE_SECRET, previous_secret_expires_at: null },
  WebhookMessage: EXAMPLE_MESSAGE,
  ModelList: page({
    ...{ object: 'model', role: 'emotion', name: 'emotion-grey-64', version: '1.0.0' },
    ...{ sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae', license: 'Apache-2.0' },
    ...{ trained_on: ['FER2013', 'FER+'], card: '# emotion-grey-64 1.0.0\n\n**What it is.** ...\n' },
  }),
  QueueLoadList: page({
    ...{ name: 'analyse-segment', waiting: 12, active: 4, delayed: 0, failed: 1, paused: 0 },
    ...{ oldest_waiting_s: 7.25, completed_per_minute: MINUTES, failed_per_minute: MINUTES.map(() => 0) },
  }),
  WorkerList: page({
    ...{ object: 'worker', id: 'wk_5f0c2d9a4b7e1c3f8a6d', host: 'worker-1', pid: 17, version: '0.1.0' },
    ...{ execution_provider: 'cpu', lanes: 4, models: ['face-detector', 'emotion-s4-int8'] },
    ...{ started_at: '2026-11-02T08:00:00.000Z', last_seen_at: '2026-11-02T09:20:04.000Z' },
    current_jobs: [
      {
        ...{ queue: 'analyse-segment', analysis_id: EXAMPLE_IDS.analysis },
        started_at: '2026-11-02T09:20:01.000Z',
      },
    ],
  }),
  FailedJob: FAILED_JOB,
  FailedJobList: page(FAILED_JOB),
  NewSignIn: { key: 'ey_...' },
  Me: {
    project: 'default',
    key: { id: 'key_5f0c2d9a4b7e1c3f8a6d', name: 'my-laptop' },
    scopes: ['analyses:read', 'analyses:write'],
    by: 'key',
    engine: { version: '0.1.0' },
    features: { narrative: false, live: true },
  },
  Greeting: {
    name: 'eyeline',
    status: 'ok',
    docs: `${EXAMPLE_ADDRESS}/docs`,
    openapi: `${EXAMPLE_ADDRESS}/openapi.json`,
  },
  Liveness: { status: 'ok' },
  PrototypeHealth: { status: 'ok', model_loaded: true },
  Readiness: { status: 'ok', dependencies: { database: UP, queue: UP, storage: UP } },
};

/** Where the answer of a status says something else than the schema's example does. */
export const ANSWER_EXAMPLES: Partial<Record<number, Partial<Record<SchemaName, unknown>>>> = {
  202: { Analysis: EXAMPLE_QUEUED_ANALYSIS },
  503: {
    PrototypeHealth: { status: 'unavailable', model_loaded: false },
    Readiness: {
      status: 'unavailable',
      dependencies: { database: UP, queue: UP, storage: { status: 'down', error: 'storage_unavailable' } },
    },
  },
};
