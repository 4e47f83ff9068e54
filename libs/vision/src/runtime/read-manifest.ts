import { readFile } from 'node:fs/promises';

import { AppError } from '@eyeline/contracts';
import { z } from 'zod';

import { type ModelManifest, modelManifestSchema } from './model-manifest.js';

const schema = z
  .string()
  .transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: String(error) });
      return z.NEVER;
    }
  })
  .pipe(modelManifestSchema);

/** @throws {AppError} internal, naming the file and everything that is wrong with it */
export async function readManifest(path: string): Promise<ModelManifest> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('internal', { detail: `The manifest ${path} cannot be read.`, cause });
  });
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new AppError('internal', {
    detail: `The manifest ${path} is not valid:\n${z.prettifyError(parsed.error)}`,
  });
}
