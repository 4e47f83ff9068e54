import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { isAbsent, systemCode } from './file-errors.js';

/** An upload that has not grown for so long, from a machine that we cannot ask, has lost its writer. */
const ABANDONED_MS = 24 * 3600 * 1000;

/** The clock of the file system and ours may differ so much. */
const CLOCK_MARGIN_MS = 2000;

const machine = hostname().replaceAll(/[^A-Za-z0-9-]/g, '-');

/**
 * The files that are being written, in a folder of their own on the same file system, so that a rename publishes them.
 * Their names say who writes: `machine.pid.random`.
 */
export class IncomingFiles {
  private readonly folder: string;

  constructor(root: string) {
    this.folder = join(root, '.incoming');
  }

  /** A path for a new file. */
  next(): string {
    return join(this.folder, `${machine}.${process.pid}.${randomUUID()}`);
  }

  /** Makes the folder, and removes what crashed processes left in it. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await this.sweep(new Date(Date.now() - ABANDONED_MS));
  }

  /**
   * Removes what has no writer any more, and says how many that were. Who writes on another machine cannot be asked:
   * a file of such a one goes when it has not grown since `before`.
   */
  async sweep(before: Date): Promise<number> {
    let count = 0;
    for (const name of await this.list()) {
      const path = join(this.folder, name);
      if (!(await this.hasNoWriter(name, path, before))) continue;
      await rm(path, { force: true });
      count++;
    }
    return count;
  }

  private async list(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  }

  private async hasNoWriter(name: string, path: string, before: Date): Promise<boolean> {
    const writtenAtMs = await stat(path).then(
      (file) => file.mtimeMs,
      (error: unknown) => {
        if (isAbsent(error)) return null; // published or removed meanwhile
        throw error;
      },
    );
    if (writtenAtMs === null) return false;
    const [writerMachine, pid] = name.split('.');
    if (writerMachine !== machine) return writtenAtMs < before.getTime();
    if (Number(pid) === process.pid) {
      // Ours, unless it is older than we are: in a container every process that is started anew has the same pid.
      return writtenAtMs < Date.now() - process.uptime() * 1000 - CLOCK_MARGIN_MS;
    }
    return !isAlive(Number(pid));
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM'; // somebody else's, but there
  }
}
