import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { type ServerAccount } from './server-account.js';

const execute = promisify(execFile);

export const SUPERUSER = 'eyeline';

/** In the data folder. */
export const PASSWORD_FILE = 'postgres-password';

interface ClusterFolders {
  readonly binaries: string;
  readonly cluster: string;
  readonly dataDir: string;
}

/**
 * The password of the cluster's superuser, from the data folder; on the first call the cluster is made (initdb), with
 * a random one. A cluster appears whole or not at all, so that a start cut short can be repeated.
 *
 * @throws Error when initdb fails, or the password of a cluster that is there was lost
 */
export async function initialiseCluster(
  { binaries, cluster, dataDir }: ClusterFolders,
  account: ServerAccount | null,
): Promise<string> {
  const passwordFile = join(dataDir, PASSWORD_FILE);
  if (existsSync(cluster)) {
    if (existsSync(passwordFile)) return (await readFile(passwordFile, 'utf8')).trim();
    throw new Error(
      `${passwordFile} is missing, and PostgreSQL's data in ${cluster} cannot be opened without it.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  const half = `${cluster}.new`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  // initdb reads the password from a file, as the user that it runs as.
  const pwfile = join(dirname(cluster), `.pwfile-${process.pid}`);
  await writeFile(pwfile, `${password}\n`, { mode: 0o600 });
  try {
    if (account !== null) for (const path of [half, pwfile]) await chown(path, account.uid, account.gid);
    const login = [`--username=${SUPERUSER}`, `--pwfile=${pwfile}`, '--auth=scram-sha-256'];
    const text = ['--encoding=UTF8', '--locale=C', '--text-search-config=simple'];
    await execute(
      join(binaries, 'bin/initdb'),
      [`--pgdata=${half}`, ...login, ...text, '--no-instructions'],
      {
        ...account,
        cwd: '/',
        env: { PATH: process.env.PATH, LC_ALL: 'C' },
      },
    );
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new Error(
      `PostgreSQL's data could not be set up in ${cluster}: ${(stderr ?? String(cause)).trim()}`,
      {
        cause,
      },
    );
  } finally {
    await rm(pwfile, { force: true });
  }
  await rename(half, cluster);
  return password;
}
