import { AppError, EMOTIONS } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase } from '@eyeline/testing';
import pg from 'pg';

import { input, openTwoPools, report, type TwoPools, video } from './analysis.factory.js';
import { type Database } from './create-database.js';

// Real: PostgreSQL. Two pools stand for two processes.

jest.setTimeout(30_000);

let pools: TwoPools;
let server: TestDatabase;
let database: Database;
let other: Database;

beforeAll(async () => {
  server = await createTestDatabase();
  pools = await openTwoPools(server);
  ({ database, other } = pools);
});

afterAll(() => pools.close());

const problem = new AppError('corrupt_video', { detail: 'It ends after the header.' }).toProblem(null);
const nextMonth = new Date('2026-12-21T00:00:00.000Z');

describe('create and find', () => {
  it('gives back what was put in, and what the defaults add', async () => {
    const created = await database.analyses.create(
      input({
        tag: 'cohort-7',
        metadata: { zeta: 1, alpha: [null, 'ä', { b: true }] },
        expiresAt: nextMonth,
      }),
    );
    expect(created).toMatchObject({
      id: expect.stringMatching(/^an_[0-9a-z]{20}$/),
      projectId: 'default',
      status: 'queued',
      stage: 'queued',
      progress: 0,
      attempt: 1,
      tag: 'cohort-7',
      options: { max_side: 640, sampling_fps: 5 },
      videoBytes: 6_000_000_000,
      video: null,
      error: null,
      startedAt: null,
      completedAt: null,
      expiresAt: nextMonth,
    });
    expect(Math.abs(created.createdAt.getTime() - Date.now())).toBeLessThan(5000);
    const found = await other.analyses.find('default', created.id);
    expect(found).toEqual(created);
    expect(JSON.stringify(found?.metadata)).toBe('{"zeta":1,"alpha":[null,"ä",{"b":true}]}');
  });

  it('shows a row to its own project alone, and to workers', async () => {
    const { id } = await database.analyses.create(input({ projectId: 'theirs' }));
    expect(await database.analyses.find('default', id)).toBeNull();
    expect(await database.analyses.find('theirs', id)).not.toBeNull();
    expect(await database.analyses.findById(id)).not.toBeNull();
    await database.analyses.complete(id, 1, report(id), nextMonth);
    expect(await database.analyses.findReport('default', id)).toBeNull();
    expect(await database.analyses.findReport('theirs', id)).not.toBeNull();
  });

  it('takes NUL, which PostgreSQL cannot hold, for no match or a mistake of the client', async () => {
    expect(await database.analyses.findById('an_\0')).toBeNull();
    expect(await database.analyses.findReport('default', 'an_\0')).toBeNull();
    expect(await database.analyses.list('default', { tag: '\0', limit: 1 })).toEqual({
      rows: [],
      nextCursor: null,
    });
    await expect(database.analyses.create(input({ tag: 'a\0b' }))).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: 'tag' }],
    });
    const { id } = await database.analyses.create(input({ metadata: { note: 'a\0b' } }));
    expect(await database.analyses.findById(id)).toMatchObject({ metadata: { note: 'a\0b' } });
  });

  it('writes neither row nor job when one of them cannot be written', async () => {
    const { id } = await database.analyses.create(input());
    await database.outbox.drain(() => Promise.resolve());
    await expect(database.analyses.create(input({ id }))).rejects.toThrow();
    expect(await database.outbox.drain(() => Promise.resolve())).toBe(0);
  });
});

describe('the life of an analysis', () => {
  it('goes from queued to completed, with one report whose fields keep their order', async () => {
    const { analyses } = database;
    const { id } = await analyses.create(input());
    expect(await analyses.start(id, 1)).toBe(true);
    const { startedAt } = (await analyses.findById(id))!;
    expect(await analyses.findById(id)).toMatchObject({ status: 'processing', stage: 'preparing' });
    expect(await analyses.setVideo(id, 1, video)).toBe(true);
    expect(await analyses.advance(id, 1, { stage: 'analyzing', progress: 0.1 })).toBe(true);
    expect(await analyses.start(id, 1)).toBe(true); // taken up again after a crash
    expect(await analyses.findById(id)).toMatchObject({
      stage: 'analyzing',
      startedAt,
      video,
      progress: 0.1,
    });
    expect(await analyses.complete(id, 1, report(id), nextMonth)).toBe(true);
    expect(await analyses.findById(id)).toMatchObject({
      status: 'completed',
      stage: 'completed',
      progress: 1,
      expiresAt: nextMonth,
      completedAt: expect.any(Date),
    });
    const stored = await analyses.findReport('default', id);
    expect(JSON.stringify(stored)).toBe(JSON.stringify(report(id)));
    expect(Object.keys(stored!.average_emotion_scores)).toEqual(EMOTIONS);
  });

  it('is closed to every writer after its end, and to a writer of another attempt before', async () => {
    const { analyses } = database;
    const { id } = await analyses.create(input());
    const writers = (attempt: number) => [
      analyses.start(id, attempt),
      analyses.setVideo(id, attempt, video),
      analyses.advance(id, attempt, { progress: 0.9 }),
      analyses.complete(id, attempt, report(id), nextMonth),
      analyses.fail(id, attempt, problem),
    ];
    expect(await Promise.all(writers(2))).toEqual([false, false, false, false, false]);
    expect(await analyses.fail(id, 1, problem)).toBe(true);
    const failed = await analyses.findById(id);
    expect(failed).toMatchObject({
      status: 'failed',
      stage: 'failed',
      error: problem,
      completedAt: expect.any(Date),
    });
    expect(await Promise.all(writers(1))).toEqual([false, false, false, false, false]);
    expect(await analyses.findById(id)).toEqual(failed);
    expect(await analyses.findReport('default', id)).toBeNull();
    expect(await analyses.start('an_unknown', 1)).toBe(false);
  });

  it('is completed by exactly one of two that finish at once', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await database.analyses.create(input());
      const outcomes = await Promise.all([
        database.analyses.complete(id, 1, report(id, 'first'), nextMonth),
        other.analyses.complete(id, 1, report(id, 'second'), nextMonth),
      ]);
      expect([...outcomes].sort()).toEqual([false, true]);
      const stored = await database.analyses.findReport('default', id);
      expect(stored?.engine.version).toBe(outcomes[0] ? 'first' : 'second');
    }
  });

  it('never goes back in progress or stage, in whatever order the writers come', async () => {
    const { analyses } = database;
    const { id } = await analyses.create(input());
    await analyses.start(id, 1);
    const seen: number[] = [];
    const watch = (async () => {
      for (let i = 0; i < 40; i++) seen.push((await other.analyses.findById(id))!.progress);
    })();
    const shuffled = Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) / 60);
    await Promise.all(
      shuffled.map((progress, i) =>
        [database, other][i % 2].analyses.advance(id, 1, {
          progress,
          stage: progress > 0.9 ? 'assembling' : 'analyzing',
        }),
      ),
    );
    await watch;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(await analyses.findById(id)).toMatchObject({ progress: 59 / 60, stage: 'assembling' });
    await analyses.advance(id, 1, { progress: 7 });
    await analyses.advance(id, 1, { stage: 'preparing' });
    await analyses.advance(id, 1, {});
    expect(await analyses.findById(id)).toMatchObject({ progress: 1, stage: 'assembling' });
  });

  it('is removed with its report', async () => {
    const { id } = await database.analyses.create(input());
    await database.analyses.complete(id, 1, report(id), nextMonth);
    expect(await database.analyses.remove(id)).toBe(true);
    expect(await database.analyses.remove(id)).toBe(false);
    expect(await database.analyses.findReport('default', id)).toBeNull();
  });
});

describe('list', () => {
  it('pages newest first, each row once, while rows are added, also within one millisecond', async () => {
    const projectId = 'paged';
    const made = [];
    for (let i = 0; i < 25; i++) made.push((await database.analyses.create(input({ projectId }))).id);
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(
      `UPDATE analyses SET created_at = date_trunc('second', created_at) WHERE project_id = 'paged'`,
    );
    await client.end();

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await database.analyses.list(projectId, { limit: 4, cursor });
      expect(page.rows.length).toBeLessThanOrEqual(4);
      seen.push(...page.rows.map(({ id }) => id));
      await database.analyses.create(input({ projectId }));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(made));
    const times = await Promise.all(
      seen.map(async (id) => (await database.analyses.findById(id))!.createdAt.getTime()),
    );
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('ends with no cursor, filters by status and tag, and refuses a bad cursor', async () => {
    const projectId = 'filtered';
    const ids: string[] = [];
    for (const tag of ['a', 'b', 'a', null])
      ids.push((await database.analyses.create(input({ projectId, tag }))).id);
    await database.analyses.start(ids[0], 1);
    const listed = async (query: object) => {
      const { rows, nextCursor } = await database.analyses.list(projectId, { limit: 4, ...query });
      expect(nextCursor).toBeNull();
      return new Set(rows.map(({ id }) => id));
    };
    expect(await listed({})).toEqual(new Set(ids));
    expect(await listed({ tag: 'a' })).toEqual(new Set([ids[0], ids[2]]));
    expect(await listed({ status: 'processing' })).toEqual(new Set([ids[0]]));
    expect(await listed({ status: 'queued', tag: 'a' })).toEqual(new Set([ids[2]]));
    expect(await listed({ status: 'failed' })).toEqual(new Set());
    await expect(database.analyses.list(projectId, { limit: 4, cursor: 'x' })).rejects.toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: 'cursor' }],
    });
  });
});

describe('countByStatus', () => {
  it('names every status', async () => {
    const before = await database.analyses.countByStatus();
    const { id } = await database.analyses.create(input());
    await database.analyses.fail(id, 1, problem);
    await database.analyses.create(input());
    expect(await database.analyses.countByStatus()).toEqual({
      ...before,
      failed: before.failed + 1,
      queued: before.queued + 1,
    });
    expect(Object.keys(before)).toEqual(['queued', 'processing', 'completed', 'failed', 'canceled']);
  });
});
