import { type Stats } from 'node:fs';
import { opendir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { UsageError } from './usage-error.js';

export interface FiledPicture<Folder> {
  readonly path: string;
  /** Below the folder that was named. */
  readonly name: string;
  readonly folder: Folder;
}

/** @throws {UsageError} when there is no such folder */
export async function checkFolder(path: string): Promise<void> {
  if (!(await statOf(path)).isDirectory()) throw new UsageError(`${path} is not a folder.`);
}

const statOf = (path: string): Promise<Stats> =>
  stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UsageError(`There is no folder ${path}.`);
    throw new UsageError(`${path} cannot be opened: ${error.message}`);
  });

/**
 * Names of the folders in a folder that are not hidden, sorted.
 *
 * @throws {UsageError} when there is no such folder, or no folder in it
 */
export async function listFolders(root: string): Promise<string[]> {
  await checkFolder(root);
  const names: string[] = [];
  for (const name of (await readdir(root)).sort()) {
    // A link to a folder is one too.
    if (!name.startsWith('.') && (await statOf(join(root, name))).isDirectory()) names.push(name);
  }
  if (names.length > 0) return names;
  throw new UsageError(
    `There are no folders in ${root}: what pictures show is told by the folder that they lie in.`,
  );
}

/**
 * Every file in the folders, and in folders within them, that is not hidden, one after the other: whether it is a picture
 * is seen when it is decoded.
 */
export async function* listPictures<Folder extends { readonly name: string }>(
  root: string,
  folders: readonly Folder[],
): AsyncGenerator<FiledPicture<Folder>> {
  for (const folder of folders) {
    for await (const path of walk(join(root, folder.name)))
      yield { path, name: relative(root, path), folder };
  }
}

async function* walk(folder: string): AsyncGenerator<string> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}
