import { AppError } from '@eyeline/contracts';
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
      expiresAt: null,
      segments: null,
      videoExpiresAt: null,
      videoDeletedAt: null,
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
    await database.attempts.complete({ analysisId: id, attempt: 1 }, report(id), nextMonth);
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

describe('cancel', () => {
  it('ends what has not ended, and leaves alone what has', async () => {
    const { analyses, attempts } = database;
    const { id } = await analyses.create(input());
    await attempts.start({ analysisId: id, attempt: 1 });
    const canceled = await analyses.cancel('default', id, nextMonth);
    expect(canceled).toMatchObject({
      status: 'canceled',
      stage: 'canceled',
      completedAt: expect.any(Date),
      expiresAt: nextMonth,
      error: null,
    });
    const day = canceled!.videoExpiresAt!.getTime() - canceled!.completedAt!.getTime();
    expect(day).toBe(24 * 3600 * 1000);
    expect(await attempts.complete({ analysisId: id, attempt: 1 }, report(id), nextMonth)).toBe(false);
    expect(await analyses.cancel('default', id, new Date())).toEqual(canceled);
    expect(await analyses.cancel('theirs', id, nextMonth)).toBeNull();
    expect(await analyses.cancel('default', 'an_\0', nextMonth)).toBeNull();
  });

  it('and a report that comes at the same time: one of the two', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await database.analyses.create(input());
      const [written, canceled] = await Promise.all([
        database.attempts.complete({ analysisId: id, attempt: 1 }, report(id), nextMonth),
        other.analyses.cancel('default', id, nextMonth),
      ]);
      expect(canceled?.status).toBe(written ? 'completed' : 'canceled');
      expect((await database.analyses.findReport('default', id)) !== null).toBe(written);
    }
  });
});

describe('retry', () => {
  it('starts a failed analysis anew, once, as the next attempt', async () => {
    const { analyses, attempts, outbox } = database;
    const { id } = await analyses.create(input());
    const first = { analysisId: id, attempt: 1 };
    await attempts.start(first);
    await attempts.setPrepared(first, { video, segments: 2, framesExpected: 10 });
    await attempts.advanceSegment(first, { segment: 0, done: 5, from: 0, to: 1 });
    await attempts.fail(first, problem, nextMonth);
    await outbox.drain(() => Promise.resolve());

    const [one, two] = await Promise.all([
      analyses.retry('default', id),
      other.analyses.retry('default', id),
    ]);
    expect([one?.attempt, two?.attempt]).toEqual([2, 2]);
    expect(await analyses.findById(id)).toMatchObject({
      status: 'queued',
      stage: 'queued',
      progress: 0,
      attempt: 2,
      error: null,
      segments: null,
      startedAt: null,
      completedAt: null,
      expiresAt: null,
      videoExpiresAt: null,
    });
    const jobs: unknown[] = [];
    await outbox.drain(({ payload }) => Promise.resolve(void jobs.push(payload)));
    expect(jobs).toEqual([{ analysisId: id, attempt: 2 }]);
    expect(await attempts.start(first)).toBe(false);
  });

  it('fetches a video that came from an address again, also when it is gone', async () => {
    const { analyses, attempts, upkeep, outbox } = database;
    const sourceUrl = 'https://example.com/film?signature=x';
    await outbox.drain(() => Promise.resolve());
    const created = await analyses.create(input({ sourceUrl, videoBytes: null, videoSha256: null }));
    const { id } = created;
    const first = { analysisId: id, attempt: 1 };
    expect(created).toMatchObject({ sourceUrl, videoBytes: null });
    await attempts.start(first, 'fetching');
    expect(await analyses.findById(id)).toMatchObject({ status: 'processing', stage: 'fetching' });
    expect(await attempts.setFetched({ ...first, attempt: 2 }, { sizeBytes: 1, sha256: 'b' })).toBe(false);
    expect(await attempts.setFetched(first, { sizeBytes: 6e9, sha256: 'a' })).toBe(true);
    expect(await attempts.setFetched(first, { sizeBytes: 1, sha256: 'b' })).toBe(false);
    await attempts.start(first);
    expect(await analyses.findById(id)).toMatchObject({
      ...{ stage: 'preparing', videoBytes: 6e9, videoSha256: 'a' },
    });
    await attempts.start(first, 'fetching'); // comes late
    await attempts.setPrepared(first, { video, segments: 1, framesExpected: 1 });
    await attempts.fail(first, problem, nextMonth);
    expect(await upkeep.claimVideo(id, new Date(Date.now() + 25 * 3600 * 1000))).toBe(true);

    expect(await analyses.retry('default', id)).toMatchObject({
      ...{ attempt: 2, stage: 'queued', sourceUrl, video: null },
      ...{ videoBytes: null, videoSha256: null, videoDeletedAt: null },
    });
    const jobs: string[] = [];
    await outbox.drain(({ jobName }) => Promise.resolve(void jobs.push(jobName)));
    expect(jobs).toEqual(['fetch-source', 'prepare-video', 'fetch-source']);
  });

  it('forgets the address when it is of no more use', async () => {
    const { analyses, attempts } = database;
    const source = { sourceUrl: 'https://example.com/film', videoBytes: null };
    const [one, two] = [await analyses.create(input(source)), await analyses.create(input(source))];
    await attempts.complete({ analysisId: one.id, attempt: 1 }, report(one.id), nextMonth);
    await analyses.cancel('default', two.id, nextMonth);
    for (const { id } of [one, two]) expect(await analyses.findById(id)).toMatchObject({ sourceUrl: null });
  });

  it('does nothing to any other analysis', async () => {
    const { analyses, attempts, upkeep } = database;
    const { id } = await analyses.create(input());
    expect(await analyses.retry('default', id)).toMatchObject({ status: 'queued', attempt: 1 });
    expect(await analyses.retry('theirs', id)).toBeNull();
    await attempts.fail({ analysisId: id, attempt: 1 }, problem, nextMonth);
    expect(await upkeep.claimVideo(id, new Date(Date.now() + 25 * 3600 * 1000))).toBe(true);
    expect(await analyses.retry('default', id)).toMatchObject({ status: 'failed', attempt: 1 });
  });
});

describe('the line', () => {
  it('puts each further analysis of a project one place back, and another project in front of them', async () => {
    const turns: number[] = [];
    for (let i = 0; i < 3; i++) {
      turns.push((await database.analyses.create(input({ projectId: 'many' }))).turn);
    }
    const { turn, id } = await database.analyses.create(input({ projectId: 'one' }));
    expect(turns[2] - turns[0]).toBeGreaterThanOrEqual(2);
    expect(turn).toBeLessThan(turns[2]);
    expect((await database.analyses.countOpen('many')).ofProject).toBe(3);
    await database.analyses.cancel('one', id, nextMonth);
    const { all, ofProject } = await database.analyses.countOpen('one');
    expect(ofProject).toBe(0);
    expect(all).toBeGreaterThanOrEqual(3);
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
    await database.attempts.start({ analysisId: ids[0], attempt: 1 });
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
    await database.attempts.fail({ analysisId: id, attempt: 1 }, problem, nextMonth);
    await database.analyses.create(input());
    expect(await database.analyses.countByStatus()).toEqual({
      ...before,
      failed: before.failed + 1,
      queued: before.queued + 1,
    });
    expect(Object.keys(before)).toEqual(['queued', 'processing', 'completed', 'failed', 'canceled']);
  });
});
