import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '@eyeline/contracts';

import { type ModelManifest, type ModelRole } from './model-manifest.js';
import { readManifest } from './read-manifest.js';

/** A network as its manifest describes it; its bytes have not been looked at. */
export interface InstalledModel {
  readonly manifest: ModelManifest;
  readonly path: string;
}

/** A network whose bytes are the ones that its manifest names. */
export interface StoredModel extends InstalledModel {
  readonly bytes: Uint8Array;
}

/** Which networks are used where not the default ones. */
export interface ModelChoice {
  /** Name of the emotion network; null: the default one. */
  readonly emotion: string | null;
}

export const DEFAULT_MODELS: ModelChoice = { emotion: null };

const MODELS_FOLDER = join('libs', 'vision', 'src', 'models');

/**
 * The folder that holds `<name>/manifest.json` and `<name>/model.onnx`. The compiler copies no assets, so
 * this file may run from `libs/vision/src/runtime` or from `dist/libs/vision/src/runtime` while the networks
 * lie in the source tree alone: the first ancestor in which they are found is the right one.
 *
 * @throws {AppError} internal, naming where the search began
 */
export function findModelsFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const models = join(folder, MODELS_FOLDER);
    // dist/ holds a folder of that name too, with the compiled decoders and without any network
    if (existsSync(join(models, 'face-detector-gray', 'manifest.json'))) return models;
    if (folder === dirname(folder)) {
      throw new AppError('internal', { detail: `No ${MODELS_FOLDER} with networks in it above ${from}.` });
    }
  }
}

/**
 * Every network of a folder, by name.
 *
 * @throws {AppError} internal, naming the file: a manifest that cannot be read, is not valid or has another name than its folder
 */
export async function listModels(folder: string = findModelsFolder()): Promise<InstalledModel[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const manifestPath = join(folder, name, 'manifest.json');
      const manifest = await readManifest(manifestPath);
      if (manifest.name !== name) {
        throw new AppError('internal', {
          detail: `The manifest ${manifestPath} is of "${manifest.name}": name and folder have to be the same.`,
        });
      }
      return { manifest, path: join(folder, name, manifest.file) };
    }),
  );
}

/**
 * The network that is used for a role: the one that is chosen, else the default one, checked against its manifest.
 *
 * @throws {AppError} internal, naming the file: no network of the name (with those that there are), no default, more
 * than one, an invalid manifest, other bytes than the manifest's sha256
 */
export async function readModel(
  role: ModelRole,
  choice: ModelChoice = DEFAULT_MODELS,
  folder: string = findModelsFolder(),
): Promise<StoredModel> {
  const models = (await listModels(folder)).filter(({ manifest }) => manifest.role === role);
  const chosen = role === 'emotion' ? choice.emotion : null;
  const model = chosen === null ? findDefault(models, role, folder) : findNamed(models, role, chosen);
  return { ...model, bytes: await readVerified(model.path, model.manifest.sha256) };
}

function findDefault(models: readonly InstalledModel[], role: ModelRole, folder: string): InstalledModel {
  const candidates = models.filter(({ manifest }) => manifest.default);
  if (candidates.length === 1) return candidates[0];
  throw new AppError('internal', {
    detail:
      `Exactly one network has to be the default for "${role}" in ${folder}, ` +
      `found: ${namesOf(candidates) || 'none'}.`,
  });
}

function findNamed(models: readonly InstalledModel[], role: ModelRole, name: string): InstalledModel {
  const model = models.find(({ manifest }) => manifest.name === name);
  if (model !== undefined) return model;
  throw new AppError('internal', {
    detail: `There is no network "${name}" for ${role}. There are: ${namesOf(models)}.`,
  });
}

const namesOf = (models: readonly InstalledModel[]): string =>
  models.map(({ manifest }) => manifest.name).join(', ');

async function readVerified(path: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new AppError('internal', { detail: `The network ${path} cannot be read.`, cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) {
    throw new AppError('internal', {
      detail: `The network ${path} is not the one its manifest names: sha256 ${found} instead of ${sha256}.`,
    });
  }
  return bytes;
}
