import { randomUUID } from 'node:crypto';

import type pg from 'pg';

import { onDatabase } from '../database-errors.js';
import { type MigrationFile, readMigrationFiles } from './migration-files.js';
import { openDatabase } from './open-database.js';

/** Ours alone: Prisma's own lock (72707369) would be waited for ten seconds at most. */
const ADVISORY_LOCK = 8_153_011_917;

/** Exactly as Prisma's schema engine makes it, so that `prisma migrate` can take over. */
const CREATE_HISTORY = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/** A migration that stops the start of a process. The message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database to the schema that this code knows: creates it if it is absent, applies what is missing in
 * order, each migration with its record in one transaction. Any number of processes may call it at once; all but the
 * first find nothing to do.
 *
 * @returns the names of the migrations that this call applied
 * @throws AppError database_unavailable; MigrationError, or an Error about a missing right, that says the fix
 */
export async function applyMigrations(
  databaseUrl: string,
  migrations?: readonly MigrationFile[],
): Promise<{ applied: string[] }> {
  const wanted = migrations ?? (await readMigrationFiles());
  return onDatabase(async () => {
    const client = await openDatabase(databaseUrl);
    try {
      await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
      const finished = await readHistory(client);
      const missing = wanted.filter(({ name }) => !finished.has(name));
      for (const migration of missing) await apply(client, migration);
      return { applied: missing.map(({ name }) => name) };
    } finally {
      await client.end(); // and with it the lock
    }
  });
}

/** The names of the migrations that are in place. */
async function readHistory(client: pg.Client): Promise<Set<string>> {
  await client.query(CREATE_HISTORY);
  const { rows } = await client.query<{ name: string; finished: boolean; logs: string | null }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished, logs
       FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  const failed = rows.find(({ finished }) => !finished);
  if (failed !== undefined) {
    // Only Prisma's own tools leave this behind: what we apply is recorded when it is done.
    throw new MigrationError(
      `Migration ${failed.name} was begun by another tool and did not finish: ${failed.logs ?? 'no reason is recorded'}. ` +
        `Undo what it has changed, then run \`npx prisma migrate resolve --rolled-back ${failed.name}\` and start again.`,
    );
  }
  return new Set(rows.map(({ name }) => name));
}

async function apply(client: pg.Client, { name, script, checksum }: MigrationFile): Promise<void> {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(script);
    await client.query(
      `INSERT INTO "_prisma_migrations"
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('COMMIT');
  } catch (error) {
    // The caller closes the connection, which rolls back.
    throw new MigrationError(
      `Migration ${name} failed and was undone; the database is as it was before: ${(error as Error).message}. ` +
        `Remove the cause (prisma/migrations/${name}/migration.sql against what is in the database) and start again.`,
      { cause: error },
    );
  }
}
