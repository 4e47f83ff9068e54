import { createInterface } from 'node:readline/promises';

import { AppError } from '@eyeline/contracts';
import { type ModelManifest } from '@eyeline/vision';

import { say } from '../commands/run-command.js';

/**
 * Shows what a network may be used for and what it was made of, and asks whether that is accepted.
 *
 * @throws {AppError} forbidden when it is not, or when nobody can be asked
 */
export async function askForLicense(
  { name, version, role, license, trained_on }: ModelManifest,
  isAccepted: boolean,
): Promise<void> {
  say(`${name} ${version}, for ${role}`);
  say(`  licence     ${license}`);
  say(`  trained on  ${trained_on.join(', ')}`);
  if (isAccepted) return;
  if (!process.stdin.isTTY) {
    throw new AppError('forbidden', {
      detail: 'Nobody can be asked about the licence: give --accept-license.',
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question('Do you accept the licence? [y/N] ');
    if (/^y(es)?$/i.test(answer.trim())) return;
    throw new AppError('forbidden', { detail: 'The licence was not accepted.' });
  } finally {
    terminal.close();
  }
}
