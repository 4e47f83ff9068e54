import { S3Store } from '@tus/s3-store';

import { addContentMd5, clientOptions } from './s3-connection.js';
import { PATIENCE, type S3Settings } from './s3-settings.js';

/** As `put` does: large enough for a file of 80 GB in as many parts as S3 takes. */
const PART_BYTES = 8 * 1024 * 1024;

/** Parts that are on their way to S3 at once, of all uploads; each is a file in the folder of temporary files. */
const MAX_PARTS_UNDER_WAY = 16;

/** Uploads that are gone on with in the parts of an S3 upload. */
export class ResumableS3Store extends S3Store {
  constructor(settings: S3Settings, expiresMs: number) {
    super({
      partSize: PART_BYTES,
      maxConcurrentPartUploads: MAX_PARTS_UNDER_WAY,
      expirationPeriodInMilliseconds: expiresMs,
      useTags: false, // not every server has them
      s3ClientConfig: { ...clientOptions(settings, PATIENCE), bucket: settings.bucket },
    });
    addContentMd5(this.client);
  }

  close(): void {
    this.client.destroy();
  }
}
