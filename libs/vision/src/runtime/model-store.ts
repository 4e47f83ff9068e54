import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '@eyeline/contracts';

import { type ModelRole } from './model-manifest.js';
import { readSelection } from './model-selection.js';
import { type InstalledModel, surveyModels } from './survey-models.js';

/** A network whose bytes are the ones that its manifest names. */
export interface StoredModel extends InstalledModel {
  readonly bytes: Uint8Array;
}

/** Which networks are used where not the default ones. */
export interface ModelChoice {
  /** Folder of networks beside the shipped ones, and of the choice among all of them (MODELS_DIR); null: none. */
  readonly folder: string | null;
  /** Name of the emotion network; null: the one that is chosen in the folder, else the default one. */
  readonly emotion: string | null;
  /** Name of a second emotion network, which is asked about the same faces; none by default. */
  readonly compared?: string | null;
}

export const DEFAULT_MODELS: ModelChoice = { folder: null, emotion: null };

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
 * Every network that there is, the shipped ones first, each by name.
 *
 * @param folder of networks beside the shipped ones; one that is not there holds none
 * @throws {AppError} internal, naming the file: a manifest that cannot be read, is not valid or has another name than its
 * folder, two networks of one name
 */
export async function listModels(
  folder: string | null = null,
  shipped: string = findModelsFolder(),
): Promise<InstalledModel[]> {
  const [ours, theirs] = await Promise.all([
    surveyModels(shipped),
    folder === null ? [] : surveyModels(folder),
  ]);
  const all = [...ours, ...theirs].map((found) => {
    if (found.fault !== null) throw found.fault;
    return found.model;
  });
  refuseTwins(all);
  return all;
}

/**
 * The network that is used for a role: the one that is chosen, else the default one. Its bytes are not looked at.
 *
 * @throws {AppError} model_unavailable: no network of the name, with those that there are; internal, naming the file: no default,
 * more than one, an invalid manifest
 * @example (await findModel('emotion', { folder, emotion: null })).manifest.name // 'emotion-s4-int8'
 */
export async function findModel(
  role: ModelRole,
  choice: ModelChoice = DEFAULT_MODELS,
  shipped: string = findModelsFolder(),
): Promise<InstalledModel> {
  const models = (await listModels(choice.folder, shipped)).filter(({ manifest }) => manifest.role === role);
  const name =
    (role === 'emotion' ? choice.emotion : null) ?? (await readSelection(choice.folder))[role] ?? null;
  const ours = models.filter(({ path }) => dirname(dirname(path)) === shipped);
  return name === null ? findDefault(ours, role, shipped) : findNamed(models, role, name);
}

/**
 * The same, checked against its manifest.
 *
 * @throws {AppError} as `findModel`; internal, naming the file: other bytes than the manifest's sha256
 */
export const readModel = async (
  role: ModelRole,
  choice?: ModelChoice,
  shipped?: string,
): Promise<StoredModel> => readBytes(await findModel(role, choice, shipped));

/** @throws {AppError} internal, naming the file, when it cannot be read or has other bytes than its manifest names */
export const readBytes = async (model: InstalledModel): Promise<StoredModel> => ({
  ...model,
  bytes: await readVerified(model.path, model.manifest.sha256),
});

function refuseTwins(models: readonly InstalledModel[]): void {
  const paths = new Map<string, string>();
  for (const { manifest, path } of models) {
    const other = paths.get(manifest.name);
    if (other !== undefined) {
      throw new AppError('internal', {
        detail: `Two networks are called "${manifest.name}": ${other}, ${path}.`,
      });
    }
    paths.set(manifest.name, path);
  }
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
  throw new AppError('model_unavailable', {
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
