import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeOutsideCluster } from '../postgres/reachable-folders.js';
import { isAlive } from '../processes/process-identity.js';

const PREFIX = 'eyeline-demo-';

/** A new folder for the data of one demo. PostgreSQL's user can pass through, but not look around. */
export async function makeDemoFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  await chmod(folder, 0o711);
  return folder;
}

export async function removeDemoFolder(folder: string): Promise<void> {
  await removeOutsideCluster(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Deletes what demos that were killed have left. */
export async function removeAbandonedDemoFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      const claim = JSON.parse(await readFile(join(folder, 'stack.json'), 'utf8')) as { process: string };
      if (!isAlive(claim.process)) await removeDemoFolder(folder);
    } catch (error) {
      // Not started yet, gone meanwhile, or another user's: none of ours to delete.
      if (!['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
    }
  }
}
