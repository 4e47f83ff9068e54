import { readFileSync, readdirSync } from 'node:fs';

export interface StackProcess {
  readonly pid: number;
  readonly command: string;
}

/** The process ended while we looked, or is not ours to look at. */
const GONE_OR_FOREIGN = new Set(['ENOENT', 'ESRCH', 'EACCES', 'EPERM']);

/** Every process whose command line or environment names a stack's data folder. Linux only, as /proc is. */
export function listStackProcesses(dataDir: string): StackProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
        return (environment + command).includes(dataDir) ? [{ pid: Number(name), command }] : [];
      } catch (error) {
        if (!GONE_OR_FOREIGN.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        return [];
      }
    });
}

/** Peak resident memory of a process in MB. */
export function readPeakMemoryMb({ pid }: StackProcess): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Number(kilobytes) / 1024;
}
