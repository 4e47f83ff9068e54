import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type MultipartUpload,
} from '@aws-sdk/client-s3';

import { type S3Connection } from './s3-connection.js';
import { isNotFound } from './s3-errors.js';

/** Removes uploads in parts that began before then and were neither completed nor given up; says how many. */
export async function removeUnfinishedUploads(connection: S3Connection, before: Date): Promise<number> {
  let count = 0;
  for await (const { Key, UploadId, Initiated } of listUploads(connection)) {
    if (Initiated === undefined || Initiated >= before) continue;
    const abort = new AbortMultipartUploadCommand({ Bucket: connection.bucket, Key, UploadId });
    try {
      await connection.ask((options) => connection.client.send(abort, options));
      count++;
    } catch (error) {
      if (!isNotFound(error)) throw error; // it ended meanwhile
    }
  }
  return count;
}

async function* listUploads(connection: S3Connection): AsyncGenerator<MultipartUpload> {
  let KeyMarker: string | undefined;
  let UploadIdMarker: string | undefined;
  do {
    const list = new ListMultipartUploadsCommand({ Bucket: connection.bucket, KeyMarker, UploadIdMarker });
    const page = await connection.ask((options) => connection.client.send(list, options));
    yield* page.Uploads ?? [];
    ({ NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } =
      page.IsTruncated === true ? page : {});
  } while (KeyMarker !== undefined);
}
