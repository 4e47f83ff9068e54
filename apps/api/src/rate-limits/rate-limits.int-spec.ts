import { once } from 'node:events';
import { connect } from 'node:net';
import { type QueueBackend } from '@eyeline/config';
import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  type TestDatabase,
  testQueueUrl,
} from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

const READS = 4;
const WRITES = 2;
const UNAUTHORIZED = 5;

/** Real: HTTP, PostgreSQL, Redis behind a line that can be cut, or the memory of the process. */
describe.each(['redis', 'postgres'] as const)('limits, with the queue on %s', (kind) => {
  let database: TestDatabase;
  let proxy: BreakableProxy | null;
  let api: TestApi;

  beforeEach(async () => {
    database = await createTestDatabase();
    proxy = kind === 'redis' ? await openProxy(testQueueUrl(kind)) : null;
    const queue: QueueBackend = { kind, url: proxy?.url ?? testQueueUrl(kind) };
    api = await openTestApi(database.url, queue, {
      ...{ RATE_LIMIT_READS: String(READS), RATE_LIMIT_WRITES: String(WRITES) },
      RATE_LIMIT_UNAUTHORIZED: String(UNAUTHORIZED),
    });
  });
  afterEach(async () => {
    await api?.close();
    await proxy?.close();
    await database?.drop();
  });

  const makeKey = async (): Promise<string> =>
    (await api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes: ['admin'] })).key;

  const read = (key: string): Promise<TestAnswer> =>
    api.request('/v1/analyses', { headers: { Authorization: `Bearer ${key}` } });

  const upload = (key: string): Promise<TestAnswer> =>
    api.request('/v1/analyses', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'video/mp4' },
      body: 'abc',
    });

  /** Whether the counter is connected: until then all requests are let through uncounted. */
  const counted = () =>
    until(async () => (await api.runtime.hitCounter.hit('connected', 60_000)) !== null, 15_000);

  const expectLimited = (answer: TestAnswer, policy: string, quota: number): void => {
    expectProblem(answer, 'rate_limited');
    const retryAfterS = Number(answer.headers.get('retry-after'));
    expect(retryAfterS).toBeGreaterThan(0);
    expect(retryAfterS).toBeLessThanOrEqual(60);
    expect(answer.headers.get('ratelimit')).toBe(`"${policy}";r=0;t=${retryAfterS}`);
    expect(answer.headers.get('ratelimit-policy')).toBe(`"${policy}";q=${quota};w=60`);
  };

  it('hold for each key, and say what is left', async () => {
    const [mine, theirs] = [await makeKey(), await makeKey()];
    await counted();
    for (let left = READS - 1; left >= 0; left--) {
      const { status, headers } = await read(mine);
      expect(status).toBe(200);
      expect(headers.get('ratelimit')).toMatch(new RegExp(`^"default";r=${left};t=[1-9]\\d?$`));
      expect(headers.get('ratelimit-policy')).toBe(`"default";q=${READS};w=60`);
    }
    expectLimited(await read(mine), 'default', READS);
    expect((await read(theirs)).status).toBe(200);
    // What starts work is counted by itself.
    const started = await upload(mine);
    expect(started.headers.get('ratelimit')).toMatch(/^"writes";r=1;t=\d+$/);
    expect((await upload(mine)).status).toBe(202);
    expectLimited(await upload(mine), 'writes', WRITES);
    for (const path of ['/livez', '/readyz', '/metrics']) {
      for (let i = 0; i <= READS; i++) expect((await api.request(path)).status).toBe(200);
    }
  });

  it('ask no client for a body that will not be taken', async () => {
    const key = await makeKey();
    await counted();
    for (let i = 0; i <= WRITES; i++) await upload(key);
    const put = jest.spyOn(api.runtime.storage, 'put');
    const socket = connect(api.port, '127.0.0.1');
    const head = ['POST /v1/analyses HTTP/1.1', 'Host: localhost', 'Content-Type: video/mp4'];
    const wish = ['Content-Length: 1000000', 'Expect: 100-continue', `Authorization: Bearer ${key}`];
    socket.write(`${[...head, ...wish].join('\r\n')}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 429 /);
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
  });

  it('hold for no request from this machine as long as no key exists', async () => {
    await counted();
    for (let i = 0; i < READS + UNAUTHORIZED + 2; i++) {
      const answer = await api.request('/v1/analyses');
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
    }
  });

  it('keep keys from being guessed, and let those in use go on', async () => {
    const known = await makeKey();
    await counted();
    expect((await read(known)).status).toBe(200);
    const lookUp = jest.spyOn(api.runtime.database.keys, 'findByKey');
    const guess = (i: number): Promise<TestAnswer> => read(`ey_${String(i).padStart(43, 'x')}`);
    for (let i = 0; i < UNAUTHORIZED; i++) expectProblem(await guess(i), 'unauthorized');
    expectLimited(await guess(98), 'unauthorized', UNAUTHORIZED);
    const lookups = lookUp.mock.calls.length;
    expectLimited(await guess(99), 'unauthorized', UNAUTHORIZED);
    expectLimited(await api.request('/v1/analyses'), 'unauthorized', UNAUTHORIZED);
    expect(lookUp.mock.calls.length).toBe(lookups);
    lookUp.mockRestore();
    expect((await read(known)).status).toBe(200);
  });

  it('hold for each address where no key is needed', async () => {
    await read(await makeKey());
    await counted();
    const look = (address: string): Promise<TestAnswer> =>
      api.request('/', { headers: { 'X-Forwarded-For': address } });
    for (let i = 0; i < READS; i++) expect((await look('203.0.113.1')).status).toBe(200);
    expectLimited(await look('203.0.113.1'), 'default', READS);
    expect((await look('203.0.113.2')).status).toBe(200);
  });

  if (kind === 'redis') {
    it.each(['cut', 'freeze'] as const)('let everybody through while Redis is away (%s)', async (how) => {
      const key = await makeKey();
      await counted();
      expect((await read(key)).headers.get('ratelimit')).not.toBeNull();
      await proxy![how]();
      const asked = performance.now();
      for (let i = 0; i < READS * 10; i++) {
        const { status, headers } = await read(key);
        expect([status, headers.get('ratelimit')]).toEqual([200, null]);
      }
      expect(performance.now() - asked).toBeLessThan(40_000);
      await proxy!.mend();
      await until(async () => (await read(key)).headers.get('ratelimit') !== null, 20_000);
    });
  }
});

describe('limits of zero', () => {
  it('are none', async () => {
    const database = await createTestDatabase();
    const off = { RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0', RATE_LIMIT_UNAUTHORIZED: '0' };
    const api = await openTestApi(database.url, { kind: 'postgres', url: testQueueUrl('postgres') }, off);
    await api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes: [] });
    const wrong = { headers: { Authorization: `Bearer ey_${'x'.repeat(43)}` } };
    await until(async () => (await api.request('/v1/analyses', wrong)).status === 401, 15_000);
    const answer = await api.request('/v1/analyses', wrong);
    await api.close();
    await database.drop();
    expect([answer.status, answer.headers.get('ratelimit')]).toEqual([401, null]);
  });
});
