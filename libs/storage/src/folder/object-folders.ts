import { readdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type ListedObject } from '../object-storage.js';
import { isAbsent, onDisk, systemCode } from '../files/file-errors.js';

/** The keys below `root` that start with the prefix, in the order of their characters. */
export async function* walkKeys(root: string, prefix: string): AsyncGenerator<string> {
  yield* walkFolder(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
}

/** The same with what is known of each object. */
export async function* walkObjects(root: string, prefix: string): AsyncGenerator<ListedObject> {
  for await (const key of walkKeys(root, prefix)) {
    const file = await onDisk(() => statIfThere(join(root, key)));
    if (file !== null) yield { key, sizeBytes: file.size, modifiedAt: file.mtime };
  }
}

/** Null when it was deleted meanwhile. */
async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** @param folder a key's part up to and with its last slash, or nothing */
async function* walkFolder(root: string, folder: string, prefix: string): AsyncGenerator<string> {
  const entries = await onDisk(() => readEntries(join(root, folder)));
  const keys = entries.map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  for (const key of keys.sort()) {
    if (!key.startsWith(prefix)) continue;
    if (key.endsWith('/')) yield* walkFolder(root, key, prefix);
    else yield key;
  }
}

/** A folder that is not there, or no longer, has no entries. Our own things start with a dot. */
async function readEntries(path: string) {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.filter((entry) => !entry.name.startsWith('.'));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Removes the folders that a deleted object leaves empty, up to the root, which stays. */
export async function removeEmptyFolders(root: string, key: string): Promise<void> {
  for (let folder = dirname(key); folder !== '.'; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder));
    } catch (error) {
      // Others are in it, or another sweep was faster: both are what we want.
      if (['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) return;
      if (!isAbsent(error)) throw error;
    }
  }
}
