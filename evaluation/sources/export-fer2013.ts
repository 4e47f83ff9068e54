import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

import { type Split } from '../arguments.js';
import { UsageError } from '../../commands/usage-error.js';

/** The arrays of the file are packed with LZMA, which Node cannot read. Commands run in the project's folder. */
const SCRIPT = 'evaluation/export_fer2013.py';

/**
 * Writes one split of fer2013.npz as pictures into a folder.
 *
 * @throws {UsageError} without python3 and numpy, or when the file is another one
 */
export async function exportFer2013(
  npz: string,
  folder: string,
  split: Split,
  signal: AbortSignal,
): Promise<void> {
  const child = spawn('python3', [resolve(SCRIPT), npz, folder, '--split', split], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let complaint = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-2000)));
  const [code] = (await once(child, 'close').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new UsageError(
      `${SCRIPT} needs python3, which is not here; give the folder that it wrote elsewhere.`,
    );
  })) as [number | null];
  if (code === 0) return;
  if (complaint.includes('ModuleNotFoundError')) {
    throw new UsageError(`${SCRIPT} needs numpy (Debian: python3-numpy), which python3 does not find.`);
  }
  throw new UsageError(complaint.trim() || `${SCRIPT} ended with status ${code}.`);
}
