import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { findFreePort, removeOutsideCluster, startPostgres } from '@eyeline/embedded';

const API = fileURLToPath(new URL('../apps/api/src/main.js', import.meta.url));

const START_LIMIT_MS = 60_000;

/** A process that serves HTTP on a port. */
export interface ServiceProcess {
  readonly port: number;
  readonly child: ChildProcess;
}

/** Starts a script that listens on `PORT`, and waits until a path is answered 200. */
export async function startService(
  script: string,
  readyPath: string,
  settings: NodeJS.ProcessEnv,
): Promise<ServiceProcess> {
  const port = await findFreePort();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const untilMs = Date.now() + START_LIMIT_MS; Date.now() < untilMs; await sleep(100)) {
    const answer = await fetch(`http://127.0.0.1:${port}${readyPath}`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return { port, child };
  }
  await stopService({ port, child });
  throw new Error(`Nothing answers on port ${port}.`);
}

export async function stopService({ child }: ServiceProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** An API, and where its rows and objects lie. */
export interface ApiProcess extends ServiceProcess {
  readonly databaseUrl: string;
  readonly folder: string;
}

/** The API on databases and a folder of its own, for as long as `work` lasts. */
export async function withApi<T>(
  settings: NodeJS.ProcessEnv,
  work: (api: ApiProcess) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  await chmod(folder, 0o755); // PostgreSQL's system user has to pass through
  try {
    const postgres = await startPostgres({ dataDir: folder, isDurable: false });
    try {
      const databaseUrl = `${postgres.url}/eyeline`;
      const api = await startService(API, '/readyz', {
        DATABASE_URL: databaseUrl,
        QUEUE_DATABASE_URL: `${postgres.url}/eyeline_queue`,
        EYELINE_DATA_DIR: folder,
        LOG_LEVEL: 'warn',
        ...settings,
      });
      try {
        return await work({ ...api, databaseUrl, folder });
      } finally {
        await stopService(api);
      }
    } finally {
      await postgres.stop();
      await removeOutsideCluster(folder);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
