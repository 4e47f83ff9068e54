import { open, rm, stat, statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Readable } from 'node:stream';

import { AppError } from '@eyeline/contracts';

import { MeasuredBody } from '../body.js';
import { isAbsent, onDisk } from '../files/file-errors.js';
import { OwnedFiles } from '../files/owned-files.js';
import { writeAll } from '../files/write-file.js';
import { type LocalFile } from '../object-storage.js';

const PLACE = 'The scratch folder';

/** What stat counts `blocks` in, whatever the file system has. */
const BLOCK_BYTES = 512;

/** The folder of checked-out objects. Several processes share it, and what they may put there in all is limited. */
export class ScratchFolder {
  private readonly files: OwnedFiles;

  /** @param maxBytes of all files together; null: what the disk holds */
  constructor(
    folder: string,
    private readonly maxBytes: number | null,
  ) {
    this.files = new OwnedFiles(resolve(folder));
  }

  /** Makes the folder, and removes what dead processes left in it. */
  prepare(): Promise<void> {
    return onDisk(() => this.files.prepare(), PLACE);
  }

  /** Removes the files of dead processes, and says how many they were. */
  sweep(before: Date): Promise<number> {
    return onDisk(() => this.files.sweep(before), PLACE);
  }

  /**
   * Copies so many bytes into a new file. It has its full size at once, so that other processes see what is taken.
   *
   * @throws AppError storage_unavailable when there is no room for it, or the source's own error
   */
  async copy(
    source: Readable,
    sizeBytes: number,
  ): Promise<{ readonly path: string; readonly sha256: string }> {
    const path = this.files.next();
    try {
      const file = await onDisk(() => open(path, 'wx'), PLACE);
      try {
        await onDisk(() => file.truncate(sizeBytes), PLACE);
        await this.assertRoom(sizeBytes);
        const body = new MeasuredBody(source);
        for await (const bytes of body.read()) await onDisk(() => writeAll(file, bytes), PLACE);
        return { path, sha256: body.toStoredObject().sha256 };
      } finally {
        await onDisk(() => file.close(), PLACE);
      }
    } catch (error) {
      await this.remove(path);
      throw error;
    }
  }

  /** A new file, whose room nobody reserves: it counts with what it holds. */
  async makeFile(): Promise<LocalFile> {
    await this.prepare();
    const path = this.files.next();
    return { path, release: () => this.remove(path) };
  }

  remove(path: string): Promise<void> {
    return onDisk(() => rm(path, { force: true }), PLACE);
  }

  private async assertRoom(sizeBytes: number): Promise<void> {
    if ((await this.findShortage(sizeBytes)) === null) return;
    await this.prepare(); // it may be dead processes that fill it
    const shortage = await this.findShortage(sizeBytes);
    if (shortage !== null) throw new AppError('storage_unavailable', { detail: shortage });
  }

  /** What there is too little of for the files that are in the folder, as a sentence. */
  private async findShortage(sizeBytes: number): Promise<string | null> {
    const { takenBytes, toComeBytes } = await onDisk(() => this.measure(), PLACE);
    if (this.maxBytes !== null && takenBytes > this.maxBytes) {
      return sizeBytes > this.maxBytes
        ? `The object has ${sizeBytes} bytes, more than the scratch folder may hold (SCRATCH_MAX_BYTES is ${this.maxBytes}).`
        : `The scratch folder is full: ${takenBytes - sizeBytes} of ${this.maxBytes} bytes (SCRATCH_MAX_BYTES) are taken.`;
    }
    const { bavail, bsize } = await onDisk(() => statfs(this.files.folder), PLACE);
    return toComeBytes > bavail * bsize ? 'The disk of the scratch folder is full.' : null;
  }

  /** What the files take when all of them are complete, and what of that is still to be written. */
  private async measure(): Promise<{ takenBytes: number; toComeBytes: number }> {
    let takenBytes = 0;
    let toComeBytes = 0;
    for (const { path } of await this.files.list()) {
      const file = await stat(path).catch((error: unknown) => {
        if (isAbsent(error)) return null; // released meanwhile
        throw error;
      });
      if (file?.isFile() !== true) continue;
      takenBytes += file.size;
      toComeBytes += Math.max(0, file.size - file.blocks * BLOCK_BYTES);
    }
    return { takenBytes, toComeBytes };
  }
}
