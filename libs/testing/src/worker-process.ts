import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const main = resolve(import.meta.dirname, '../../../dist/apps/worker/src/main.js');

/** A built worker in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** Everything that it has logged so far, a parsed line each. */
  readonly log: readonly Record<string, unknown>[];
  /** Sends the signal and resolves with the exit code (null: killed by it) and how long the end took. */
  end(signal: NodeJS.Signals): Promise<{ exitCode: number | null; tookMs: number }>;
}

/** Starts a worker with these settings alone and waits until it takes jobs. It needs a build (`npm run build`). */
export async function startWorkerProcess(environment: NodeJS.ProcessEnv): Promise<WorkerProcess> {
  if (!existsSync(main)) throw new Error('There is no built worker: run npm run build first.');
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log: Record<string, unknown>[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    log.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    const startedAtMs = performance.now();
    child.kill(signal);
    const [exitCode] = await exited;
    return { exitCode, tookMs: performance.now() - startedAtMs };
  };
  while (!log.some(({ msg }) => msg === 'worker ready')) {
    if (child.exitCode !== null) {
      throw new Error(`The worker did not start:\n${complaints}${JSON.stringify(log.at(-1))}`);
    }
    await sleep(20);
  }
  return { child, log, end };
}
