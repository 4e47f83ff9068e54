import { readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of 10 ms, whatever the kernel's own clock (getconf CLK_TCK). */
const TICKS_PER_S = 100;

/**
 * Seconds of processor time that this process and its children that have ended have used. Ended children are known on
 * Linux alone; elsewhere theirs are missing.
 */
export function readCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  if (process.platform !== 'linux') return own;
  // The name in parentheses may hold spaces; the numbers start after it. Fields 16 and 17 are cutime and cstime.
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return own + (Number(fields[13]) + Number(fields[14])) / TICKS_PER_S;
}

/** Seconds of processor time that a process has used, all its threads together. Null where there is no /proc. */
export async function readCpuSecondsOf(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const stat = await readProc(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
}

/** Resident memory in MB now: of the process, and of all that it has started (ffmpeg). Null where there is no /proc. */
export async function readRssMb(pid: number): Promise<{ own: number; children: number } | null> {
  if (process.platform !== 'linux') return null;
  const own = await readOwnRssMb(pid);
  let children = 0;
  for (const child of await listDescendants(pid)) children += await readOwnRssMb(child);
  return { own, children };
}

async function readOwnRssMb(pid: number): Promise<number> {
  const status = await readProc(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

async function listDescendants(pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const thread of await listThreads(pid)) {
    const children = await readProc(`/proc/${pid}/task/${thread}/children`);
    for (const child of children
      .split(' ')
      .filter((text) => text.trim() !== '')
      .map(Number)) {
      found.push(child, ...(await listDescendants(child)));
    }
  }
  return found;
}

const listThreads = (pid: number): Promise<string[]> => readdir(`/proc/${pid}/task`).catch(ifGone([]));

const readProc = (path: string): Promise<string> => readFile(path, 'utf8').catch(ifGone(''));

/** A process may end between being listed and being read. */
const ifGone =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return instead;
    throw error;
  };
