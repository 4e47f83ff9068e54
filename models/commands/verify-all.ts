import { dirname } from 'node:path';

import { AppError } from '@eyeline/contracts';

import { type CommandAnswer } from '../command-answer.js';
import { type LibraryEntry, type ModelLibrary } from '../model-library.js';
import { tryApart } from '../run-apart.js';

/** Whether networks are what their manifests say: those that are named, or all. */
export async function verifyAll(
  names: readonly string[],
  library: ModelLibrary,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  const results: { name: string; fault: string | null }[] = [];
  for (const entry of await library.findAll(names))
    results.push({ name: entry.name, fault: await findFault(entry, signal) });
  const faults = results.filter(({ fault }) => fault !== null);
  return {
    json: results.map(({ name, fault }) => ({ name, ok: fault === null, fault })),
    text: results.map(({ name, fault }) => `${name}: ${fault ?? 'ok'}\n`).join(''),
    ...(faults.length > 0 && {
      failure: new AppError('internal', {
        detail: `${faults.length} of ${results.length} networks cannot be used: ${faults
          .map(({ name }) => name)
          .join(', ')}.`,
      }),
    }),
  };
}

async function findFault({ name, model, fault }: LibraryEntry, signal: AbortSignal): Promise<string | null> {
  if (fault !== null) return fault.detail;
  try {
    await tryApart(dirname(dirname(model.path)), name, signal);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.detail;
  }
}
