import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PASSWORD_FILE, SUPERUSER } from '../postgres/initialise-cluster.js';
import { readPostmasterFile } from '../postgres/postmaster-file.js';
import { findCluster } from '../postgres/reachable-folders.js';
import { findRunningStack } from './claim-data-folder.js';
import { StackError } from './stack-error.js';
import { DATABASE_NAME, readStackSettings } from './stack-settings.js';

/**
 * The database for a command beside the service: `DATABASE_URL`, or that of the stack which runs on the data folder.
 *
 * @param folder where a relative data folder begins
 * @throws {StackError} that says what to do, when there is neither
 */
export async function findDatabaseUrl(environment: NodeJS.ProcessEnv, folder: string): Promise<string> {
  const { databaseUrl, dataDir } = readStackSettings(environment, { programs: '', folder });
  if (databaseUrl !== null) return databaseUrl;
  const address = findRunningStack(dataDir);
  if (address === null) {
    throw new StackError(
      `No Eyeline runs on the data folder ${dataDir}, and DATABASE_URL is not set.\n` +
        'Start it (npm start), name its folder (EYELINE_DATA_DIR=...), or name its database (DATABASE_URL=postgres://...).',
    );
  }
  const cluster = await readPostmasterFile(await findCluster(dataDir));
  if (cluster === null || !cluster.isReady) {
    throw new StackError(
      `The Eyeline at ${address} runs no PostgreSQL of its own, or is still starting.\n` +
        'Give this command the DATABASE_URL that it was started with, or wait until it is up.',
    );
  }
  const password = (await readFile(join(dataDir, PASSWORD_FILE), 'utf8')).trim();
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${cluster.port}/${DATABASE_NAME}`;
}
