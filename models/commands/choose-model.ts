import { dirname } from 'node:path';

import { type ModelRole } from '@eyeline/vision';

import { UsageError } from '../../commands/usage-error.js';
import { say } from '../../commands/run-command.js';
import { type CommandAnswer } from '../command-answer.js';
import { type ModelLibrary } from '../model-library.js';
import { tryApart } from '../run-apart.js';

/**
 * Writes down which network is used for a role.
 *
 * @throws {UsageError} when there is none of the name, or it has another role
 * @throws {AppError} internal when it is not what its manifest says
 */
export async function chooseModel(
  { role, name }: { readonly role: ModelRole; readonly name: string },
  library: ModelLibrary,
  signal: AbortSignal,
): Promise<CommandAnswer> {
  if (name !== 'default') {
    const { model, fault } = await library.find(name);
    if (fault !== null) throw fault;
    const { manifest, path } = model;
    if (manifest.role !== role) {
      throw new UsageError(`"${name}" is a network for ${manifest.role}, not for ${role}.`);
    }
    await tryApart(dirname(dirname(path)), name, signal);
  }
  await library.choose(role, name === 'default' ? null : name);
  const used = (await library.findUsed())[role] ?? null;
  if (role === 'emotion' && library.emotionBySetting !== null) {
    say(`EMOTION_MODEL is set to "${library.emotionBySetting}", which comes before this.`);
  }
  return {
    json: { role, name: used },
    text: `${role}: ${used} is used from the next start of API, live processes and workers on.\n`,
  };
}
