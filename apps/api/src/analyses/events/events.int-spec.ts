import { analysisSchema, AppError, type Problem, type Scope } from '@eyeline/contracts';
import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  queryDatabase,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi, until } from '../../test-api.factory.js';
import { AnalysisEvents } from './analysis-events.service.js';
import { type EventClient, openEvents, type SeenEvent } from './event-client.factory.js';
import { isPast, readEventId } from './event-position.js';

const problem: Problem = new AppError('corrupt_video', { detail: 'Nothing of it.' }).toProblem(null);

const later = (): Date => new Date(Date.now() + 1e9);

/** Real: HTTP, PostgreSQL, Redis. Two APIs on one database stand for two processes; what a worker writes, `there` writes. */
describe('the events of an analysis', () => {
  let database: TestDatabase;
  let proxy: BreakableProxy;
  let here: TestApi;
  let there: TestApi;
  const clients: EventClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await openProxy(database.url);
    const queue = { kind: 'redis', url: testRedisUrl() } as const;
    here = await openTestApi(proxy.url, queue, { MAX_EVENT_STREAMS: '3' });
    there = await openTestApi(database.url, queue);
  }, 60_000);

  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    for (const api of [here, there]) await until(() => Promise.resolve(openIn(api) === 0));
  });

  afterAll(async () => {
    await here?.close();
    await there?.close();
    await proxy?.close();
    await database?.drop();
  });

  const openIn = (api: TestApi): number =>
    Math.max(api.app.get(AnalysisEvents).open, api.runtime.database.feed.followed);

  async function follow(
    api: TestApi,
    id: string,
    headers: Record<string, string> = {},
  ): Promise<EventClient> {
    const client = await openEvents(`${api.url}/v1/analyses/${id}/events`, headers);
    clients.push(client);
    return client;
  }

  const start = async (): Promise<string> => (await there.upload(Buffer.from('abc'))).body.id;

  /** What workers do with the first attempt, in another process than `here`. */
  const work = (analysisId: string, attempt = 1) => {
    const { attempts } = there.runtime.database;
    return {
      begin: () => attempts.start({ analysisId, attempt }),
      advance: (progress: number) =>
        attempts.advance({ analysisId, attempt }, { stage: 'analyzing', progress }),
      fail: () => attempts.fail({ analysisId, attempt }, problem, later()),
      complete: () =>
        attempts.complete({ analysisId, attempt }, { analysis_id: analysisId } as never, later()),
    };
  };

  function expectForward(events: readonly SeenEvent[]): void {
    events.slice(1).forEach(({ id, data }, i) => {
      expect(isPast(readEventId(id)!, readEventId(events[i].id)!)).toBe(true);
      expect(data.progress).toBeGreaterThanOrEqual(events[i].data.progress);
    });
  }

  it('come from another process: where it is, how it goes on, how it ended', async () => {
    const id = await start();
    const client = await follow(here, id);
    expect(client.status).toBe(200);
    expect(client.headers.get('content-type')).toBe('text/event-stream');
    expect(client.headers.get('cache-control')).toBe('private, no-cache');
    expect(client.headers.get('x-accel-buffering')).toBe('no');
    await client.see(({ data }) => data.status === 'queued');
    await work(id).begin();
    await client.see(({ data }) => data.status === 'processing');
    for (const progress of [0.25, 0.5, 0.75]) {
      await work(id).advance(progress);
      await client.see(({ data }) => data.progress === progress);
    }
    await work(id).complete();
    const end = await client.see('completed');
    await client.closed;
    expect(client.events.at(-1)).toBe(end);
    expect(client.events.slice(0, -1).map(({ type }) => type)).toEqual(
      client.events.slice(1).map(() => 'progress'),
    );
    expectForward(client.events);
    for (const { data } of client.events) expect(analysisSchema.parse(data)).toEqual(data);
    expect(end.data).toEqual((await here.request(`/v1/analyses/${id}`)).body);
  });

  it('tell a failure with its error, and a cancel', async () => {
    const [failed, canceled] = [await start(), await start()];
    const [one, other] = [await follow(here, failed), await follow(here, canceled)];
    await work(failed).fail();
    expect((await one.see('failed')).data.error).toEqual({
      ...problem,
      type: `${here.url}/docs/errors#corrupt_video`,
    });
    await there.request(`/v1/analyses/${canceled}/cancel`, { method: 'POST' });
    expect((await other.see('canceled')).data.status).toBe('canceled');
    await Promise.all([one.closed, other.closed]);
  });

  it('are the end alone when it has ended already, and nothing for who has seen that', async () => {
    const id = await start();
    await work(id).fail();
    const client = await follow(here, id);
    await client.closed;
    expect(client.events.map(({ type }) => type)).toEqual(['failed']);
    const again = await follow(there, id, { 'Last-Event-ID': client.events[0].id });
    expect([again.status, await again.closed]).toEqual([204, '']);
  });

  it('go on at another process with what is newer, without repeating', async () => {
    const id = await start();
    await work(id).begin();
    await work(id).advance(0.5);
    const before = await follow(here, id);
    const last = await before.see(({ data }) => data.progress === 0.5);
    before.leave();

    const after = await follow(there, id, { 'Last-Event-ID': last.id });
    await work(id).advance(0.25); // too late: the row keeps 0.5
    await work(id).advance(0.625);
    await after.see(({ data }) => data.progress === 0.625);
    expect(after.events.map(({ data }) => data.progress)).toEqual([0.625]);

    await work(id).advance(0.75);
    await work(id).complete();
    const late = await follow(here, id, { 'Last-Event-ID': last.id });
    await late.closed;
    expect(late.events.map(({ type }) => type)).toEqual(['completed']);
    await after.closed;
    expectForward(after.events);
  });

  it('go on with a further attempt after one that failed', async () => {
    const id = await start();
    await work(id).begin();
    await work(id).advance(0.75);
    await work(id).fail();
    const first = await follow(here, id);
    await first.closed;
    await there.request(`/v1/analyses/${id}/retry`, { method: 'POST' });
    const second = await follow(here, id, { 'Last-Event-ID': first.events[0].id });
    const [event] = [await second.see('progress')];
    expect(event.data).toMatchObject({ status: 'queued', progress: 0 });
    await work(id).fail(); // of the first attempt: too late
    await work(id, 2).begin();
    await second.see(({ data }) => data.status === 'processing');
    expect(second.events.some(({ type }) => type === 'failed')).toBe(false);
  });

  it.each(['nonsense', '1-2', '9-4-1000000', '', '1-2-3'])(
    'begin where it is for the id %j',
    async (lastId) => {
      const id = await start();
      const client = await follow(here, id, { 'Last-Event-ID': lastId });
      expect((await client.see('progress')).data.status).toBe('queued');
    },
  );

  it('close without an end when the analysis is deleted after it', async () => {
    const id = await start();
    const client = await follow(here, id);
    await client.see('progress');
    await queryDatabase(database.url, `DELETE FROM analyses WHERE id = '${id}'`);
    await client.closed;
    expect(client.events.map(({ type }) => type)).toEqual(['progress']);
    expect((await follow(here, id)).status).toBe(404);
  });

  it('go on after the connections to the database were cut, and after it was away', async () => {
    const id = await start();
    const client = await follow(here, id);
    await client.see('progress');
    await queryDatabase(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    await until(() =>
      work(id)
        .begin()
        .catch(() => false),
    ); // its own connections were cut too
    await client.see(({ data }) => data.status === 'processing');
    await proxy.cut();
    await work(id).advance(0.5);
    await work(id).complete();
    expectProblem(await here.request(`/v1/analyses/${id}/events`), 'database_unavailable');
    await proxy.mend();
    await client.see('completed');
    await client.closed;
    expectForward(client.events);
  });

  it('leave nothing behind when clients go', async () => {
    const id = await start();
    const three = await Promise.all([follow(here, id), follow(here, id), follow(here, id)]);
    await Promise.all(three.map((client) => client.see('progress')));
    expect([here.app.get(AnalysisEvents).open, here.runtime.database.feed.followed]).toEqual([3, 1]);
    for (const client of three) client.leave();
    await until(() => Promise.resolve(openIn(here) === 0));
  });

  it('are refused when too many are open, until one has gone', async () => {
    const id = await start();
    const answers = await Promise.all(Array.from({ length: 8 }, () => follow(here, id)));
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken).toHaveLength(3);
    const refused = await here.request(`/v1/analyses/${id}/events`);
    expectProblem(refused, 'too_many_streams');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    taken[0].leave();
    await until(async () => {
      const client = await follow(here, id);
      if (client.status === 200) expect((await client.see('progress')).data.id).toBe(id);
      return client.status === 200;
    });
  });

  it('answer HEAD with the head alone', async () => {
    const { status, headers, body } = await here.request(`/v1/analyses/${await start()}/events`, {
      method: 'HEAD',
    });
    expect([status, headers.get('content-type'), body]).toEqual([200, 'text/event-stream', '']);
  });

  it('end when the API stops, and go on at another one', async () => {
    const stopping = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    const id = await start();
    const client = await openEvents(`${stopping.url}/v1/analyses/${id}/events`);
    const { id: lastId } = await client.see('progress');
    const waiting = stopping.request(`/v1/analyses/${await start()}?wait=60`);
    await until(() => Promise.resolve(stopping.runtime.database.feed.followed === 2));
    await stopping.close();
    expect(await client.closed).toBe('');
    expect((await waiting).body.status).toBe('queued');
    const next = await follow(there, id, { 'Last-Event-ID': lastId });
    await work(id).fail();
    await next.closed;
    expect(next.events.map(({ type }) => type)).toEqual(['failed']);
  });

  // The last one: from here on every request needs a key.
  it('are for the project alone', async () => {
    const makeKey = (projectId: string, scopes: Scope[]) =>
      there.runtime.database.keys.create({ name: 'test', projectId, scopes });
    const id = await start();
    const mine = await makeKey('default', ['analyses:read']);
    const theirs = await makeKey('theirs', ['admin']);
    const bearer = ({ key }: { key: string }) => ({ Authorization: `Bearer ${key}` });
    const foreign = await follow(there, id, bearer(theirs));
    expect([foreign.status, await foreign.closed]).toEqual([404, expect.stringContaining('"not_found"')]);
    expect((await follow(there, id, bearer(await makeKey('default', ['webhooks:write'])))).status).toBe(403);
    await until(async () => (await follow(there, id)).status === 401);
    const client = await follow(there, id, bearer(mine));
    expect((await client.see('progress')).data.id).toBe(id);
    // A stream outlives its request, not its key: the next heartbeat finds out.
    await there.runtime.database.keys.revoke(mine.row.id);
    expect(await client.closed).toBe('');
    expect(client.events).toHaveLength(1);
  });
});
