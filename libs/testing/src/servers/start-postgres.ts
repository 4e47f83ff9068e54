import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { removeOutsideCluster, startPostgres as startEmbedded } from '@eyeline/embedded';

import { type RunningServer } from './running-server.js';

/**
 * The PostgreSQL of `npm start`, on a free port, with data in a temporary folder that `stop` deletes. Nothing has to
 * survive a crash here, and without waiting for the disk the tests are several times faster.
 * It ends with the process that started it, so a test takes the one of `createTestDatabase`.
 *
 * @returns the address of its maintenance database; the user may create others
 */
export async function startPostgres(): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'eyeline-postgres-'));
  await chmod(dataDir, 0o711); // PostgreSQL's system user has to pass through
  const remove = async () => {
    await removeOutsideCluster(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const server = await startEmbedded({ dataDir, isDurable: false });
    return {
      url: `${server.url}/postgres`,
      stop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
