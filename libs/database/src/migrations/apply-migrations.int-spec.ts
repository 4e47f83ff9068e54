import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { createTestDatabase, findFreePort, spawnProgram, type TestDatabase } from '@eyeline/testing';
import pg from 'pg';

import { applyMigrations } from './apply-migrations.js';
import { type MigrationFile, readMigrationFiles } from './migration-files.js';

// Real: PostgreSQL, the migrations of this clone, processes that race.

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(() => database.drop());

async function query<T extends pg.QueryResultRow>(sql: string, url = database.url): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const history = () =>
  query<{ migration_name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" ORDER BY started_at`,
  );

const migration = (name: string, script: string): MigrationFile => ({ name, script, checksum: 'x' });

/** applyMigrations in a process of its own; what it says it applied. */
async function applyInProcess(url: string): Promise<string[]> {
  const child = spawnProgram(`
    import { applyMigrations } from '@eyeline/database';
    console.log(JSON.stringify(await applyMigrations(${JSON.stringify(url)})));
  `);
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return (JSON.parse(printed) as { applied: string[] }).applied;
}

jest.setTimeout(60_000);

describe('applyMigrations', () => {
  it('applies every migration once, and finds nothing to do the second time', async () => {
    const files = await readMigrationFiles();
    const names = files.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(await applyMigrations(database.url)).toEqual({ applied: names });
    expect(await applyMigrations(database.url)).toEqual({ applied: [] });
    expect(await history()).toEqual(
      files.map(({ name, checksum }) => ({ migration_name: name, checksum, finished: true })),
    );
    expect(await query('SELECT id FROM analyses')).toEqual([]);
  });

  it('is done by one of many that start at once, also when the database is not there yet', async () => {
    const url = new URL(database.url);
    url.pathname += '_raced';
    try {
      const inProcesses = Promise.all(Array.from({ length: 4 }, () => applyInProcess(url.href)));
      const inPools = Promise.all(
        Array.from({ length: 4 }, async () => (await applyMigrations(url.href)).applied),
      );
      const applied = [...(await inProcesses), ...(await inPools)].filter((names) => names.length > 0);
      expect(applied).toEqual([(await readMigrationFiles()).map(({ name }) => name)]);
    } finally {
      await query(`DROP DATABASE IF EXISTS ${url.pathname.slice(1)} WITH (FORCE)`);
    }
  });

  it('undoes a migration that fails as a whole, says so, and goes on once it is mended', async () => {
    const good = migration('1_good', 'CREATE TABLE good (id int)');
    const bad = migration('2_bad', `CREATE TABLE half (note text DEFAULT 'a;b'); CREATE TABLE good (id int)`);
    await expect(applyMigrations(database.url, [good, bad])).rejects.toMatchObject({
      name: 'MigrationError',
      message: expect.stringMatching(
        /2_bad failed and was undone.*"good" already exists.*2_bad\/migration\.sql/,
      ),
    });
    expect(await history()).toEqual([expect.objectContaining({ migration_name: '1_good', finished: true })]);
    expect(await query(`SELECT tablename FROM pg_tables WHERE tablename = 'half'`)).toEqual([]);

    const mended = migration('2_bad', 'CREATE TABLE half (id int)');
    expect(await applyMigrations(database.url, [good, mended])).toEqual({ applied: ['2_bad'] });
  });

  it('does not build on what another tool left unfinished', async () => {
    await applyMigrations(database.url, []);
    await query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ('1', '', '3_begun', 'syntax error')`,
    );
    await expect(applyMigrations(database.url)).rejects.toThrow(
      /3_begun.*syntax error.*prisma migrate resolve --rolled-back 3_begun/,
    );
    await query(`UPDATE "_prisma_migrations" SET rolled_back_at = now()`);
    expect((await applyMigrations(database.url)).applied).not.toEqual([]);
  });

  it('says the statement to run where it may not create the database', async () => {
    const role = `poor_${Date.now()}`;
    await query(`CREATE ROLE ${role} LOGIN PASSWORD 'poor'`);
    const url = new URL(database.url);
    url.username = role;
    url.password = 'poor';
    url.pathname = 'absent';
    await expect(applyMigrations(url.href)).rejects.toThrow(`CREATE DATABASE "absent" OWNER "${role}";`);
    await query(`DROP ROLE ${role}`);
  });

  it('tells a server that does not answer, or does not let us in, as database_unavailable', async () => {
    const nobody = new URL(database.url);
    nobody.port = String(await findFreePort());
    await expect(applyMigrations(nobody.href)).rejects.toMatchObject({ code: 'database_unavailable' });
    const stranger = new URL(database.url);
    stranger.password = 'wrong';
    await expect(applyMigrations(stranger.href)).rejects.toMatchObject({ code: 'database_unavailable' });
  });
});
