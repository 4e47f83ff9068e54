import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { isRunning } from '../processes/is-running.js';
import { startPostgres } from './postgres-server.js';
import { removeOutsideCluster } from './reachable-folders.js';

// Real: PostgreSQL, its guard, signals, the parent's death.

jest.setTimeout(60_000);

const root = resolve(__dirname, '../../../..');

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: `${url}/postgres` });
  client.on('error', () => undefined); // the server may be stopped under it
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** Resolves to the milliseconds until the process was gone. */
async function waitUntilGone(pid: number, withinMs: number): Promise<number> {
  const startedAt = Date.now();
  while (isRunning(pid)) {
    if (Date.now() - startedAt > withinMs) throw new Error(`process ${pid} still runs after ${withinMs} ms`);
    await sleep(50);
  }
  return Date.now() - startedAt;
}

/** A process of its own that holds a PostgreSQL; in a process group of its own, as a terminal would start it. */
async function startHolder(dataDir: string): Promise<{ holder: ChildProcess; url: string; pid: number }> {
  const loader = join(root, 'libs/testing/src/typescript-loader.mjs');
  const holder = spawn(
    process.execPath,
    ['--import', loader, join(root, 'libs/embedded/test/hold-postgres.ts'), dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  const [line] = (await once(holder.stdout, 'data')) as [Buffer];
  return { holder, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

describe('startPostgres', () => {
  let dataDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-postgres-'));
    await chmod(dataDir, 0o711);
  });

  afterEach(async () => {
    await removeOutsideCluster(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  it('starts on a free port with a password of its own, keeps data, and stops', async () => {
    const first = await startPostgres({ dataDir });
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    const [{ addresses }] = (await query(first.url, `SHOW listen_addresses`).then((rows) =>
      rows.map((row) => ({ addresses: (row as { listen_addresses: string }).listen_addresses })),
    )) as [{ addresses: string }];
    expect(addresses).toBe('127.0.0.1');
    const wrong = first.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);

    const second = await startPostgres({ dataDir });
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  it('stops while a client is connected', async () => {
    const server = await startPostgres({ dataDir, isDurable: false });
    const client = new pg.Client({ connectionString: `${server.url}/postgres` });
    const cut = new Promise<Error>((done) => client.on('error', done));
    await client.connect();
    const startedAt = Date.now();
    await server.stop();
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    await cut;
  });

  it('starts after an unclean stop, whoever has the process id of the old server now', async () => {
    const crashed = await startPostgres({ dataDir });
    await query(crashed.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    process.kill(crashed.pid, 'SIGKILL');
    await crashed.ended;
    const pidFile = join(crashed.cluster, 'postmaster.pid');
    const text = await readFile(pidFile, 'utf8');
    await writeFile(pidFile, text.replace(/^\d+/, String(process.pid)));

    const server = await startPostgres({ dataDir });
    expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await server.stop();
  });

  it('tells what the server said when it does not start', async () => {
    const server = await startPostgres({ dataDir, isDurable: false });
    await server.stop();
    await writeFile(join(server.cluster, 'postgresql.conf'), 'no_such_setting = 1\n');
    await expect(startPostgres({ dataDir })).rejects.toThrow(/no_such_setting/);
  });

  it('runs where the data folder is closed to the user that it runs as', async () => {
    await chmod(dataDir, 0o700);
    const server = await startPostgres({ dataDir, isDurable: false });
    expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await server.stop();
    const again = await startPostgres({ dataDir, isDurable: false });
    expect(again.cluster).toBe(server.cluster);
    await again.stop();
  });

  it('outlives a Ctrl-C to the group of its parent, and ends when the parent is killed', async () => {
    const { holder, url, pid } = await startHolder(dataDir);
    process.kill(-Number(holder.pid), 'SIGINT');
    process.kill(-Number(holder.pid), 'SIGINT');
    await sleep(5_000); // longer than the guard's second of listening, and its grace
    expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);

    holder.kill('SIGKILL');
    expect(await waitUntilGone(pid, 10_000)).toBeGreaterThan(1_000); // the grace for API and workers
  });

  it('ends when its parent and its guard are killed at once', async () => {
    const { holder, pid } = await startHolder(dataDir);
    process.kill(-Number(holder.pid), 'SIGKILL');
    await waitUntilGone(pid, 10_000);
  });

  it('a start right after the parent was killed waits for the old server', async () => {
    const { holder, pid } = await startHolder(dataDir);
    holder.kill('SIGKILL');
    const server = await startPostgres({ dataDir, isDurable: false });
    expect(isRunning(pid)).toBe(false);
    await server.stop();
  });
});
