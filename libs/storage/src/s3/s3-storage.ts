import { addAbortSignal, Readable } from 'node:stream';

import { DeleteObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { AppError } from '@eyeline/contracts';

import { openBody } from '../body.js';
import { absentObject, assertDeletablePrefix, assertKey, assertPrefix } from '../keys.js';
import {
  type CheckedOutObject,
  type CheckOutOptions,
  type ListedObject,
  type LocalFile,
  type ObjectStorage,
  type PutOptions,
  type StoredObject,
} from '../object-storage.js';
import { deletePage, listPages } from './object-pages.js';
import { ObjectReader } from './object-reader.js';
import { type ByteRange, openObject } from './open-object.js';
import { hasBucket, prepareBucket } from './prepare-bucket.js';
import { type AskOptions, S3Connection } from './s3-connection.js';
import { S3DirectUploads } from './s3-direct-uploads.js';
import { isBeyondEnd, isNotFound } from './s3-errors.js';
import { PATIENCE, type S3Patience, type S3Settings } from './s3-settings.js';
import { ScratchFolder } from './scratch-folder.js';
import { removeUnfinishedUploads } from './unfinished-uploads.js';
import { uploadObject } from './upload-object.js';

/** Bytes that are not what they should be are fetched once more: they may have been hurt on the way. */
const CHECK_OUT_TRIES = 2;

/** Somebody waits for the answer of a health check. */
const PING_MS = 5_000;

/** Objects in a bucket of an S3 server. Checking one out copies it to the disk. */
export class S3Storage implements ObjectStorage {
  readonly isLocal = false;
  readonly direct: S3DirectUploads;
  private readonly connection: S3Connection;
  private readonly scratch: ScratchFolder;

  constructor(
    private readonly settings: S3Settings,
    patience: S3Patience = PATIENCE,
  ) {
    this.connection = new S3Connection(settings, patience);
    this.scratch = new ScratchFolder(settings.scratchDir, settings.scratchMaxBytes);
    this.direct = new S3DirectUploads(this.connection);
  }

  async put(key: string, body: Readable | Uint8Array, options: PutOptions = {}): Promise<StoredObject> {
    assertKey(key);
    const { maxBytes, signal } = options;
    signal?.throwIfAborted();
    const source = openBody(body, signal);
    try {
      return await uploadObject(this.connection, key, source, { maxBytes, signal });
    } catch (error) {
      source.destroy();
      signal?.throwIfAborted();
      throw error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    assertKey(key);
    try {
      return await this.openReader(key, { range });
    } catch (error) {
      if (isBeyondEnd(error)) return Readable.from([]);
      throw error;
    }
  }

  async size(key: string): Promise<number | null> {
    assertKey(key);
    const head = new HeadObjectCommand({ Bucket: this.settings.bucket, Key: key });
    try {
      const answer = await this.connection.ask((options) => this.connection.client.send(head, options));
      return answer.ContentLength ?? 0;
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await this.assertBucket(); // the answer to HEAD does not tell a missing object from a missing bucket
      return null;
    }
  }

  async delete(key: string): Promise<void> {
    assertKey(key);
    const command = new DeleteObjectCommand({ Bucket: this.settings.bucket, Key: key });
    try {
      await this.connection.ask((options) => this.connection.client.send(command, options));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async deletePrefix(prefix: string): Promise<number> {
    assertDeletablePrefix(prefix);
    let count = 0;
    for await (const page of listPages(this.connection, prefix)) {
      await deletePage(this.connection, page);
      count += page.length;
    }
    return count;
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    assertPrefix(prefix);
    for await (const page of listPages(this.connection, prefix)) yield* page;
  }

  async checkOut(key: string, { signal, sha256 }: CheckOutOptions = {}): Promise<CheckedOutObject> {
    assertKey(key);
    for (let triesLeft = CHECK_OUT_TRIES; ; triesLeft--) {
      const copy = await this.copyToScratch(key, signal);
      const release = () => this.scratch.remove(copy.path);
      if (sha256 === undefined || copy.sha256 === sha256) return { path: copy.path, release };
      await release();
      if (triesLeft === 1) {
        throw new AppError('storage_unavailable', {
          detail: 'S3 gives other bytes than were stored: their SHA-256 differs.',
        });
      }
    }
  }

  makeFile(): Promise<LocalFile> {
    return this.scratch.makeFile();
  }

  async ping(): Promise<void> {
    await this.assertBucket({ withinMs: PING_MS });
  }

  async prepare(): Promise<void> {
    await this.scratch.prepare();
    await prepareBucket(this.connection, this.settings);
  }

  async removeUnfinished(before: Date): Promise<number> {
    return (await this.scratch.sweep(before)) + (await removeUnfinishedUploads(this.connection, before));
  }

  close(): void {
    this.connection.client.destroy();
  }

  private async openReader(key: string, options: { range?: ByteRange; signal?: AbortSignal }) {
    try {
      return new ObjectReader(this.connection, key, await openObject(this.connection, key, options));
    } catch (error) {
      throw isNotFound(error) ? absentObject(key) : error;
    }
  }

  private async copyToScratch(key: string, signal?: AbortSignal) {
    const reader = await this.openReader(key, { signal });
    if (signal !== undefined) addAbortSignal(signal, reader);
    try {
      return await this.scratch.copy(reader, reader.sizeBytes);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      reader.destroy();
    }
  }

  private async assertBucket(options?: AskOptions): Promise<void> {
    if (await hasBucket(this.connection, options)) return;
    throw new AppError('storage_unavailable', { detail: 'The bucket (S3_BUCKET) is not there.' });
  }
}
