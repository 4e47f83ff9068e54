import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AppError } from '@eyeline/contracts';

import { type ListedObject } from '../object-storage.js';
import { type S3Connection } from './s3-connection.js';

/** As many as S3 lists, and deletes, at once. */
const PAGE_OBJECTS = 1000;

/** The objects whose keys start so, a page at a time, in the order of their keys. */
export async function* listPages(
  connection: S3Connection,
  prefix: string,
  pageObjects = PAGE_OBJECTS,
): AsyncGenerator<ListedObject[]> {
  let ContinuationToken: string | undefined;
  do {
    const list = new ListObjectsV2Command({
      Bucket: connection.bucket,
      Prefix: prefix,
      MaxKeys: pageObjects,
      ContinuationToken,
    });
    const page = await connection.ask((options) => connection.client.send(list, options));
    yield (page.Contents ?? []).map(({ Key = '', Size = 0, LastModified = new Date() }) => ({
      key: Key,
      sizeBytes: Size,
      modifiedAt: LastModified,
    }));
    ContinuationToken = page.IsTruncated === true ? page.NextContinuationToken : undefined;
  } while (ContinuationToken !== undefined);
}

/** Deletes a page of objects at once. */
export async function deletePage(connection: S3Connection, page: readonly ListedObject[]): Promise<void> {
  if (page.length === 0) return;
  const Delete = { Objects: page.map(({ key }) => ({ Key: key })), Quiet: true };
  const command = new DeleteObjectsCommand({ Bucket: connection.bucket, Delete });
  const { Errors = [] } = await connection.ask((options) => connection.client.send(command, options));
  const refused = Errors.filter(({ Code }) => Code !== 'NoSuchKey');
  if (refused.length > 0) {
    throw new AppError('storage_unavailable', {
      detail: `S3 does not delete ${refused.length} of ${page.length} objects (${refused[0].Code}).`,
    });
  }
}
