import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A log file of limited size: `x.log`, and when that is full `x.log.1` (the newest) to `x.log.3`. Writes at once, in
 * order; whoever writes here serves nobody meanwhile.
 */
export class RotatingLog {
  private file: number;
  private bytes: number;

  constructor(
    private readonly path: string,
    private readonly maxBytes = 10_000_000,
    private readonly keptFiles = 3,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.file = openSync(path, 'a', 0o640);
    this.bytes = fstatSync(this.file).size;
  }

  /** @throws the system's error, such as a full disk's */
  write(line: string): void {
    if (this.bytes > this.maxBytes) this.rotate();
    this.bytes += writeSync(this.file, `${line}\n`);
  }

  close(): void {
    closeSync(this.file);
  }

  private rotate(): void {
    closeSync(this.file);
    for (let i = this.keptFiles - 1; i >= 0; i--) {
      const from = i === 0 ? this.path : `${this.path}.${i}`;
      if (existsSync(from)) renameSync(from, `${this.path}.${i + 1}`);
    }
    this.file = openSync(this.path, 'a', 0o640);
    this.bytes = 0;
  }
}
