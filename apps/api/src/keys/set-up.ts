import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@eyeline/contracts';
import { applyMigrations, createDatabase } from '@eyeline/database';
import { type Logger } from 'pino';

import { logKeyEvent } from './audit-log.js';
import { makeFirstKey } from './first-key.js';

const RETRY_MS = 1_000;

interface SetUpOptions {
  /** How long a database may take to start. */
  readonly waitMs: number;
  readonly print: (line: string) => void;
  readonly audit: Logger;
}

/**
 * Makes an installation ready: the schema, and the first admin key, which is printed once.
 *
 * @throws AppError database_unavailable when it did not answer in time; MigrationError
 */
export async function setUp(databaseUrl: string, { waitMs, print, audit }: SetUpOptions): Promise<void> {
  const applied = await migrate(databaseUrl, { waitMs, print });
  print(applied.length === 0 ? 'The database is up to date.' : `Migrations applied: ${applied.join(', ')}`);
  const database = createDatabase(databaseUrl, { maxConnections: 2 });
  try {
    const made = await makeFirstKey(database);
    if (made === null) {
      print('API keys exist already; none was made.');
      return;
    }
    logKeyEvent(audit, 'key_created', made.row);
    print('The first API key, with all rights. It is shown this once and kept nowhere:');
    print(`\n    ${made.key}\n`);
    print('Send it with every request: Authorization: Bearer ey_...');
  } finally {
    await database.close();
  }
}

async function migrate(
  databaseUrl: string,
  { waitMs, print }: Pick<SetUpOptions, 'waitMs' | 'print'>,
): Promise<string[]> {
  const deadline = performance.now() + waitMs;
  for (let isFirst = true; ; isFirst = false) {
    try {
      return (await applyMigrations(databaseUrl)).applied;
    } catch (error) {
      const isAway = error instanceof AppError && error.code === 'database_unavailable';
      if (!isAway || performance.now() + RETRY_MS > deadline) throw error;
      if (isFirst) print('The database does not answer yet; waiting for it ...');
      await sleep(RETRY_MS);
    }
  }
}
