import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { isAbsent, systemCode } from './file-errors.js';

/** A file that has not changed for so long, from a machine that we cannot ask, has lost its owner. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** Where the system does not tell when a process started. */
const UNKNOWN_START = 'x';

const machine = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');

const self = `${machine}.${process.pid}.${startOf(process.pid)}`;

/** `machine.pid.start.random`; anything else in the folder is not ours to remove. */
const OWNED_NAME = /^([A-Za-z0-9-]+)\.(\d+)\.([a-z0-9]+)\.[a-z0-9-]+$/;

/**
 * Files that live no longer than the process that made them, in a folder of their own. Their names say who that is, so
 * that what a dead process has left is known as such: in a container every process that is started anew has the pid of
 * the one before, hence the time of its start. Containers that share the folder differ in their host names.
 */
export class OwnedFiles {
  constructor(readonly folder: string) {}

  /** A path for a new file. */
  next(): string {
    return join(this.folder, `${self}.${randomUUID()}`);
  }

  /** Makes the folder, and removes what dead processes left in it. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.sweep(new Date(Date.now() - ABANDONED_MS));
  }

  /**
   * Removes the files whose process is gone, and says how many that were. A process of another machine cannot be asked:
   * its files go when they have not changed since `before`.
   */
  async sweep(before: Date): Promise<number> {
    let count = 0;
    for (const { name, path } of await this.list()) {
      if (!(await this.isLeft(name, path, before))) continue;
      await rm(path, { force: true });
      count++;
    }
    return count;
  }

  /** What lies in the folder, whoever it belongs to. */
  async list(): Promise<{ readonly name: string; readonly path: string }[]> {
    try {
      return (await readdir(this.folder)).map((name) => ({ name, path: join(this.folder, name) }));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  }

  private async isLeft(name: string, path: string, before: Date): Promise<boolean> {
    const owner = OWNED_NAME.exec(name);
    if (owner === null) return false;
    const [, ownerMachine, pid, start] = owner;
    if (ownerMachine === machine) return !isAlive(Number(pid), start);
    const changedAtMs = await stat(path).then(
      (file) => file.mtimeMs,
      (error: unknown) => {
        if (isAbsent(error)) return Infinity; // published or removed meanwhile
        throw error;
      },
    );
    return changedAtMs < before.getTime();
  }
}

function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return false; // somebody else's, but there
  }
  return startOf(pid) === start;
}

/** When a process started, in ticks since the system did. Only Linux tells. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold anything; the start is the 22nd (proc(5)).
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return UNKNOWN_START;
  }
}
