import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '@eyeline/contracts';

import { isThere } from './is-there.js';
import { type ModelManifest } from './model-manifest.js';
import { readManifest } from './read-manifest.js';

/** A network as its manifest describes it; its bytes have not been looked at. */
export interface InstalledModel {
  readonly manifest: ModelManifest;
  readonly path: string;
}

/** What lies in a folder of networks under one name: a network, or what is wrong with it. */
export type SurveyedModel = { readonly name: string } & (
  | { readonly model: InstalledModel; readonly fault: null }
  | { readonly model: null; readonly fault: AppError }
);

/**
 * Looks through `<name>/manifest.json` of a folder, in the order of names. A folder that is not there holds none, and
 * what begins with a dot is none.
 */
export async function surveyModels(folder: string): Promise<SurveyedModel[]> {
  if (!(await isThere(folder))) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('internal', {
      detail: `The folder ${folder} cannot be read (${error.code}).`,
      cause: error,
    });
  });
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  return Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => surveyOne(folder, name)),
  );
}

async function surveyOne(folder: string, name: string): Promise<SurveyedModel> {
  const path = join(folder, name, 'manifest.json');
  try {
    const manifest = await readManifest(path);
    if (manifest.name !== name) {
      const detail = `The manifest ${path} is of "${manifest.name}": name and folder have to be the same.`;
      throw new AppError('internal', { detail });
    }
    return { name, model: { manifest, path: join(folder, name, manifest.file) }, fault: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { name, model: null, fault: error };
  }
}
