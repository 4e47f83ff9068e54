import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { UsageError } from '../commands/usage-error.js';

/** @throws {UsageError} when there is something already */
export async function expectFree(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`${folder} cannot be made: ${error.message}`);
  });
  if (found !== null) throw new UsageError(`${folder} is there already: name another folder.`);
}

/**
 * Files that are there together or not at all: they are written into a hidden folder beside the place, and moved there in one step.
 *
 * @param finish is given the hidden folder, and gives the last files, or throws when none are to be there
 * @throws {UsageError} when the folder cannot be made, or is there by then
 */
export async function writeFolder<Result>(
  folder: string,
  files: Readonly<Record<string, Uint8Array | string>>,
  finish: (
    staged: string,
  ) => Promise<{ readonly files: Readonly<Record<string, string>>; readonly result: Result }>,
): Promise<Result> {
  const staged = join(dirname(folder), `.${basename(folder)}.partial-${process.pid}`);
  try {
    await mkdir(staged, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${folder} cannot be made: ${error.message}`);
    });
    const write = async (some: typeof files): Promise<void> => {
      for (const [name, content] of Object.entries(some)) await writeFile(join(staged, name), content);
    };
    await write(files);
    const last = await finish(staged);
    await write(last.files);
    await expectFree(folder);
    await rename(staged, folder);
    return last.result;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}
