import { CreateBucketCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { AppError } from '@eyeline/contracts';

import { type AskOptions, type S3Connection } from './s3-connection.js';
import { isNotFound } from './s3-errors.js';
import { type S3Settings } from './s3-settings.js';

/**
 * Makes sure that the bucket is there, and makes it when it is not.
 *
 * @throws AppError storage_unavailable whose detail names the settings and what to do
 */
export async function prepareBucket(connection: S3Connection, settings: S3Settings): Promise<void> {
  try {
    if (!(await hasBucket(connection))) await createBucket(connection);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const endpoint = settings.endpoint ?? `AWS, ${settings.region}`;
    throw new AppError('storage_unavailable', {
      detail: `The bucket ${settings.bucket} (S3_BUCKET, at ${endpoint}) cannot be used. ${error.detail}`,
      cause: error.cause,
    });
  }
}

/** @throws AppError storage_unavailable, also when the key may not know */
export async function hasBucket(connection: S3Connection, options?: AskOptions): Promise<boolean> {
  const head = new HeadBucketCommand({ Bucket: connection.bucket });
  try {
    await connection.ask((sending) => connection.client.send(head, sending), options);
    return true;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

async function createBucket(connection: S3Connection): Promise<void> {
  const create = new CreateBucketCommand({ Bucket: connection.bucket });
  try {
    await connection.ask((sending) => connection.client.send(create, sending));
  } catch (error) {
    // Processes that start together all try; the bucket of somebody else is found out here.
    if (error instanceof AppError && (await hasBucket(connection))) return;
    if (!(error instanceof AppError)) throw error;
    throw new AppError('storage_unavailable', {
      detail: `It is not there, and it could not be made: make it, or let the key do so. ${error.detail}`,
      cause: error.cause,
    });
  }
}
