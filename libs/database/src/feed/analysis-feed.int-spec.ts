import { AppError } from '@eyeline/contracts';
import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  queryDatabase,
  type TestDatabase,
} from '@eyeline/testing';
import pg from 'pg';

import { input, report } from '../analysis.factory.js';
import { type AnalysisRow } from '../analysis-row.js';
import { createDatabase, type Database } from '../create-database.js';
import { applyMigrations } from '../migrations/apply-migrations.js';

// Real: PostgreSQL, behind a line that can be cut. Two pools stand for two processes: one follows, the other one writes.

/** Longer than any test lasts: what is told in time was heard. */
const NEVER_MS = 3_600_000;

let server: TestDatabase;
let proxy: BreakableProxy;
let writer: Database;
let reader: Database;
let troubles: string[];

beforeAll(async () => {
  server = await createTestDatabase();
  await applyMigrations(server.url);
  writer = createDatabase(server.url);
});

beforeEach(async () => {
  proxy = await openProxy(server.url);
  troubles = [];
  reader = open(NEVER_MS);
});

afterEach(async () => {
  await reader.close();
  await proxy.close();
});

afterAll(async () => {
  await writer.close();
  await server.drop();
});

const open = (slowLookMs: number): Database =>
  createDatabase(proxy.url, { slowLookMs, onTrouble: (message) => void troubles.push(message) });

async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error('It did not come true within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const LISTENERS = `SELECT pid FROM pg_stat_activity
   WHERE datname = current_database() AND application_name = 'eyeline listener' AND query LIKE 'LISTEN%'`;

const listening = (): Promise<{ pid: number }[]> => queryDatabase(server.url, LISTENERS);

/** Follows one analysis; what is told is added to the list: `processing 0.5`, or `gone`. */
function follow(database: Database, id: string): { told: string[]; stop: () => void } {
  const told: string[] = [];
  const describeRow = (row: AnalysisRow | null) => (row === null ? 'gone' : `${row.status} ${row.progress}`);
  const stop = database.feed.follow(id, (row) => void told.push(describeRow(row)));
  return { told, stop };
}

const start = async (): Promise<{ analysisId: string; attempt: number }> => {
  const { id } = await writer.analyses.create(input());
  return { analysisId: id, attempt: 1 };
};

const later = () => new Date(Date.now() + 1e9);

describe('the feed', () => {
  it('tells the row at once, then each change that another process commits, up to the end and the removal', async () => {
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(() => told.at(-1) === 'queued 0');
    await until(async () => (await listening()).length === 1);
    await writer.attempts.start(one);
    await until(() => told.at(-1) === 'processing 0');
    await writer.attempts.advance(one, { progress: 0.5 });
    await until(() => told.at(-1) === 'processing 0.5');
    await writer.attempts.complete(one, report(one.analysisId), later());
    await until(() => told.at(-1) === 'completed 1');
    await writer.analyses.remove(one.analysisId);
    await until(() => told.at(-1) === 'gone');
    expect(troubles).toEqual([]);
  });

  it.each<[string, (one: { analysisId: string; attempt: number }) => Promise<unknown>, string]>([
    ['cancels', ({ analysisId }) => writer.analyses.cancel('default', analysisId, later()), 'canceled 0'],
    [
      'fails',
      (one) => writer.attempts.fail(one, new AppError('corrupt_video').toProblem(null), later()),
      'failed 0',
    ],
  ])('hears it when somebody %s', async (_what, write, expected) => {
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(async () => told.length > 0 && (await listening()).length === 1);
    await write(one);
    await until(() => told.at(-1) === expected);
  });

  it('is not woken by what moves nothing', async () => {
    const [one, other] = [await start(), await start()];
    const client = new pg.Client({ connectionString: server.url });
    const heard: unknown[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.connect();
    await client.query('LISTEN analysis_changed');
    await writer.attempts.advance(one); // a sign of life alone
    await writer.attempts.setVideoHash(one, 'b'.repeat(64));
    await writer.attempts.start(other);
    await until(() => heard.length > 0);
    expect(heard).toEqual([other.analysisId]);
    await client.end();
  });

  it('serves many followers by one connection and few queries', async () => {
    const all = await Promise.all(Array.from({ length: 30 }, start));
    const read = jest.spyOn(reader.analyses, 'findByIds');
    const followers = all.flatMap((one) => Array.from({ length: 10 }, () => follow(reader, one.analysisId)));
    await until(() => followers.every(({ told }) => told.length > 0));
    await until(async () => (await listening()).length === 1);
    await Promise.all(all.map((one) => writer.attempts.start(one)));
    await until(() => followers.every(({ told }) => told.at(-1) === 'processing 0'));
    expect(read.mock.calls.length).toBeLessThan(30);
    for (const { stop } of followers) stop();
    expect(reader.feed.followed).toBe(0);
    read.mockRestore();
  });

  it('hears again after PostgreSQL has cut the connection, and tells what happened meanwhile', async () => {
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(async () => told.length > 0 && (await listening()).length === 1);
    const [{ pid }] = await listening();
    await queryDatabase(server.url, `SELECT pg_terminate_backend(${pid})`);
    await writer.attempts.start(one);
    await until(() => told.at(-1) === 'processing 0');
    await until(async () => (await listening()).length === 1);
    await writer.attempts.advance(one, { progress: 0.25 });
    await until(() => told.at(-1) === 'processing 0.25');
    expect(troubles.filter((trouble) => trouble.includes('not heard'))).toHaveLength(1);
  });

  it('goes on when the whole database was away, and complains once', async () => {
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(async () => told.length > 0 && (await listening()).length === 1);
    await proxy.cut();
    await writer.attempts.start(one);
    await until(() => troubles.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // several tries
    expect(told.at(-1)).toBe('queued 0');
    await proxy.mend();
    await until(() => told.at(-1) === 'processing 0');
    expect(troubles).toContainEqual(expect.stringContaining('not heard'));
    expect(troubles).toEqual([...new Set(troubles)]);
  });

  it('finds by looking what was never told', async () => {
    await reader.close();
    reader = open(200);
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(async () => told.length > 0 && (await listening()).length === 1);
    await queryDatabase(server.url, 'ALTER TABLE analyses DISABLE TRIGGER USER');
    await writer.attempts.start(one);
    await until(() => told.at(-1) === 'processing 0');
    await queryDatabase(server.url, 'ALTER TABLE analyses ENABLE TRIGGER USER');
  });

  it('opens no connection until somebody follows, and leaves none when it is closed', async () => {
    await reader.analyses.countOpen('default');
    expect(await listening()).toEqual([]);
    const one = await start();
    follow(reader, one.analysisId);
    await until(async () => (await listening()).length === 1);
    await reader.close();
    await until(async () => (await listening()).length === 0);
  });

  it('closes although nothing answers any more', async () => {
    const one = await start();
    const { told } = follow(reader, one.analysisId);
    await until(async () => told.length > 0 && (await listening()).length === 1);
    proxy.freeze();
    await reader.feed.close();
    await proxy.mend();
  });
});
