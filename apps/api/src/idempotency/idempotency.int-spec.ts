import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { AppError, type Problem } from '@eyeline/contracts';
import { createTestDatabase, queryDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects; two instances of the API on one database. */
describe('requests with an Idempotency-Key', () => {
  let database: TestDatabase;
  let api: TestApi;
  let other: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const queue = { kind: 'redis', url: testRedisUrl() } as const;
    api = await openTestApi(database.url, queue, { MAX_UPLOAD_BYTES: '1000000' });
    other = await openTestApi(database.url, queue, {
      MAX_UPLOAD_BYTES: '1000000',
      EYELINE_DATA_DIR: api.runtime.config.dataDir,
    });
  });

  afterAll(async () => {
    await api?.close();
    await other?.close();
    await database?.drop();
  });

  type Body = NonNullable<RequestInit['body']>;

  const post = (
    path: string,
    key: string,
    { body, at = api, type }: { body?: Body; at?: TestApi; type?: string } = {},
  ): Promise<TestAnswer> =>
    at.request(path, {
      method: 'POST',
      body,
      headers: { 'Idempotency-Key': key, ...(type === undefined ? {} : { 'Content-Type': type }) },
    });

  const raw = (key: string, body: Body, at = api, query = '') =>
    post(`/v1/analyses${query}`, key, { body, at, type: 'video/mp4' });

  const form = (key: string, fields: Record<string, string | Blob>, at = api) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return post('/v1/analyses', key, { body, at });
  };

  const expectReplay = (answer: TestAnswer, first: TestAnswer) => {
    expect([answer.status, answer.body]).toEqual([first.status, first.body]);
    expect(answer.headers.get('location')).toBe(first.headers.get('location'));
    expect(answer.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
  };

  /** Every analysis and object of it that exists. */
  const count = async () => {
    const { objects, rows } = await api.traces();
    return { objects: objects.length, rows: rows.length };
  };

  /** A raw upload that stays under way until `finish`. */
  const beginSlowly = (key: string, at: TestApi) => {
    const socket = connect(at.port, '127.0.0.1').setEncoding('utf8');
    socket.write(
      `POST /v1/analyses HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: video/mp4\r\nIdempotency-Key: ${key}\r\nContent-Length: 6\r\n\r\nabc`,
    );
    return {
      socket,
      finish: async (): Promise<string> => {
        socket.write('def');
        const [answer] = (await once(socket, 'data')) as [string];
        socket.destroy();
        return answer;
      },
    };
  };

  /** Looks only: a claim of the test's own, however short, could refuse the request that it waits for. */
  const isClaimed = (key: string) => async () =>
    (await queryDatabase(database.url, `SELECT FROM keyed_requests WHERE key = '${key}'`)).length === 1;

  it('start one analysis, whichever API is asked again, and store one video', async () => {
    const key = randomUUID();
    const before = await count();
    const first = await raw(key, 'abc', api, '?tag=a');
    expect(first.status).toBe(202);
    expectReplay(await raw(key, 'abc', other, '?tag=a'), first);
    expectReplay(await raw(key, 'abc', api, '?tag=a'), first);
    expect(await count()).toEqual({ objects: before.objects + 1, rows: before.rows + 1 });
  });

  it('know a form by what it says and holds', async () => {
    const key = randomUUID();
    const file = new Blob(['abc']);
    const first = await form(key, { options: '{"max_side":320}', file });
    expect(first.status).toBe(202);
    const before = await count();
    expectReplay(await form(key, { file, options: '{ "max_side": 320 }' }, other), first);
    expectProblem(await form(key, { options: '{"max_side":640}', file }), 'idempotency_mismatch');
    expectProblem(
      await form(key, { options: '{"max_side":320}', file: new Blob(['x']) }),
      'idempotency_mismatch',
    );
    expect(await count()).toEqual(before);
  });

  it('are refused when another request comes under the same key', async () => {
    const key = randomUUID();
    const { id } = (await raw(key, 'abc')).body as { id: string };
    const before = await count();
    expectProblem(await raw(key, 'abd'), 'idempotency_mismatch');
    expectProblem(await raw(key, 'abc', api, '?tag=b'), 'idempotency_mismatch');
    expectProblem(await post(`/v1/analyses/${id}/cancel`, key), 'idempotency_mismatch');
    expectProblem(await raw(key, Buffer.alloc(1_000_001)), 'payload_too_large');
    expect(await count()).toEqual(before);
  });

  it('wait for each other, on whichever API they arrive', async () => {
    const key = randomUUID();
    const slow = beginSlowly(key, api);
    await until(isClaimed(key));
    const early = await raw(key, 'abcdef', other);
    expectProblem(early, 'conflict');
    expect(early.headers.get('retry-after')).toBe('1');
    expect(await slow.finish()).toMatch(/^HTTP\/1\.1 202 /);
    const late = await raw(key, 'abcdef', other);
    expect([late.status, late.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
  });

  it('are answered once when many arrive at once', async () => {
    const key = randomUUID();
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => raw(key, 'abc', i % 2 === 0 ? api : other)),
    );
    for (const { status } of answers) expect([202, 409]).toContain(status);
    const started = answers.filter(({ status }) => status === 202);
    expect(new Set(started.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(started.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect(await count()).toEqual({ objects: before.objects + 1, rows: before.rows + 1 });
  });

  it('free their key when they are cut, or fail on our side', async () => {
    const key = randomUUID();
    const slow = beginSlowly(key, api);
    await until(isClaimed(key));
    slow.socket.destroy();
    await until(async () => !(await isClaimed(key)()));
    const down = jest
      .spyOn(api.runtime.storage, 'put')
      .mockRejectedValueOnce(new AppError('storage_unavailable'));
    expectProblem(await raw(key, 'abc'), 'storage_unavailable');
    down.mockRestore();
    const answer = await raw(key, 'xyz');
    expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([202, null]);
  });

  it('make nothing when their claim was lost to another', async () => {
    const key = randomUUID();
    const before = await count();
    const { keyedRequests } = api.runtime.database;
    const slow = beginSlowly(key, api);
    await until(isClaimed(key));
    // As if this process had been silent for a minute and another had answered meanwhile.
    await keyedRequests.removeExpired(new Date(Date.now() + 48 * 3600 * 1000));
    expect((await raw(key, 'abcdef', other)).status).toBe(202);
    expect(await slow.finish()).toMatch(/^HTTP\/1\.1 409 /);
    expect((await raw(key, 'abcdef', other)).status).toBe(202);
    expect(await count()).toEqual({ objects: before.objects + 1, rows: before.rows + 1 });
  });

  it('cancel with the answer of the first time, refusals included', async () => {
    const { id } = (await api.upload('abc')).body as { id: string };
    const key = randomUUID();
    const first = await post(`/v1/analyses/${id}/cancel`, key);
    expect(first.status).toBe(202);
    expectReplay(await post(`/v1/analyses/${id}/cancel`, key, { at: other }), first);
    const refusedKey = randomUUID();
    const refused = await post(`/v1/analyses/${id}/retry`, refusedKey);
    const again = await post(`/v1/analyses/${id}/retry`, refusedKey, { at: other });
    expectProblem(refused, 'conflict');
    expectProblem(again, 'conflict');
    expect((again.body as Problem).detail).toBe((refused.body as Problem).detail);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('belong to their project', async () => {
    const key = randomUUID();
    const claim = { projectId: 'theirs', key, token: randomUUID() };
    await api.runtime.database.keyedRequests.claim(claim, { headHash: '', payloadHash: null });
    expect((await raw(key, 'abc')).status).toBe(202);
  });

  it.each(['', 'x'.repeat(256), 'ü', 'a\tb'])('need a fit key: %j', async (key) => {
    expectProblem(await raw(key, 'abc'), 'invalid_request', ['Idempotency-Key']);
  });
});
