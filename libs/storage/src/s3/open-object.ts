import { type Readable } from 'node:stream';

import { GetObjectCommand } from '@aws-sdk/client-s3';
import { AppError } from '@eyeline/contracts';

import { type S3Connection } from './s3-connection.js';

/** First and last byte, inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

/** Bytes of one object, as they come over one connection. */
export interface OpenedObject {
  readonly body: Readable;
  /** The first byte of the body, and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** Names this state of the object. */
  readonly etag: string | undefined;
}

/**
 * Asks for an object, or for a range of it.
 *
 * @param options etag: any other state of the object is refused
 * @throws AppError not_found | storage_unavailable, or the signal's reason
 */
export async function openObject(
  connection: S3Connection,
  key: string,
  { range, etag, signal }: { range?: ByteRange; etag?: string; signal?: AbortSignal } = {},
): Promise<OpenedObject> {
  const command = new GetObjectCommand({
    Bucket: connection.bucket,
    Key: key,
    Range: range === undefined ? undefined : `bytes=${range.start}-${range.end ?? ''}`,
    IfMatch: etag,
  });
  const answer = await connection.ask((options) => connection.client.send(command, options), { signal });
  const body = answer.Body as Readable;
  const [, first, last] = /^bytes (\d+)-(\d+)\//.exec(answer.ContentRange ?? '') ?? [];
  const start = Number(first ?? 0);
  const end = last === undefined ? answer.ContentLength : Number(last) + 1;
  if (end === undefined || start !== (range?.start ?? 0)) {
    body.destroy();
    throw new AppError('storage_unavailable', {
      detail: 'S3 does not answer with the range it was asked for.',
    });
  }
  return { body, start, end, etag: answer.ETag };
}
