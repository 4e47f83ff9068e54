import { AppError } from '@eyeline/contracts';

import { UsageError } from '../../commands/usage-error.js';
import { type CommandAnswer } from '../command-answer.js';
import { type ModelLibrary } from '../model-library.js';

/**
 * Deletes a network that was added, also one that cannot be used.
 *
 * @throws {UsageError} when there is none of the name, or it is a shipped one
 * @throws {AppError} conflict when it is used
 */
export async function removeModel(name: string, library: ModelLibrary): Promise<CommandAnswer> {
  const entry = await library.find(name);
  if (entry.origin === 'shipped') throw new UsageError(`"${name}" is shipped with Eyeline, and stays.`);
  const used = Object.entries(await library.findUsed()).find(([, one]) => one === name);
  if (used !== undefined) {
    const [role] = used;
    throw new AppError('conflict', {
      detail: `"${name}" is used for ${role}: npm run models -- use ${role} default, or another one, comes first.`,
    });
  }
  await library.remove(name);
  return { json: { name, removed: true }, text: `${name} is removed.\n` };
}
