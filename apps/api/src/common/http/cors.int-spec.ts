import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi } from '../../test-api.factory.js';

const SITE = 'https://app.example.com';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. What a browser asks and looks at. */
describe('pages of other sites', () => {
  let database: TestDatabase;
  let api: TestApi;
  let key: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { CORS_ORIGINS: `${SITE},http://localhost:5173`, MAX_UPLOAD_BYTES: '10' };
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { ...settings, RATE_LIMIT_WRITES: '5' },
    );
    const owner = { name: 'page', projectId: 'page', scopes: ['admin' as const] };
    ({ key } = await api.runtime.database.keys.create(owner));
    await api.request('/v1/analyses', { headers: { Authorization: `Bearer ${key}` } });
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const ask = (path: string, init: RequestInit = {}, origin = SITE) =>
    api.request(path, {
      ...init,
      headers: { Origin: origin, Authorization: `Bearer ${key}`, ...init.headers },
    });

  const preflight = (path: string, method: string, headers: string, origin = SITE) =>
    api.request(path, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': method,
        'Access-Control-Request-Headers': headers,
      },
    });

  const namesIn = (headers: Headers, name: string): string[] =>
    (headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase());

  it.each([
    ['GET', '/v1/analyses', 'authorization,if-none-match,last-event-id'],
    ['POST', '/v1/analyses', 'authorization,content-type,idempotency-key,x-request-id'],
    ['GET', '/v1/analyses/an_1/artifacts/annotated.mp4', 'authorization,range,if-range'],
    ['DELETE', '/v1/analyses/an_1', 'authorization'],
    ['POST', '/v1/uploads', 'authorization,tus-resumable,upload-length,upload-metadata'],
    ['PATCH', '/v1/uploads/up_1', 'authorization,content-type,tus-resumable,upload-offset'],
    ['HEAD', '/v1/uploads/up_1', 'authorization,tus-resumable'],
  ])('may send %s %s with %s', async (method, path, wanted) => {
    const { status, headers } = await preflight(path, method, wanted);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(SITE);
    expect(namesIn(headers, 'access-control-allow-methods')).toContain(method.toLowerCase());
    expect(namesIn(headers, 'access-control-allow-headers')).toEqual(
      expect.arrayContaining(wanted.split(',')),
    );
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(0);
  });

  it('may read answers, and the headers that matter', async () => {
    const { status, headers } = await ask('/v1/analyses');
    expect([status, headers.get('access-control-allow-origin')]).toEqual([200, SITE]);
    expect(namesIn(headers, 'vary')).toContain('origin');
    const names = [
      'Location',
      'Tus-Resumable',
      'Tus-Version',
      'Upload-Offset',
      'Upload-Expires',
      'RateLimit',
    ];
    names.push(
      'RateLimit-Policy',
      'Content-Range',
      'Retry-After',
      'ETag',
      'X-Request-Id',
      'Idempotent-Replayed',
      'X-Analysis-Id',
    );
    expect(namesIn(headers, 'access-control-expose-headers')).toEqual(
      expect.arrayContaining(names.map((name) => name.toLowerCase())),
    );
  });

  it('may read why they are refused', async () => {
    const unknown = await ask('/v1/analyses', { headers: { Authorization: '' } });
    expectProblem(unknown, 'unauthorized');
    const upload = { method: 'POST', body: 'x'.repeat(20), headers: { 'Content-Type': 'video/mp4' } };
    const large = await ask('/v1/analyses', upload);
    expectProblem(large, 'payload_too_large');
    const missing = await ask('/v1/analyses/an_1');
    expectProblem(missing, 'not_found');
    let limited = large;
    for (let i = 0; i < 5; i++) limited = await ask('/v1/analyses', upload);
    expectProblem(limited, 'rate_limited');
    for (const { headers } of [unknown, large, missing, limited]) {
      expect(headers.get('access-control-allow-origin')).toBe(SITE);
      expect(namesIn(headers, 'access-control-expose-headers')).toContain('retry-after');
    }
  });

  it('that are not named may not', async () => {
    for (const origin of ['https://evil.example', 'https://app.example.com.evil.example', 'null']) {
      const { headers } = await preflight('/v1/analyses', 'POST', 'authorization', origin);
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect((await ask('/v1/analyses', {}, origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('do not stand in the way of asking the tus server what it can do', async () => {
    const { status, headers } = await ask('/v1/uploads', { method: 'OPTIONS' });
    expect([status, headers.get('tus-version')]).toEqual([204, '1.0.0']);
    expect(headers.get('access-control-allow-origin')).toBe(SITE);
  });
});

describe('pages of all sites', () => {
  it('may read answers when the operator says so', async () => {
    const database = await createTestDatabase();
    const api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { CORS_ORIGINS: '*' },
    );
    const { headers } = await api.request('/', { headers: { Origin: 'http://localhost:1' } });
    await api.close();
    await database.drop();
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});
