import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { analysisOptionsSchema, AppError } from '@eyeline/contracts';
import { createTestDatabase, spawnProgram, type TestDatabase } from '@eyeline/testing';

import { createDatabase, type Database } from './create-database.js';
import { applyMigrations } from './migrations/apply-migrations.js';
import { type OutboxJob } from './outbox.repository.js';

// Real: PostgreSQL. Two pools stand for two processes; the one that is killed is a process.

jest.setTimeout(30_000);

let server: TestDatabase;
let database: Database;
let other: Database;

beforeEach(async () => {
  server = await createTestDatabase();
  await applyMigrations(server.url);
  database = createDatabase(server.url);
  other = createDatabase(server.url);
});

afterEach(async () => {
  await Promise.all([database.close(), other.close()]);
  await server.drop();
});

async function createAnalyses(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const row = await database.analyses.create({
      projectId: 'default',
      tag: null,
      metadata: {},
      options: analysisOptionsSchema.parse({}),
      videoKey: 'k',
      videoBytes: 1,
      videoSha256: 'a',
    });
    ids.push(row.id);
  }
  return ids;
}

const idOf = ({ payload }: OutboxJob): string => (payload as { analysisId: string }).analysisId;

async function drainTo(ids: string[], from = database, limit?: number): Promise<number> {
  return from.outbox.drain((entry) => {
    ids.push(idOf(entry));
    return Promise.resolve();
  }, limit);
}

describe('drain', () => {
  it('delivers the first job of each analysis in order, as many as asked for, and once', async () => {
    const ids = await createAnalyses(5);
    const entries: OutboxJob[] = [];
    const collect = (entry: OutboxJob) => Promise.resolve(void entries.push(entry));
    expect(await database.outbox.drain(collect, 3)).toBe(3);
    expect(await database.outbox.drain(collect)).toBe(2);
    expect(await database.outbox.drain(collect)).toBe(0);
    expect(entries).toEqual(
      ids.map((analysisId) => ({
        jobName: 'prepare-video',
        payload: { analysisId, attempt: 1 },
        priority: expect.any(Number),
        delayMs: 0,
      })),
    );
    const priorities = entries.map(({ priority }) => priority);
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    expect(new Set(priorities).size).toBe(5);
  });

  it('gives each entry to one of two that drain at once', async () => {
    const ids = await createAnalyses(30);
    const delivered: string[] = [];
    const slowly = async (entry: OutboxJob) => {
      await sleep(2);
      delivered.push(idOf(entry));
    };
    const counts = await Promise.all([database.outbox.drain(slowly), other.outbox.drain(slowly)]);
    expect(counts[0] + counts[1]).toBe(30);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect([...delivered].sort()).toEqual([...ids].sort());
  });

  it('keeps what the queue does not take, and stops there when it is down', async () => {
    const ids = await createAnalyses(3);
    const tried: string[] = [];
    const down = new AppError('queue_unavailable');
    const refuse = (entry: OutboxJob) => {
      tried.push(idOf(entry));
      return Promise.reject(down);
    };
    await expect(database.outbox.drain(refuse)).rejects.toBe(down);
    expect(tried).toEqual([ids[0]]);
    const delivered: string[] = [];
    expect(await drainTo(delivered)).toBe(3);
    expect(delivered).toEqual(ids);
  });

  it('lets no entry that is refused for itself hold up those behind it', async () => {
    const ids = await createAnalyses(3);
    const refusal = new Error('not a job');
    const delivered: string[] = [];
    const refuseFirst = (entry: OutboxJob) => {
      if (idOf(entry) === ids[0]) return Promise.reject(refusal);
      delivered.push(idOf(entry));
      return Promise.resolve();
    };
    await expect(database.outbox.drain(refuseFirst)).rejects.toBe(refusal);
    expect(delivered).toEqual(ids.slice(1));
    const rest: string[] = [];
    await drainTo(rest);
    expect(rest).toEqual([ids[0]]);
  });

  it('keeps an entry whose process is killed while it delivers', async () => {
    const [id] = await createAnalyses(1);
    const child = spawnProgram(`
      import { createDatabase } from '@eyeline/database';
      await createDatabase(${JSON.stringify(server.url)}).outbox.drain(async () => {
        console.log('delivering');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      });
    `);
    await once(child.stdout, 'data');
    expect(await drainTo([])).toBe(0); // it is with the other
    child.kill('SIGKILL');
    await once(child, 'exit');
    const delivered: string[] = [];
    for (let i = 0; i < 100 && delivered.length === 0; i++) {
      await drainTo(delivered);
      await sleep(20); // until the server has noticed
    }
    expect(delivered).toEqual([id]);
  });
});
