import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { type PostgresBinaries } from './locate-binaries.js';
import { type ServerAccount } from './server-account.js';

/** Where root puts what PostgreSQL's user cannot enter elsewhere. */
const SYSTEM_FOLDER = '/var/lib/eyeline';

// In the data folder: the files of PostgreSQL, or a note of where they are.
const OWN_CLUSTER = 'postgres';
const LOCATION_NOTE = 'postgres-location';

/** Whether the account can enter a folder: all folders above it count too, so it is tried, not computed. */
export function canEnter(folder: string, account: ServerAccount): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    uid: account.uid,
    gid: account.gid,
    cwd: '/',
    stdio: 'ignore',
  });
  return status === 0;
}

async function makeSystemFolder(): Promise<void> {
  await mkdir(SYSTEM_FOLDER, { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
}

/**
 * A folder with the binaries that the account can run: the given one, or a copy of it (60 MB, made once per version)
 * when the clone lies where that user cannot go, such as root's home.
 */
export async function placeBinaries(
  { folder, version }: PostgresBinaries,
  account: ServerAccount | null,
): Promise<string> {
  if (account === null || canEnter(join(folder, 'bin'), account)) return folder;
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  await makeSystemFolder();
  const half = `${copy}.${process.pid}`;
  await cp(folder, half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  try {
    await rename(half, copy);
  } catch (error) {
    // Another stack was faster: its copy is as good.
    await rm(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** Where `placeCluster` has put PostgreSQL's files, whether they are there or not. */
export async function findCluster(dataDir: string): Promise<string> {
  const note = join(dataDir, LOCATION_NOTE);
  return existsSync(note) ? (await readFile(note, 'utf8')).trim() : join(dataDir, OWN_CLUSTER);
}

/**
 * The folder for PostgreSQL's files: `postgres` in the data folder, or, where the account cannot enter that, a folder
 * of the system that the file `postgres-location` of the data folder names.
 */
export async function placeCluster(dataDir: string, account: ServerAccount | null): Promise<string> {
  const own = join(dataDir, OWN_CLUSTER);
  if (account === null) return own;
  const note = join(dataDir, LOCATION_NOTE);
  if (existsSync(note)) return findCluster(dataDir);
  if (canEnter(dataDir, account)) return own;
  await makeSystemFolder();
  const elsewhere = join(SYSTEM_FOLDER, `${basename(dirname(dataDir))}-${randomBytes(4).toString('hex')}`);
  await mkdir(elsewhere, { mode: 0o711 });
  await chown(elsewhere, account.uid, account.gid);
  const cluster = join(elsewhere, 'postgres');
  await writeFile(note, `${cluster}\n`);
  return cluster;
}

/** Deletes what `placeCluster` put outside of the data folder, for data that is thrown away. */
export async function removeOutsideCluster(dataDir: string): Promise<void> {
  if (!existsSync(join(dataDir, LOCATION_NOTE))) return;
  await rm(dirname(await findCluster(dataDir)), { recursive: true, force: true });
}
