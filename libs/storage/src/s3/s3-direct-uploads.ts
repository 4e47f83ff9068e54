import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  PutBucketCorsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { AppError } from '@eyeline/contracts';

import { type DirectUploads, type UploadedPart } from '../direct-uploads.js';
import { assertKey } from '../keys.js';
import { type S3Connection } from './s3-connection.js';
import { isBadRequest, isNotFound, isUnable } from './s3-errors.js';

/** Uploads in parts to addresses that our key has signed. */
export class S3DirectUploads implements DirectUploads {
  readonly minPartBytes = 5 * 1024 * 1024;
  readonly maxParts = 10_000;

  constructor(private readonly connection: S3Connection) {}

  async begin(
    key: string,
    { partSizesBytes, validS }: { readonly partSizesBytes: readonly number[]; readonly validS: number },
  ) {
    assertKey(key);
    const { client, bucket } = this.connection;
    const create = new CreateMultipartUploadCommand({ Bucket: bucket, Key: key });
    const { UploadId: uploadId } = await this.connection.ask((options) => client.send(create, options));
    if (uploadId === undefined) throw new AppError('storage_unavailable', { detail: 'S3 begins no upload.' });
    const part = { Bucket: bucket, Key: key, UploadId: uploadId };
    const urls = await Promise.all(
      partSizesBytes.map((ContentLength, index) => {
        // The length is part of what is signed: without it, an address would take five gigabytes.
        const upload = new UploadPartCommand({ ...part, PartNumber: index + 1, ContentLength });
        return getSignedUrl(this.connection.signer, upload, { expiresIn: validS });
      }),
    );
    return { uploadId, urls };
  }

  async allowOrigins(origins: readonly string[]): Promise<boolean> {
    const { client, bucket } = this.connection;
    const rule = { AllowedOrigins: [...origins], AllowedMethods: ['PUT'], AllowedHeaders: ['*'] };
    const put = new PutBucketCorsCommand({
      Bucket: bucket,
      CORSConfiguration: { CORSRules: [{ ...rule, ExposeHeaders: ['ETag'], MaxAgeSeconds: 3600 }] },
    });
    try {
      await this.connection.ask((options) => client.send(put, options));
      return true;
    } catch (error) {
      if (isUnable(error)) return false;
      throw error;
    }
  }

  async complete(key: string, uploadId: string, parts: readonly UploadedPart[]) {
    assertKey(key);
    const { client, bucket } = this.connection;
    const Parts = [...parts]
      .sort((a, b) => a.number - b.number)
      .map(({ number, etag }) => ({ PartNumber: number, ETag: etag }));
    const complete = new CompleteMultipartUploadCommand({
      Bucket: bucket,
      Key: key,
      UploadId: uploadId,
      MultipartUpload: { Parts },
    });
    try {
      await this.connection.ask((options) => client.send(complete, options));
    } catch (error) {
      if (isNotFound(error))
        throw new AppError('not_found', { detail: 'There is no such upload.', cause: error });
      if (!isBadRequest(error)) throw error;
      const detail =
        'The parts do not make an upload: one is missing, too small, or not the one of its ETag.';
      throw new AppError('invalid_request', { detail, cause: error });
    }
    const head = new HeadObjectCommand({ Bucket: bucket, Key: key });
    const { ContentLength = 0 } = await this.connection.ask((options) => client.send(head, options));
    return { sizeBytes: ContentLength };
  }

  async abort(key: string, uploadId: string): Promise<void> {
    assertKey(key);
    const { client, bucket } = this.connection;
    const abort = new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId });
    try {
      await this.connection.ask((options) => client.send(abort, options));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}
