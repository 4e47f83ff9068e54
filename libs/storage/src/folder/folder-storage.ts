import { access, mkdir, open, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Readable } from 'node:stream';

import { MeasuredBody, openBody } from '../body.js';
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
import { isAbsent, isFolder, onDisk } from '../files/file-errors.js';
import { OwnedFiles } from '../files/owned-files.js';
import { writeFile } from '../files/write-file.js';
import { removeEmptyFolders, walkKeys, walkObjects } from './object-folders.js';

/** Larger than Node's 64 kB: reading a video costs a quarter of the trips to the thread pool. */
const READ_CHUNK_BYTES = 256 * 1024;

/** A folder may be swept as empty between our making it and our putting a file there. */
const PUBLISH_TRIES = 5;

/** Objects as files below one folder, which several processes may share. */
export class FolderStorage implements ObjectStorage {
  readonly isLocal = true;
  readonly direct = null;
  private readonly root: string;
  /** What is being written, on the same file system, so that a rename publishes it. */
  private readonly incoming: OwnedFiles;
  private prepared: Promise<void> | null = null;

  constructor(root: string) {
    this.root = resolve(root);
    this.incoming = new OwnedFiles(join(this.root, '.incoming'));
  }

  async put(key: string, body: Readable | Uint8Array, options: PutOptions = {}): Promise<StoredObject> {
    assertKey(key);
    const { maxBytes, signal } = options;
    signal?.throwIfAborted();
    const source = openBody(body, signal);
    const incoming = this.incoming.next();
    try {
      await this.prepare();
      const stored = await writeFile(incoming, new MeasuredBody(source, maxBytes));
      signal?.throwIfAborted();
      await onDisk(() => this.publish(incoming, this.pathOf(key)));
      return stored;
    } catch (error) {
      source.destroy();
      await onDisk(() => rm(incoming, { force: true }));
      signal?.throwIfAborted();
      throw error;
    }
  }

  async get(key: string, range?: { readonly start: number; readonly end?: number }): Promise<Readable> {
    assertKey(key);
    return onDisk(async () => {
      const file = await open(this.pathOf(key), 'r').catch((error: unknown) => {
        throw isAbsent(error) ? absentObject(key) : error;
      });
      if (!(await file.stat()).isFile()) {
        await file.close();
        throw absentObject(key);
      }
      return file.createReadStream({ highWaterMark: READ_CHUNK_BYTES, ...range });
    });
  }

  async size(key: string): Promise<number | null> {
    assertKey(key);
    return onDisk(async () => {
      try {
        const file = await stat(this.pathOf(key));
        return file.isFile() ? file.size : null;
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    });
  }

  async delete(key: string): Promise<void> {
    assertKey(key);
    await onDisk(async () => {
      await unlink(this.pathOf(key)).catch((error: unknown) => {
        if (!isAbsent(error) && !isFolder(error)) throw error;
      });
      await removeEmptyFolders(this.root, key);
    });
  }

  async deletePrefix(prefix: string): Promise<number> {
    assertDeletablePrefix(prefix);
    let count = 0;
    for await (const key of walkKeys(this.root, prefix)) {
      await this.delete(key);
      count++;
    }
    return count;
  }

  async *list(prefix: string): AsyncIterable<ListedObject> {
    assertPrefix(prefix);
    yield* walkObjects(this.root, prefix);
  }

  async checkOut(key: string, { signal }: CheckOutOptions = {}): Promise<CheckedOutObject> {
    signal?.throwIfAborted();
    if ((await this.size(key)) === null) throw absentObject(key);
    // The object itself: it is never changed in place, and whoever has it open keeps it when it is deleted.
    return { path: this.pathOf(key), release: () => Promise.resolve() };
  }

  async makeFile(): Promise<LocalFile> {
    await this.prepare();
    const path = this.incoming.next();
    return { path, release: () => onDisk(() => rm(path, { force: true })) };
  }

  async ping(): Promise<void> {
    await this.prepare();
    const probe = this.incoming.next();
    try {
      await writeFile(probe, new MeasuredBody(openBody(new Uint8Array(1))));
    } finally {
      await onDisk(() => rm(probe, { force: true }));
    }
  }

  /** Once for the life of the process, and again after a failure. */
  prepare(): Promise<void> {
    this.prepared ??= onDisk(() => this.incoming.prepare()).catch((error: unknown) => {
      this.prepared = null;
      throw error;
    });
    return this.prepared;
  }

  removeUnfinished(before: Date): Promise<number> {
    return onDisk(() => this.incoming.sweep(before));
  }

  close(): void {
    // No connection is held.
  }

  private pathOf(key: string): string {
    return join(this.root, key);
  }

  private async publish(incoming: string, path: string): Promise<void> {
    for (let tryNumber = 1; ; tryNumber++) {
      await mkdir(dirname(path), { recursive: true });
      try {
        return await rename(incoming, path);
      } catch (error) {
        if (!isAbsent(error) || tryNumber === PUBLISH_TRIES) throw error;
        await access(incoming); // it is the folder that went, not the file
      }
    }
  }
}
