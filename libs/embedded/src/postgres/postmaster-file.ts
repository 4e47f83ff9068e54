import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** postmaster.pid: PostgreSQL's own note of who runs on a cluster (lines: pid, folder, start time, port, ..., state). */
export interface PostmasterFile {
  readonly text: string;
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

export function parsePostmasterFile(text: string): PostmasterFile {
  const lines = text.split('\n');
  return { text, pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

const pathOf = (cluster: string) => join(cluster, 'postmaster.pid');

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  try {
    return parsePostmasterFile(await readFile(pathOf(cluster), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The command line of a process, '' when there is no such process. */
async function commandLineOf(pid: number): Promise<string> {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { code, status } = error as { code?: string; status?: number };
    if (code === 'ENOENT' || code === 'ESRCH' || status === 1) return '';
    throw error;
  }
}

/** Whether the process of the file is really a PostgreSQL on this cluster: after a restart its id may be another's. */
const isServerOf = async (cluster: string, pid: number): Promise<boolean> =>
  (await commandLineOf(pid)).includes(`postgres -D ${cluster}`);

/**
 * Puts the id of a process that has just ended in place of one that now belongs to another program. The rest of the
 * file stays: by it PostgreSQL finds out whether processes of the old server are left.
 */
async function nameDeadProcess(cluster: string, { text, pid }: PostmasterFile): Promise<void> {
  const { pid: deadPid } = spawnSync(process.execPath, ['--version'], { stdio: 'ignore' });
  await writeFile(pathOf(cluster), text.replace(String(pid), String(deadPid)));
}

/**
 * Makes way for a new server after an unclean stop: waits for a server that is still going down, ends one that nobody
 * looks after any more (we hold the data folder), and corrects the file when its process id now belongs to another
 * program. A file whose process is dead is left to PostgreSQL, which replaces it.
 */
export async function clearWayForServer(cluster: string, waitMs = 6_000): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file === null) return;
  if ((await commandLineOf(file.pid)) === '') return;
  if (!(await isServerOf(cluster, file.pid))) return nameDeadProcess(cluster, file);
  const startedAt = Date.now();
  let isTold = false;
  while (await isServerOf(cluster, file.pid)) {
    const waitedMs = Date.now() - startedAt;
    if (waitedMs > waitMs && !isTold) {
      process.kill(file.pid, 'SIGINT');
      isTold = true;
    }
    if (waitedMs > waitMs + 15_000) {
      throw new Error(
        `A PostgreSQL (process ${file.pid}) that nobody owns runs on ${cluster} and does not stop.`,
      );
    }
    await sleep(100);
  }
}
