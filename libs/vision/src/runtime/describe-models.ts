import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError, type Model } from '@eyeline/contracts';

import { listModels } from './model-store.js';
import { type InstalledModel } from './survey-models.js';

/** What stands beside a network for people. */
const CARD_FILE = 'MODEL_CARD.md';

/**
 * Every network that there is with its model card, the shipped ones first, each by name.
 *
 * @param folder of networks beside the shipped ones; null: none
 * @throws {AppError} internal, naming the file, as `listModels`
 */
export async function describeModels(folder: string | null): Promise<Model[]> {
  return Promise.all((await listModels(folder)).map(describeModel));
}

async function describeModel({ manifest, path }: InstalledModel): Promise<Model> {
  const { role, name, version, sha256, license, trained_on } = manifest;
  return {
    object: 'model',
    ...{ role, name, version, sha256, license, trained_on },
    card: await readCard(join(dirname(path), CARD_FILE)),
  };
}

/** Null where a network came without one. */
async function readCard(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppError('internal', { detail: `The model card ${path} cannot be read.`, cause });
  }
}
