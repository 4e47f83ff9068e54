import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { type Scope } from '@eyeline/contracts';
import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

/** Longer than a key is remembered. */
const REVOKED_WITHIN_MS = 15_000;

/** Real: HTTP, PostgreSQL behind a line that can be cut, Redis. */
describe('with keys', () => {
  let database: TestDatabase;
  let proxy: BreakableProxy;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await openProxy(database.url);
    api = await openTestApi(proxy.url, { kind: 'redis', url: testRedisUrl() });
  });

  afterAll(async () => {
    await api?.close();
    await proxy?.close();
    await database?.drop();
  });

  const makeKey = async (scopes: Scope[], projectId = 'lab') =>
    (await api.runtime.database.keys.create({ name: 'test', projectId, scopes })).key;

  const ask = (key: string | null, path: string, init: RequestInit = {}): Promise<TestAnswer> =>
    api.request(path, {
      ...init,
      headers: { ...(key === null ? {} : { Authorization: `Bearer ${key}` }), ...init.headers },
    });

  const upload = (key: string | null): Promise<TestAnswer> =>
    ask(key, '/v1/analyses', { method: 'POST', headers: { 'Content-Type': 'video/mp4' }, body: 'abc' });

  /** What comes back for a head alone, as far as it has come when the first bytes are there. */
  async function sendHead(key: string): Promise<string> {
    const socket = connect(api.port, '127.0.0.1');
    const head = ['POST /v1/analyses HTTP/1.1', 'Host: localhost', 'Content-Type: video/mp4'];
    const wish = ['Content-Length: 1000000', 'Expect: 100-continue', `Authorization: Bearer ${key}`];
    socket.write(`${[...head, ...wish].join('\r\n')}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  }

  it('closes the door within seconds of the first one', async () => {
    expect((await upload(null)).status).toBe(202);
    await makeKey(['analyses:read']);
    // Nobody has used it yet.
    await until(async () => (await ask(null, '/v1/analyses')).status === 401, REVOKED_WITHIN_MS);
  });

  it.each([
    ['no key', {}],
    ['an empty one', { Authorization: 'Bearer ' }],
    ['one that does not exist', { Authorization: `Bearer ey_${'x'.repeat(43)}` }],
    ['what is no key', { Authorization: "Bearer ey_' OR 1=1" }],
    ['another scheme', { Authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }],
  ])('refuses %s, from this machine too', async (_what, headers) => {
    for (const path of ['/v1/analyses', '/v1/analyses/an_00000000000000000000/report', '/nope']) {
      const answer = await api.request(path, { headers: headers as Record<string, string> });
      expectProblem(answer, 'unauthorized');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('takes the name of the scheme in any case', async () => {
    const key = await makeKey(['analyses:read']);
    const answer = await api.request('/v1/analyses', { headers: { Authorization: `bearer ${key}` } });
    expect(answer.status).toBe(200);
  });

  it('refuses an upload without reading it', async () => {
    const put = jest.spyOn(api.runtime.storage, 'put');
    expectProblem(await upload(null), 'unauthorized');
    expectProblem(await upload(await makeKey(['analyses:read'])), 'forbidden');
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
  });

  it('refuses an upload before its body is sent', async () => {
    expect(await sendHead('ey_wrong')).toMatch(/^HTTP\/1\.1 401 /);
    expect(await sendHead(await makeKey(['analyses:write']))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  });

  it('lets a key do what its scopes say', async () => {
    const reader = await makeKey(['analyses:read']);
    const writer = await makeKey(['analyses:write']);
    const admin = await makeKey(['admin']);
    const statuses = (key: string) =>
      Promise.all([upload(key), ask(key, '/v1/analyses')]).then((all) => all.map(({ status }) => status));
    expect(await statuses(reader)).toEqual([403, 200]);
    expect(await statuses(writer)).toEqual([202, 403]);
    expect(await statuses(admin)).toEqual([202, 200]);
    expect((await upload(reader)).body.detail).toContain('analyses:write');
  });

  it('shows each project its own alone, admins too', async () => {
    const [mine, theirs] = [await makeKey(['admin'], 'mine'), await makeKey(['admin'], 'theirs')];
    const { id } = (await upload(mine)).body;
    expect((await ask(mine, `/v1/analyses/${id}`)).status).toBe(200);
    expectProblem(await ask(theirs, `/v1/analyses/${id}`), 'not_found');
    const ids = async (key: string) =>
      (await ask(key, '/v1/analyses')).body.data.map((one: { id: string }) => one.id);
    expect([await ids(mine), await ids(theirs)]).toEqual([[id], []]);
  });

  it('ends a revoked one within seconds', async () => {
    const key = await makeKey(['analyses:read']);
    expect((await ask(key, '/v1/analyses')).status).toBe(200);
    await api.runtime.database.keys.revoke(key.slice(0, 11));
    await until(async () => (await ask(key, '/v1/analyses')).status === 401, REVOKED_WITHIN_MS);
    expectProblem(await ask(key, '/v1/analyses'), 'unauthorized');
  });

  it('notes when one was used', async () => {
    const key = await makeKey(['analyses:read']);
    await ask(key, '/v1/analyses');
    const rows = await api.runtime.database.keys.list();
    const row = rows.find(({ prefix }) => key.startsWith(prefix));
    expect(Date.now() - row!.lastUsedAt!.getTime()).toBeLessThan(60_000);
  });

  it.each(['/', '/livez', '/readyz', '/metrics', '/docs', '/docs/errors', '/openapi.json'])(
    'answers %s without one, under any name',
    async (path) => {
      const status = await new Promise((resolve, reject) => {
        httpRequest(api.url + path, { headers: { Host: 'eyeline.example.com' } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
      expect(status).toBe(200);
    },
  );

  it('says 503, not 401, while the database is away', async () => {
    const known = await makeKey(['analyses:read']);
    await ask(known, '/v1/analyses');
    await proxy.cut();
    for (const key of [known, `ey_${'x'.repeat(43)}`]) {
      expectProblem(await ask(key, '/v1/analyses'), 'database_unavailable');
    }
    expectProblem(await ask(null, '/v1/analyses'), 'unauthorized');
    expect((await ask(null, '/livez')).status).toBe(200);
    await proxy.mend();
    await until(async () => (await ask(known, '/v1/analyses')).status === 200);
  });
});
