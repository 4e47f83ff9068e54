import { type ReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { type MetadataValue, S3Store } from '@tus/s3-store';

import { type CutFile, cutIntoFiles } from '../files/cut-into-files.js';
import { OwnedFiles } from '../files/owned-files.js';
import { RecentUploads } from './recent-uploads.js';
import { addContentMd5, clientOptions } from './s3-connection.js';
import { PATIENCE, type S3Settings } from './s3-settings.js';

/** As `put` does: large enough for a file of 80 GB in as many parts as S3 takes. */
const PART_BYTES = 8 * 1024 * 1024;

/** Parts that are on their way to S3 at once, of all uploads; each is in memory for that time. */
const MAX_PARTS_UNDER_WAY = 8;

/**
 * Uploads that are gone on with in the parts of an S3 upload. By the library's own way of gathering parts, an upload holds
 * a place among those under way for as long as its client takes to send the part, so that a few slow clients keep all
 * others waiting; and a process that dies leaves its files in the system's folder of temporary files. Here a part is
 * gathered in the scratch folder, and takes a place once it is whole. A request has two of them at most.
 */
export class ResumableS3Store extends S3Store {
  private readonly files: OwnedFiles;

  constructor(settings: S3Settings, expiresMs: number) {
    super({
      partSize: PART_BYTES,
      maxConcurrentPartUploads: MAX_PARTS_UNDER_WAY,
      expirationPeriodInMilliseconds: expiresMs,
      useTags: false, // not every server has them
      cache: new RecentUploads(),
      s3ClientConfig: { ...clientOptions(settings, PATIENCE), bucket: settings.bucket },
    });
    addContentMd5(this.client);
    this.files = new OwnedFiles(resolve(settings.scratchDir));
  }

  close(): void {
    this.client.destroy();
  }

  /**
   * While one part is on its way, the next one is gathered.
   *
   * @returns how many bytes are stored
   */
  protected override async uploadParts(
    metadata: MetadataValue,
    source: Readable,
    firstNumber: number,
    offset: number,
  ): Promise<number> {
    const { size } = metadata.file;
    let number = firstNumber;
    let end = offset;
    let sending = Promise.resolve();
    try {
      for await (const part of cutIntoFiles(source, this.calcOptimalPartSize(size), this.files)) {
        await sending.catch((error: unknown) => discard(part, error));
        end += part.sizeBytes;
        sending = this.sendPart(metadata, part, number++, end === size);
        sending.catch(() => undefined); // it is awaited before the next one, or below
      }
    } finally {
      await sending;
    }
    return end - offset;
  }

  /** It is smaller than a part may be, so memory has room for it. */
  protected override async downloadIncompletePart(id: string) {
    const stored = await this.getIncompletePart(id);
    if (stored === undefined) return undefined;
    const bytes = await buffer(stored);
    const createReader = () => Readable.from([bytes]) as unknown as ReadStream; // it is read, and nothing else
    return { size: bytes.byteLength, path: '', createReader };
  }

  private async sendPart(
    metadata: MetadataValue,
    part: CutFile,
    number: number,
    isLast: boolean,
  ): Promise<void> {
    const permit = await this.partUploadSemaphore.acquire();
    try {
      // Bytes, unlike a stream, can be sent again and have an MD5.
      const bytes = await readFile(part.path);
      if (isLast || part.sizeBytes >= this.minPartSize) await this.uploadPart(metadata, bytes, number);
      // The library hands it to the SDK, which takes bytes too.
      else await this.uploadIncompletePart(metadata.file.id, bytes as unknown as Readable);
    } finally {
      await permit.release();
      await rm(part.path, { force: true });
    }
  }
}

/** @throws the error that the part cannot be sent for */
async function discard({ path }: CutFile, error: unknown): Promise<never> {
  await rm(path, { force: true });
  throw error;
}
