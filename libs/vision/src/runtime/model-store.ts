import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '@eyeline/contracts';
import { z } from 'zod';

import { type ModelManifest, modelManifestSchema, type ModelRole } from './model-manifest.js';

/** A network whose bytes are the ones that its manifest names. */
export interface StoredModel {
  readonly manifest: ModelManifest;
  readonly path: string;
  readonly bytes: Uint8Array;
}

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
 * The default network of a role, checked against its manifest.
 *
 * @throws {AppError} internal, naming the file: no default, more than one, an invalid manifest, other bytes than the manifest's sha256
 */
export async function readDefaultModel(
  role: ModelRole,
  folder: string = findModelsFolder(),
): Promise<StoredModel> {
  const candidates: { manifest: ModelManifest; path: string }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const manifest = await readManifest(join(folder, entry.name, 'manifest.json'));
    if (manifest.role === role && manifest.default) {
      candidates.push({ manifest, path: join(folder, entry.name, manifest.file) });
    }
  }
  if (candidates.length !== 1) {
    const names = candidates.map(({ manifest }) => manifest.name).join(', ') || 'none';
    throw new AppError('internal', {
      detail: `Exactly one network has to be the default for "${role}" in ${folder}, found: ${names}.`,
    });
  }
  const { manifest, path } = candidates[0];
  return { manifest, path, bytes: await readVerified(path, manifest.sha256) };
}

async function readManifest(path: string): Promise<ModelManifest> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('internal', { detail: `The manifest ${path} cannot be read.`, cause });
  });
  const parsed = z
    .string()
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch (error) {
        context.addIssue({ code: 'custom', message: String(error) });
        return z.NEVER;
      }
    })
    .pipe(modelManifestSchema)
    .safeParse(text);
  if (!parsed.success) {
    throw new AppError('internal', {
      detail: `The manifest ${path} is not valid:\n${z.prettifyError(parsed.error)}`,
    });
  }
  return parsed.data;
}

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
