import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '@eyeline/contracts';
import { z } from 'zod';

import { isThere } from './is-there.js';
import { MODEL_ROLES, type ModelRole } from './model-manifest.js';

/** Names of the networks that are used instead of the default ones. */
export type ModelSelection = Readonly<Partial<Record<ModelRole, string>>>;

/** In a folder of networks: what `npm run models -- use` has written. */
export const SELECTION_FILE = 'selection.json';

const schema = z.partialRecord(z.enum(MODEL_ROLES), z.string());

/**
 * What was chosen in a folder of networks; nothing, where nothing was.
 *
 * @throws {AppError} internal, naming the file, when it holds something else
 */
export async function readSelection(folder: string | null): Promise<ModelSelection> {
  if (folder === null || !(await isThere(folder))) return {};
  const path = join(folder, SELECTION_FILE);
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new AppError('internal', { detail: `${path} is no choice of networks: ${String(cause)}`, cause });
  }
}
