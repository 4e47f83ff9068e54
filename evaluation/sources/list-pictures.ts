import { type Stats } from 'node:fs';
import { opendir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { type Emotion, EMOTIONS } from '@eyeline/contracts';

import { UsageError } from '../arguments.js';
import { readEmotionName } from '../emotion-names.js';

export interface LabelledPicture {
  readonly path: string;
  /** Below the folder that was named. */
  readonly name: string;
  readonly emotion: Emotion;
}

interface EmotionFolder {
  readonly name: string;
  readonly emotion: Emotion;
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
 * The folders of pictures.
 *
 * @throws {UsageError} when there are none, or one whose name is no emotion: what is left out in silence is not measured
 */
export async function listEmotionFolders(root: string): Promise<EmotionFolder[]> {
  await checkFolder(root);
  const names: string[] = [];
  for (const name of (await readdir(root)).sort()) {
    // A link to a folder is one too.
    if (!name.startsWith('.') && (await statOf(join(root, name))).isDirectory()) names.push(name);
  }
  if (names.length === 0)
    throw new UsageError(`There are no folders in ${root}, which are named by emotion.`);
  const strangers = names.filter((name) => readEmotionName(name) === null);
  if (strangers.length > 0) {
    throw new UsageError(
      `No emotion of ours: ${strangers.map((name) => `"${name}"`).join(', ')} in ${root}. ` +
        `Folders are named ${EMOTIONS.join(', ')}, or by another usual spelling; move others away.`,
    );
  }
  return names.map((name) => ({ name, emotion: readEmotionName(name)! }));
}

/**
 * Every file in the folders, and in folders within them, that is not hidden, one after the other: whether it is a picture
 * is seen when it is decoded.
 */
export async function* listPictures(
  root: string,
  folders: readonly EmotionFolder[],
): AsyncGenerator<LabelledPicture> {
  for (const { name: folder, emotion } of folders) {
    for await (const path of walk(join(root, folder))) yield { path, name: relative(root, path), emotion };
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
