import { type SessionReport, sessionReportSchema, sessionSchema } from '@eyeline/contracts';
import {
  createTestDatabase,
  queryDatabase,
  takeStill,
  type TestDatabase,
  testQueueUrl,
} from '@eyeline/testing';

import { ModelDouble, replyWithText } from '../narrative/model-double.factory.js';
import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';
import { beginSession, emptyFrame } from './begin-session.factory.js';

jest.setTimeout(90_000);

const CLIP = 'average-person.mp4';

const SETTINGS = { LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu', RETAIN_REPORT_DAYS: '7', LOG_LEVEL: 'trace' };

const local = (name: string) => ({ projectId: 'default', keyId: null, name });

const call = (api: TestApi, method: string, path: string, body?: unknown): Promise<TestAnswer> =>
  api.request(`/v1/sessions/${path}`, {
    method,
    ...(body !== undefined && {
      ...{ body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
    }),
  });

const sendFrame = (api: TestApi, image: Buffer, query: string): Promise<TestAnswer> =>
  api.request(`/v1/frames?${query}`, {
    ...{ method: 'POST', body: image, headers: { 'Content-Type': 'image/jpeg' } },
  });

/** Real: HTTP, two APIs on one database, PostgreSQL or Redis, threads, the networks. */
describe.each(['postgres', 'redis'] as const)('the end of a session, what it knows on %s', (kind) => {
  let database: TestDatabase;
  let api: TestApi;
  let other: TestApi;
  let still: Buffer;
  const written: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    const log = { write: (line: string) => void written.push(line) };
    const open = () => openTestApi(database.url, { kind, url: testQueueUrl(kind) }, SETTINGS, log);
    api = await open();
    other = await open();
    still = takeStill(CLIP, 4, 'mjpeg');
  });
  afterAll(async () => {
    await api?.close();
    await other?.close();
    await database?.drop();
  });

  const countFrames = async (): Promise<number> => {
    const [{ count }] = await queryDatabase<{ count: string }>(
      database.url,
      'SELECT count(*) FROM live_frames',
    );
    return Number(count);
  };

  it('is a report of all frames, late ones in their place, and keeps nothing else', async () => {
    for (const tS of [10, 11, 12, 10.5, 12.5]) {
      expect((await sendFrame(api, still, `session_id=visit&t_s=${tS}`)).status).toBe(200);
    }
    const open = (await call(api, 'GET', 'visit')).body;
    expect(sessionSchema.parse(open)).toMatchObject({
      ...{ status: 'open', frames: 5, frames_with_face: 5, uses_client_time: true, ended_at: null },
      links: { self: `${api.url}/v1/sessions/visit`, report: `${api.url}/v1/sessions/visit/report` },
    });
    expect(Date.parse(open.expires_at) - Date.parse(open.last_frame_at)).toBe(1800_000);
    expectProblem(await call(api, 'GET', 'visit/report'), 'not_ready');
    expectProblem(await call(api, 'POST', 'visit/narrative'), 'not_ready');

    const ended = await call(other, 'POST', 'visit/end', { context: 'A talk.' });
    expect(ended.status).toBe(200);
    const report = sessionReportSchema.parse(ended.body);
    expect(report).toEqual(ended.body);
    expect(report).toMatchObject({
      ...{ session_id: 'visit', context: 'A talk.', duration_s: 2.5, narrative: null, warnings: [] },
      sampling: { frames_decoded: 5, frames_analyzed: 5, frames_skipped: 0, frames_failed: 0, fps: null },
      ...{ total_frames_analyzed: 5, frames_with_face: 5 },
      faces: [{ face_id: 1, first_seen_s: 10, last_seen_s: 12.5, frames: 5 }],
      engine: { version: 'of tests', execution_provider: 'cpu' },
    });
    expect(report.timeline.map(({ start_s, faces }) => [start_s, faces])).toEqual([
      [10, 1],
      [11, 1],
      [12, 1],
    ]);
    expect(report.models.length).toBeGreaterThan(2);
    expect(await countFrames()).toBe(0);

    expect((await call(api, 'POST', 'visit/end', { context: 'Another.' })).body).toEqual(ended.body);
    expect((await call(api, 'GET', 'visit/report')).body).toEqual(ended.body);
    const after = (await call(api, 'GET', 'visit')).body;
    expect(after).toMatchObject({ status: 'ended', ended_at: report.ended_at, frames: 5 });
    const keptMs = Date.parse(after.expires_at) - Date.parse(report.ended_at);
    expect(Math.abs(keptMs - 7 * 24 * 3600_000)).toBeLessThan(60_000);
  });

  it('makes the next frame begin a new session of the same name', async () => {
    await sendFrame(api, still, 'session_id=again&t_s=1');
    const first = (await call(api, 'POST', 'again/end')).body as SessionReport;
    // Without times now: nothing is left of the first one.
    expect((await sendFrame(other, still, 'session_id=again')).body).toMatchObject({ t_s: 0 });
    expect((await call(api, 'GET', 'again')).body).toMatchObject({ status: 'open', frames: 1 });
    expect((await call(api, 'GET', 'again/report')).body).toEqual(first);
    const second = (await call(api, 'POST', 'again/end')).body as SessionReport;
    expect(second.started_at > first.started_at).toBe(true);
    expect((await call(api, 'GET', 'again/report')).body).toEqual(second);
  });

  it('is the same for all who ask at once, of two processes', async () => {
    const frames = Array.from({ length: 1200 }, (_, i) => emptyFrame(i / 10));
    const row = await beginSession(api.runtime.database, local('at once'), frames.slice(0, 1));
    await queryDatabase(
      database.url,
      `INSERT INTO live_frames SELECT session_id, n, (n - 1) / 10.0, body FROM live_frames,
              generate_series(2, 1200) AS n WHERE session_id = '${row.id}';
       UPDATE live_sessions SET frames = 1200 WHERE id = '${row.id}'`,
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => call(i % 2 === 0 ? api : other, 'POST', 'at%20once/end')),
    );
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0].body]);
    expect(answers[0].body).toMatchObject({
      ...{ session_id: 'at once', duration_s: 119.9, frames_with_face: 0, overall_dominant_emotion: null },
      sampling: { frames_decoded: 1200, frames_analyzed: 1200 },
      warnings: [{ code: 'no_face' }],
    });
    expect(await countFrames()).toBe(0);
  });

  it('is made by whoever asks next when a process died over it', async () => {
    const { id } = await beginSession(api.runtime.database, local('died'), [emptyFrame(1), emptyFrame(2)]);
    await api.runtime.database.sessions.beginEnd(id, new Date());
    expect((await call(api, 'GET', 'died')).body).toMatchObject({ status: 'ending', ended_at: null });
    expectProblem(await sendFrame(api, still, 'session_id=died&t_s=3'), 'conflict');
    expect((await call(other, 'POST', 'died/end')).body).toMatchObject({ total_frames_analyzed: 2 });
  });

  it('keeps every frame until the report is stored', async () => {
    await beginSession(api.runtime.database, local('failing'), [emptyFrame(1), emptyFrame(2)]);
    await queryDatabase(
      database.url,
      `CREATE FUNCTION refuse() RETURNS trigger AS 'BEGIN RAISE EXCEPTION ''no''; END' LANGUAGE plpgsql;
       CREATE TRIGGER refusing BEFORE DELETE ON live_frames EXECUTE FUNCTION refuse()`,
    );
    expectProblem(await call(api, 'POST', 'failing/end'), 'internal');
    expectProblem(await call(api, 'GET', 'failing/report'), 'not_ready');
    expect(await countFrames()).toBe(2);
    await queryDatabase(database.url, 'DROP TRIGGER refusing ON live_frames; DROP FUNCTION refuse()');
    expect((await call(api, 'POST', 'failing/end')).body).toMatchObject({ total_frames_analyzed: 2 });
    expect(await countFrames()).toBe(0);
  });

  it('is asked for with what it knows only, of a session that there is', async () => {
    for (const path of ['nobody', 'nobody/report', `nobody%00`, 'x'.repeat(201)]) {
      expectProblem(await call(api, 'GET', path), 'not_found');
    }
    for (const path of ['nobody/end', 'nobody/narrative']) {
      expectProblem(await call(api, 'POST', path, {}), 'not_found');
    }
    expectProblem(await call(api, 'DELETE', 'nobody'), 'not_found');
    await beginSession(api.runtime.database, local('asked'));
    const wrong: [unknown, string[]][] = [
      [{ context: 'x'.repeat(2001) }, ['/context']],
      [{ language: 'no language' }, ['/language']],
      [{ colour: 'red' }, ['/colour']],
    ];
    for (const [body, pointers] of wrong) {
      expectProblem(await call(api, 'POST', 'asked/end', body), 'invalid_request', pointers);
    }
    expect((await call(api, 'GET', 'asked')).body).toMatchObject({ status: 'open' });
    // Asked for by name it has no model here, and the report is not the worse for it.
    const { body } = await call(api, 'POST', 'asked/end', { language: 'es' });
    expect(body).toMatchObject({ context: null, narrative: null });
    expectProblem(await call(api, 'POST', 'asked/narrative'), 'narrative_not_configured');
  });

  it('may be that all of it is forgotten', async () => {
    await sendFrame(api, still, 'session_id=gone');
    await call(api, 'POST', 'gone/end');
    const log = written.join('');
    expect(log).toContain('"path":"/v1/sessions/.../end"');
    expect(log).toContain('"event":"session_ended"');
    expect(log).not.toMatch(/gone|"emotions"|A talk/);
    await sendFrame(api, still, 'session_id=gone');
    const [{ id }] = await queryDatabase<{ id: string }>(
      database.url,
      "SELECT id FROM live_sessions WHERE name = 'gone' AND ended_at IS NULL",
    );
    expect((await call(other, 'DELETE', 'gone')).status).toBe(204);
    for (const path of ['gone', 'gone/report']) expectProblem(await call(api, 'GET', path), 'not_found');
    expect(await queryDatabase(database.url, "SELECT 1 FROM live_sessions WHERE name = 'gone'")).toEqual([]);
    expect(await queryDatabase(database.url, `SELECT 1 FROM live_frames WHERE session_id = '${id}'`)).toEqual(
      [],
    );
    expect((await api.runtime.sessionStates?.load(id)) ?? null).toBeNull();
  });
});

/** Real: HTTP, PostgreSQL, and a double of a language model that is asked by HTTP. */
describe('the narrative of a session', () => {
  let model: ModelDouble;
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    model = await ModelDouble.open();
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'postgres', url: testQueueUrl('postgres') },
      {
        ...{ ...model.settings, NARRATIVE_TIMEOUT_S: '2' },
      },
    );
  });
  beforeEach(() => {
    model.asked = [];
    model.reply = replyWithText('At 0:01 nobody is there.', [1]);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
    model.close();
  });

  const frames = [emptyFrame(0), emptyFrame(1), emptyFrame(2)];

  it('is written with the end when context is given, and again when it is asked for', async () => {
    await beginSession(api.runtime.database, local('told'), frames);
    const { body } = await call(api, 'POST', 'told/end', { context: 'A walk.', language: 'en' });
    expect(body).toMatchObject({
      narrative: { object: 'narrative', cited_times_s: [1] },
      context: 'A walk.',
    });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]).toContain('A walk.');
    // The stored report is answered, nobody is asked again.
    expect((await call(api, 'POST', 'told/end', { context: 'A walk.' })).body).toEqual(body);
    expect(model.asked).toHaveLength(1);
    expect((await call(api, 'POST', 'told/narrative', {})).body).toMatchObject({ cited_times_s: [1] });
  });

  it('is left out where nobody wants it', async () => {
    await beginSession(api.runtime.database, local('untold'), frames);
    expect((await call(api, 'POST', 'untold/end')).body).toMatchObject({ narrative: null, context: null });
    expect(model.asked).toEqual([]);
  });

  it('may fail, and the report is there all the same', async () => {
    model.reply = (response) => response.writeHead(500).end();
    await beginSession(api.runtime.database, local('failed'), frames);
    const { status, body } = await call(api, 'POST', 'failed/end', { context: 'A walk.' });
    expect([status, body.narrative]).toEqual([200, null]);
    const codes = (body as SessionReport).warnings.map(({ code }) => code);
    expect(codes).toEqual(['no_face', 'no_narrative']);
    expect((await call(api, 'GET', 'failed/report')).body).toEqual(body);
  });
});
