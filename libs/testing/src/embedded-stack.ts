import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@eyeline/embedded';

import { EyelineClient } from './eyeline-client.js';

const root = resolve(import.meta.dirname, '../../..');

export interface EmbeddedStack {
  readonly client: EyelineClient;
  readonly dataDir: string;
  readonly supervisor: ChildProcess;
  /** What the stack has printed so far. */
  output(): string;
  /** Stops it as an operator would (SIGTERM), and deletes its data. */
  stop(): Promise<{ exitCode: number | null; tookMs: number }>;
}

/** Tests beside this one take ports too, sometimes the one that was free a moment ago. */
const TRIES = 3;

/**
 * The real stack, as `npm start` runs it, on a free port with data of its own. Ready when it resolves.
 *
 * @param environment settings beside PORT and EYELINE_DATA_DIR
 */
export async function startEmbeddedStack(environment: NodeJS.ProcessEnv = {}): Promise<EmbeddedStack> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await startOnce(environment);
    } catch (error) {
      if (left === 0 || !/is taken|EADDRINUSE/.test(String(error))) throw error;
    }
  }
}

async function startOnce(environment: NodeJS.ProcessEnv): Promise<EmbeddedStack> {
  const port = await findFreePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'eyeline-test-'));
  await chmod(dataDir, 0o755); // PostgreSQL's system user has to pass through
  const supervisor = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), EYELINE_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const exited = new Promise<number | null>((done) => supervisor.once('exit', done));
  const stop = async () => {
    const startedAt = Date.now();
    if (supervisor.exitCode === null && supervisor.signalCode === null) supervisor.kill('SIGTERM');
    const exitCode = await exited;
    await rm(dataDir, { recursive: true, force: true });
    return { exitCode, tookMs: Date.now() - startedAt };
  };

  const client = new EyelineClient(`http://127.0.0.1:${port}`);
  const until = Date.now() + 90_000;
  for (;;) {
    // Not whoever answers there first: another test's service may have got the port.
    if (printed.includes('Eyeline is up')) break;
    if (supervisor.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the stack did not become ready:\n${printed}`);
    }
    await sleep(100);
  }
  return { client, dataDir, supervisor, output: () => printed, stop };
}
