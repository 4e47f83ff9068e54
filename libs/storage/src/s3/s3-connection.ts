import { createHash } from 'node:crypto';

import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

import { explainS3Error } from './s3-errors.js';
import { type S3Patience, type S3Settings } from './s3-settings.js';

/** Tries of one request: the network, a time-out, 429 and 5xx are tried again, after 100, 200 ... ms with jitter. */
const MAX_ATTEMPTS = 3;

/** More than any worker or API wants at once; further requests wait for a connection. */
const MAX_CONNECTIONS = 128;

/** The requests whose body is checked by the server: S3 has a Content-MD5 for each, and DeleteObjects asks for it. */
const CHECKED_COMMANDS = [
  'PutObjectCommand',
  'UploadPartCommand',
  'DeleteObjectsCommand',
  'PutBucketCorsCommand',
];

export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Default: the patience's `answerMs`. */
  readonly withinMs?: number;
}

/** The client and the bucket that it is for. */
export class S3Connection {
  readonly client: S3Client;
  /** Signs addresses for clients, who may know the server by another name than we do. It sends nothing. */
  readonly signer: S3Client;
  readonly bucket: string;

  constructor(
    settings: S3Settings,
    readonly patience: S3Patience,
  ) {
    this.bucket = settings.bucket;
    this.client = openClient(settings, patience);
    const { publicEndpoint } = settings;
    this.signer =
      publicEndpoint === null ? this.client : openClient({ ...settings, endpoint: publicEndpoint }, patience);
  }

  /**
   * Makes a request that is answered in time or fails. A body that comes with the answer is not bound by that time.
   *
   * @throws AppError not_found | storage_unavailable, or the signal's reason
   * @example ask((options) => client.send(new HeadBucketCommand({ Bucket }), options))
   */
  async ask<T>(
    request: (options: { abortSignal: AbortSignal }) => Promise<T>,
    { signal, withinMs = this.patience.answerMs }: AskOptions = {},
  ): Promise<T> {
    signal?.throwIfAborted();
    const abort = new AbortController();
    const onAbort = (): void => abort.abort();
    const timer = setTimeout(onAbort, withinMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await request({ abortSignal: abort.signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw explainS3Error(error);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }
}

function openClient(settings: S3Settings, patience: S3Patience): S3Client {
  const client = withoutVersionWarning(() => new S3Client(clientOptions(settings, patience)));
  addContentMd5(client);
  return client;
}

/** How a client has to be set to work with every S3 server. */
export function clientOptions(settings: S3Settings, patience: S3Patience): S3ClientConfig {
  const agent = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
  return {
    endpoint: settings.endpoint ?? undefined,
    region: settings.region,
    credentials: settings.credentials ?? undefined,
    forcePathStyle: settings.forcePathStyle,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    // The SDK's newer checksums are not known to every S3 server; Content-MD5 is (below).
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // It would open a new connection for each part of an upload.
    expectContinueHeader: false,
    requestHandler: {
      connectionTimeout: patience.connectMs,
      socketTimeout: patience.idleMs,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

/** Has a client send the MD5 of what it sends, wherever that is at hand. */
export function addContentMd5(client: S3Client): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const { body, headers } = args.request as { body?: unknown; headers: Record<string, string> };
        if (CHECKED_COMMANDS.includes(String(commandName)) && isBytes(body)) {
          headers['content-md5'] = createHash('md5').update(body).digest('base64');
        }
        return next(args);
      },
    { step: 'build', priority: 'low', name: 'contentMd5' },
  );
}

const isBytes = (body: unknown): body is string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array;

/**
 * The SDK warns of Node 20 whenever a process opens its first client, and an operator can do nothing about it: which
 * SDK goes with which Node is for us to know. Its only switch is an environment variable, which is not ours to set.
 */
function withoutVersionWarning<T>(open: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...options: unknown[]): void => {
    if (String(warning).startsWith('NodeVersionSupportWarning')) return;
    (emitWarning as (...args: unknown[]) => void)(warning, ...options);
  };
  try {
    return open();
  } finally {
    process.emitWarning = emitWarning;
  }
}
