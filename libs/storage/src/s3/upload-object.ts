import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

import { MeasuredBody } from '../body.js';
import { type StoredObject } from '../object-storage.js';
import { explainS3Error, isNotFound, isTransient } from './s3-errors.js';
import { type S3Connection } from './s3-connection.js';

/** S3's limit; and its smallest part is 5 MiB. */
const MAX_PARTS = 10_000;

/** Ten thousand of them are 84 GB. */
const PART_BYTES = 8 * 1024 * 1024;

/** With the one that is being filled, an upload holds three to four parts in memory. */
const PARTS_IN_FLIGHT = 2;

/** Waits before a request is made again that the client has given up: a long upload outlives a server's restart. */
const SEND_AGAIN_AFTER_MS = [500, 1000, 2000, 4000];

/** An upload that failed is removed in the time that it takes a healthy server; `removeUnfinished` does it otherwise. */
const CLEAN_UP_MS = 5_000;

/**
 * Streams a body into an object: in one request when it fits into a part, in several otherwise.
 *
 * @param maxBytes how long the body may be at most, where that is known: parts grow with it
 * @param signal asked before the request that makes the object appear; later is too late
 * @throws AppError payload_too_large | storage_unavailable, or the body's own error
 */
export async function uploadObject(
  connection: S3Connection,
  key: string,
  source: Readable,
  { maxBytes, signal }: { maxBytes?: number; signal?: AbortSignal },
): Promise<StoredObject> {
  const { client, bucket } = connection;
  const body = new MeasuredBody(source, maxBytes);
  const failures: unknown[] = [];

  // Upload knows its client by `send` and `config`. A request that fails ends the body, for which it would wait.
  const send = async (command: Parameters<S3Client['send']>[0]): Promise<unknown> => {
    try {
      if (command instanceof UploadPartCommand) return await sendPersistently(connection, command);
      if (command instanceof CompleteMultipartUploadCommand) {
        signal?.throwIfAborted();
        return await complete(connection, command);
      }
      if (command instanceof PutObjectCommand) signal?.throwIfAborted();
      return await client.send(command);
    } catch (error) {
      failures.push(error);
      source.destroy();
      throw error;
    }
  };

  const bytes = Readable.from(body.read(), { highWaterMark: 1 });
  bytes.on('error', () => undefined); // it may come when nobody reads any more
  const upload = new Upload({
    client: { send, config: client.config } as unknown as S3Client,
    params: { Bucket: bucket, Key: key, Body: bytes },
    partSize: Math.max(PART_BYTES, Math.ceil((maxBytes ?? 0) / MAX_PARTS)),
    queueSize: PARTS_IN_FLIGHT,
    leavePartsOnError: true, // we remove them, and tell the first error
  });
  try {
    await upload.done();
    return body.toStoredObject();
  } catch (error) {
    if (upload.uploadId !== undefined) await removeParts(connection, key, upload.uploadId);
    throw failures.length > 0 ? explainS3Error(failures[0]) : error;
  }
}

/** Sends what a whole upload would be lost for. */
async function sendPersistently(
  { client, patience }: S3Connection,
  command: UploadPartCommand | CompleteMultipartUploadCommand,
): Promise<unknown> {
  const startedAtMs = Date.now();
  for (const waitMs of [...SEND_AGAIN_AFTER_MS, null]) {
    try {
      return await client.send(command as UploadPartCommand);
    } catch (error) {
      const isPatient = Date.now() - startedAtMs <= patience.answerMs;
      if (waitMs === null || !isPatient || !isTransient(error)) throw error;
      await sleep(waitMs);
    }
  }
}

async function complete(connection: S3Connection, command: CompleteMultipartUploadCommand): Promise<unknown> {
  try {
    return await sendPersistently(connection, command);
  } catch (error) {
    // The answer to an earlier try was lost, perhaps: it is complete then, and the upload is known no longer.
    if (isNotFound(explainS3Error(error)) && (await isCompleted(connection, command))) return {};
    throw error;
  }
}

async function removeParts(connection: S3Connection, key: string, uploadId: string): Promise<void> {
  const abort = new AbortMultipartUploadCommand({ Bucket: connection.bucket, Key: key, UploadId: uploadId });
  await connection
    .ask((options) => connection.client.send(abort, options), { withinMs: CLEAN_UP_MS })
    .catch(() => undefined); // what went wrong before is what is told
}

/** Whether the object is there as this request was to make it: its ETag is made of those of the parts. */
async function isCompleted(
  connection: S3Connection,
  { input }: CompleteMultipartUploadCommand,
): Promise<boolean> {
  const { client } = connection;
  const head = new HeadObjectCommand({ Bucket: input.Bucket, Key: input.Key });
  const found = await connection.ask((options) => client.send(head, options)).catch(() => null);
  return found?.ETag?.replaceAll('"', '') === joinEtags(input.MultipartUpload?.Parts ?? []);
}

/** The ETag that S3 gives to an object made of parts: MD5 of their MD5s, and how many they are. */
export function joinEtags(parts: readonly CompletedPart[]): string {
  const hash = createHash('md5');
  for (const { ETag = '' } of parts) hash.update(Buffer.from(ETag.replaceAll('"', ''), 'hex'));
  return `${hash.digest('hex')}-${parts.length}`;
}
