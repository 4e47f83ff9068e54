import { type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findFreePort } from '../processes/free-port.js';
import { spawnGuarded } from './guarded-command.js';
import { SUPERUSER, initialiseCluster } from './initialise-cluster.js';
import { locatePostgresBinaries } from './locate-binaries.js';
import { clearWayForServer, readPostmasterFile } from './postmaster-file.js';
import { placeBinaries, placeCluster } from './reachable-folders.js';
import { findServerAccount } from './server-account.js';

export interface PostgresSettings {
  /** The files lie in `postgres` under it; the password in `postgres-password`. Made when absent. */
  readonly dataDir: string;
  /** Default: a free one. */
  readonly port?: number;
  /** False for data that is thrown away: no waiting for the disk. */
  readonly isDurable?: boolean;
  /** A line of the server's log. */
  onLog?(line: string): void;
}

export interface PostgresServer {
  /** Of the superuser, without a database: `postgres://eyeline:...@127.0.0.1:5432`. */
  readonly url: string;
  readonly port: number;
  /** The server itself, not the guard before it. */
  readonly pid: number;
  /** Where its files are, which may be outside of the data folder (reachable-folders.ts). */
  readonly cluster: string;
  /** Resolves when it has ended, on whatever ground. */
  readonly ended: Promise<void>;
  /** Fast shutdown: sessions are cut, everything is written. After `withinMs` the immediate one, which is recovered from at the next start. */
  stop(withinMs?: number): Promise<void>;
}

const START_LIMIT_MS = 60_000;
/** How long the server outlives a killed supervisor: API and workers hand back their jobs meanwhile. */
const ORPHAN_GRACE_S = 3;

type Attempt = { readonly server: PostgresServer } | { readonly failure: string };

async function attemptStart(
  binaries: string,
  cluster: string,
  password: string,
  port: number,
  settings: PostgresSettings,
): Promise<Attempt> {
  const before = await readPostmasterFile(cluster);
  const options: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    // Loopback alone: a socket's path may be too long, and its folder not writable.
    unix_socket_directories: '',
    // With the queue on it, a worker opens up to 55 and an API 28; PostgreSQL's own 100 are two processes.
    max_connections: '500',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(settings.isDurable === false
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : {}),
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries, 'bin/postgres'), '-D', cluster, '-p', String(port), ...flags];
  const guard = spawnGuarded(command, {
    account: findServerAccount(),
    graceS: ORPHAN_GRACE_S,
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  const recent: string[] = [];
  readLines(guard, (line) => {
    recent.push(line);
    if (recent.length > 20) recent.shift();
    settings.onLog?.(line);
  });
  let hasEnded = false;
  const ended = new Promise<void>((done) => {
    guard.once('error', (error) => {
      recent.push(error.message);
      hasEnded = true;
      done();
    });
    guard.once('close', () => {
      hasEnded = true;
      done();
    });
  });
  const startedAt = Date.now();
  for (;;) {
    const file = await readPostmasterFile(cluster);
    if (file !== null && file.isReady && file.text !== before?.text) {
      const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}`;
      const stop = (withinMs = 10_000) => stopGuarded(guard, ended, file.pid, withinMs);
      return { server: { url, port, pid: file.pid, cluster, ended, stop } };
    }
    if (hasEnded) return { failure: recent.join('\n') };
    if (Date.now() - startedAt > START_LIMIT_MS) {
      guard.stdin?.end('stop\n');
      await ended;
      return { failure: `it was not ready within ${START_LIMIT_MS / 1000} s\n${recent.join('\n')}` };
    }
    await sleep(25);
  }
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(onLine);
    });
  }
  // Its end may be there before what we write: the exit is what counts.
  child.stdin?.on('error', () => undefined);
}

async function stopGuarded(
  guard: ChildProcess,
  ended: Promise<void>,
  pid: number,
  withinMs: number,
): Promise<void> {
  if (guard.exitCode === null && guard.signalCode === null) guard.stdin?.end('stop\n');
  const timer = setTimeout(() => signalIfThere(pid, 'SIGQUIT'), withinMs);
  await ended;
  clearTimeout(timer);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/**
 * Starts the PostgreSQL of a data folder, set up on the first call, and resolves when it takes connections (127.0.0.1
 * only, with a password). It stops when this process vanishes. Only one process at a time may do this to a folder.
 *
 * @throws Error with the server's own last lines when it does not start
 */
export async function startPostgres(settings: PostgresSettings): Promise<PostgresServer> {
  const account = findServerAccount();
  await mkdir(settings.dataDir, { recursive: true, ...(account === null ? {} : { mode: 0o711 }) });
  const binaries = await placeBinaries(locatePostgresBinaries(), account);
  const cluster = await placeCluster(settings.dataDir, account);
  const password = await initialiseCluster({ binaries, cluster, dataDir: settings.dataDir }, account);
  await clearWayForServer(cluster);
  let failure = '';
  for (let attempt = 0; attempt < 8; attempt++) {
    const port = settings.port ?? (await findFreePort());
    const outcome = await attemptStart(binaries, cluster, password, port, settings);
    if ('server' in outcome) return outcome.server;
    failure = outcome.failure;
    const isPortTaken = failure.includes('could not bind') && settings.port === undefined;
    // Processes of a killed server need a moment to notice.
    const isWindingDown = failure.includes('shared memory block');
    if (!isPortTaken && !isWindingDown) break;
    await sleep(isWindingDown ? 1000 : 0);
  }
  throw new Error(`PostgreSQL did not start on ${cluster}:\n${failure}`);
}
