import { readFileSync } from 'node:fs';

import { isRunning } from './is-running.js';

/**
 * A text that names one process for good. Process ids are used again, so on Linux the time of its start belongs to it.
 * (scripts/pid-lock.mjs has the same for the time before anything is built.)
 */
export function identifyProcess(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return String(pid);
    throw error;
  }
}

/** Whether the process that `identifyProcess` named still runs. */
export function isAlive(identity: string): boolean {
  const pid = Number(identity.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && isRunning(pid) && identifyProcess(pid) === identity;
}
