import { readFile } from 'node:fs/promises';

import { type ModelManifest, modelManifestSchema } from '@eyeline/vision';
import { z } from 'zod';

import { UsageError } from '../commands/usage-error.js';

/** What an added network's file is called. */
export const MODEL_FILE = 'model.onnx';

/**
 * The manifest of a network that is to be added: `file` is ours to say, `sha256` may be given beside it.
 *
 * @throws {UsageError} when it is not valid, or no sha256 is known, or two
 */
export async function readGivenManifest(path: string, sha256: string | null): Promise<ModelManifest> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The manifest ${path} cannot be read (${error.code}): name it with --manifest.`);
  });
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The manifest ${path} is no JSON: ${(error as Error).message}`);
  }
  const stated = z.object({ sha256: z.string().optional() }).safeParse(given);
  if (!stated.success)
    throw new UsageError(`The manifest ${path} is not valid:\n${z.prettifyError(stated.error)}`);
  if (sha256 !== null && stated.data.sha256 !== undefined && stated.data.sha256 !== sha256) {
    throw new UsageError(`The manifest ${path} names another sha256 than --sha256: ${stated.data.sha256}.`);
  }
  const known = sha256 ?? stated.data.sha256;
  if (known === undefined) {
    throw new UsageError('Give the sha256 that the file has to have: --sha256, or in the manifest.');
  }
  const parsed = modelManifestSchema.safeParse({
    ...(given as object),
    file: MODEL_FILE,
    default: false,
    sha256: known,
  });
  if (parsed.success) return parsed.data;
  throw new UsageError(`The manifest ${path} is not valid:\n${z.prettifyError(parsed.error)}`);
}
