import { type Engine, type SessionReport } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase } from '@eyeline/testing';

import { createDatabase, type Database } from '../create-database.js';
import { applyMigrations } from '../migrations/apply-migrations.js';
import { type NewFrame, type SessionName, type SessionRow } from './session-row.js';

const ENGINE: Engine = { models: [], executionProvider: 'cpu' };
const LONG_AGO = new Date(0);

/** Real: PostgreSQL. */
describe('SessionRepository', () => {
  let server: TestDatabase;
  let database: Database;
  let names = 0;

  beforeAll(async () => {
    server = await createTestDatabase();
    await applyMigrations(server.url);
    database = createDatabase(server.url);
  });
  afterAll(async () => {
    await database?.close();
    await server?.drop();
  });

  const nameOf = (keyId: string | null = null): SessionName => ({
    ...{ projectId: 'default', keyId, name: `session ${names++}` },
  });

  const begin = async (of: SessionName, startedAt = new Date()): Promise<SessionRow> => {
    const facts = { width: 640, height: 360, usesClientTime: true, firstS: 0, engine: ENGINE };
    await database.sessions.open(of, { ...facts, startedAt });
    return (await database.sessions.findOpen(of, LONG_AGO))!;
  };

  const frame = (number: number, changes: Partial<NewFrame> = {}): NewFrame => ({
    ...{ number, tS: number, body: Uint8Array.of(number), hasFace: true, at: new Date() },
    ...{ nextFaceId: number + 1, state: Uint8Array.of(number) },
    ...changes,
  });

  const reportOf = (row: SessionRow): SessionReport =>
    ({ session_id: row.name, ended_at: new Date().toISOString() }) as SessionReport;

  const end = async (row: SessionRow, expiresAt: Date): Promise<void> => {
    await database.sessions.beginEnd(row.id, new Date());
    expect(await database.sessions.finish(row.id, reportOf(row), expiresAt)).toBe(true);
  };

  const list = async <T>(rows: AsyncIterable<T>): Promise<T[]> => {
    const all: T[] = [];
    for await (const row of rows) all.push(row);
    return all;
  };

  it('opens one session of a name, however many ask at once', async () => {
    const of = nameOf();
    const rows = await Promise.all(Array.from({ length: 8 }, () => begin(of)));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    expect(rows[0]).toMatchObject({ name: of.name, frames: 0, engine: ENGINE, endingAt: null, state: null });
    expect(rows[0].id).toMatch(/^se_\w{20}$/);
    expect((await begin({ ...of, keyId: 'key_1' })).id).not.toBe(rows[0].id);
  });

  it('takes each number once', async () => {
    const { id } = await begin(nameOf());
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, i) => database.sessions.append(id, frame(1, { tS: i }))),
    );
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await database.sessions.append(id, frame(3))).toBe(false);
    expect(await database.sessions.append(id, frame(2, { hasFace: false, state: null }))).toBe(true);
    const row = await database.sessions.findById(id);
    expect(row).toMatchObject({ frames: 2, framesWithFace: 1, nextFaceId: 3, state: null });
    await database.sessions.beginEnd(id, new Date());
    expect(await database.sessions.append(id, frame(3))).toBe(false);
  });

  it('reads frames by number, and in order of time, page by page', async () => {
    const { id } = await begin(nameOf());
    // More than two pages, many of them at the same time.
    for (let number = 1; number <= 1100; number++) {
      await database.sessions.append(
        id,
        frame(number, { tS: (number * 7) % 50, body: Uint8Array.of(number % 256) }),
      );
    }
    const log = await list(database.sessions.readLog(id, 3, 1050));
    expect(log.map(({ number }) => number)).toEqual(Array.from({ length: 1047 }, (_, i) => i + 4));
    const frames = await list(database.sessions.readFrames(id));
    expect(frames).toHaveLength(1100);
    const sorted = [...frames].sort((a, b) => a.tS - b.tS || a.number - b.number);
    expect(frames.map(({ number }) => number)).toEqual(sorted.map(({ number }) => number));
    expect(frames.every(({ number, body }) => body[0] === number % 256)).toBe(true);
    expect(await database.sessions.findRange(id)).toEqual({ startS: 0, endS: 49 });
  });

  it('writes one report, and only of a session whose end was asked for', async () => {
    const of = nameOf();
    const row = await begin(of);
    await database.sessions.append(row.id, frame(1));
    const expiresAt = new Date(Date.now() + 1e6);
    expect(await database.sessions.finish(row.id, reportOf(row), expiresAt)).toBe(false);
    await end(row, expiresAt);
    expect(await database.sessions.finish(row.id, reportOf(row), expiresAt)).toBe(false);
    expect(await list(database.sessions.readFrames(row.id))).toEqual([]);
    expect(await database.sessions.findOpen(of, LONG_AGO)).toBeNull();
    expect(await database.sessions.findEnded(of)).toMatchObject({ id: row.id, expiresAt, state: null });
    expect(await database.sessions.findReport(row.id)).toMatchObject({ session_id: of.name });
  });

  it('forgets what is idle when it is looked for, unless it is being ended', async () => {
    const of = nameOf();
    const { id } = await begin(of, new Date(Date.now() - 60_000));
    const idleBefore = new Date(Date.now() - 30_000);
    await database.sessions.beginEnd(id, new Date());
    expect(await database.sessions.findOpen(of, idleBefore)).toMatchObject({ id });
    const other = nameOf();
    const idle = await begin(other, new Date(Date.now() - 60_000));
    expect(await database.sessions.findOpen(other, idleBefore)).toBeNull();
    expect(await database.sessions.findById(idle.id)).toBeNull();
  });

  it('sweeps what is idle and what has passed its time, with its frames, and nothing else', async () => {
    const [idle, busy, ending, ended, expired] = await Promise.all(
      Array.from({ length: 5 }, async () => begin(nameOf(), new Date(Date.now() - 60_000))),
    );
    const past = new Date(Date.now() - 60_000);
    for (const { id } of [idle, ended, expired]) await database.sessions.append(id, frame(1, { at: past }));
    await database.sessions.append(busy.id, frame(1));
    await database.sessions.beginEnd(ending.id, new Date());
    await end(ended, new Date(Date.now() + 60_000));
    await end(expired, new Date(Date.now() - 1));
    const now = new Date();
    expect(
      await database.sessions.removeExpired(now, new Date(now.getTime() - 30_000)),
    ).toBeGreaterThanOrEqual(2);
    const left = await Promise.all(
      [idle, busy, ending, ended, expired].map(
        async ({ id }) => (await database.sessions.findById(id)) !== null,
      ),
    );
    expect(left).toEqual([false, true, true, true, false]);
    expect(await list(database.sessions.readFrames(idle.id))).toEqual([]);
  });

  it('forgets all of a name, and tells which that were', async () => {
    const of = nameOf('key_9');
    const first = await begin(of);
    await end(first, new Date(Date.now() + 1e6));
    const second = await begin(of);
    const others = await begin({ ...of, keyId: 'key_8' });
    expect((await database.sessions.remove(of)).sort()).toEqual([first.id, second.id].sort());
    expect(await database.sessions.remove(of)).toEqual([]);
    expect(await database.sessions.findById(others.id)).not.toBeNull();
  });
});
