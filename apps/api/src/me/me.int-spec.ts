import { type Scope } from '@eyeline/contracts';
import { createTestDatabase, queryDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { connectLive, refusalOf } from '../live-socket/live-client.factory.js';
import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

/** How long a sign-in lasts here that is not used. */
const LASTS_S = 4;
const UNAUTHORIZED = 1000;

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. */
describe('signing in', () => {
  let database: TestDatabase;
  let api: TestApi;
  let written: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    written = [];
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ SIGN_IN_IDLE_S: String(LASTS_S), RATE_LIMIT_UNAUTHORIZED: String(UNAUTHORIZED) },
        LOG_LEVEL: 'info',
      },
      { write: (line) => void written.push(line) },
    );
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const makeKey = async (scopes: Scope[] = ['admin'], projectId = 'lab') =>
    api.runtime.database.keys.create({ name: 'of-jane', projectId, scopes });

  const signIn = (key: unknown, headers: Record<string, string> = {}): Promise<TestAnswer> =>
    api.request('/v1/me/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ key }),
    });

  const cookieOf = ({ headers }: TestAnswer): string => (headers.get('set-cookie') ?? '').split(';')[0];

  /** A cookie of a browser that has signed in with a new key. */
  async function comeIn(scopes?: Scope[], projectId?: string): Promise<{ cookie: string; keyId: string }> {
    const { key, row } = await makeKey(scopes, projectId);
    const answer = await signIn(key);
    expect(answer.status).toBe(200);
    return { cookie: cookieOf(answer), keyId: row.id };
  }

  const ask = (
    cookie: string,
    path = '/v1/me',
    { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {},
  ): Promise<TestAnswer> => api.request(path, { ...init, headers: { Cookie: cookie, ...headers } });

  const SAME = { 'Sec-Fetch-Site': 'same-origin' };
  const CROSS = { 'Sec-Fetch-Site': 'cross-site' };
  const upload = (cookie: string, headers: Record<string, string>): Promise<TestAnswer> =>
    ask(cookie, '/v1/analyses', {
      ...{ method: 'POST', body: 'abc' },
      headers: { 'Content-Type': 'video/mp4', ...headers },
    });

  const events = () =>
    written
      .map((line) => JSON.parse(line) as { event?: string; reason?: string; keyId?: string | null })
      .filter(({ event }) => event !== undefined);

  it('is not needed on this machine as long as no key exists', async () => {
    expect((await api.request('/v1/me')).body).toEqual({
      ...{ project: 'default', key: null, by: 'loopback' },
      scopes: ['analyses:read', 'analyses:write', 'webhooks:write', 'admin'],
      engine: { version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
      features: { narrative: false, live: true },
    });
    expectProblem(await signIn(`ey_${'x'.repeat(43)}`), 'unauthorized');
  });

  it('tells whoever has a key what it is', async () => {
    const { key, row } = await makeKey(['analyses:read', 'webhooks:write']);
    await until(async () => (await api.request('/v1/me')).status === 401, 15_000);
    const { status, headers, body } = await api.request('/v1/me', {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ project: 'lab', key: { id: row.id, name: 'of-jane' }, by: 'key' },
      scopes: ['analyses:read', 'webhooks:write'],
    });
    expect(headers.get('set-cookie')).toBeNull();
    expectProblem(await api.request('/v1/me'), 'unauthorized');
  });

  it('gives a cookie that scripts and other sites cannot use, and that holds no key', async () => {
    const { key, row } = await makeKey(['analyses:read']);
    const answer = await signIn(key);
    expect(answer.body).toMatchObject({ key: { id: row.id }, by: 'session', scopes: ['analyses:read'] });
    const attributes = answer.headers.get('set-cookie')!.split('; ');
    expect(attributes[0]).toMatch(/^eyeline_session=[\w-]{43}$/);
    expect(attributes).toEqual(
      expect.arrayContaining([`Max-Age=${LASTS_S}`, 'Path=/', 'HttpOnly', 'SameSite=Strict']),
    );
    expect(attributes).not.toContain('Secure');
    expect(answer.headers.get('set-cookie')).not.toContain(key.slice(3));
    const me = await ask(cookieOf(answer));
    expect(me.body).toEqual(answer.body);
    const rows = await queryDatabase(database.url, 'SELECT * FROM sign_ins');
    expect(JSON.stringify(rows)).not.toContain(cookieOf(answer).split('=')[1]);
    expect(written.join('')).not.toContain(cookieOf(answer).split('=')[1]);
    expect(written.join('')).not.toContain('of-jane');
    expect(events()).toContainEqual(expect.objectContaining({ event: 'signed_in', keyId: row.id }));
  });

  it('sends the cookie over TLS alone where the client came by it, as a trusted proxy says', async () => {
    const { key } = await makeKey();
    const answer = await signIn(key, { 'X-Forwarded-Proto': 'https' });
    expect(answer.headers.get('set-cookie')!.split('; ')).toContain('Secure');
  });

  it.each([
    ['no key', undefined],
    ['no text', 7],
    ['an empty one', ''],
  ])('refuses %s', async (_what, key) => {
    expectProblem(await signIn(key), 'invalid_request', ['/key']);
  });

  it('refuses what is no JSON, and what it does not know', async () => {
    const send = (body: string) =>
      api.request('/v1/me/session', {
        ...{ method: 'POST', body, headers: { 'Content-Type': 'application/json' } },
      });
    expectProblem(await send('{'), 'invalid_request');
    expectProblem(await send('{"key":"ey_x","colour":1}'), 'invalid_request', ['/colour']);
    expectProblem(await api.request('/v1/me/session', { method: 'POST' }), 'invalid_request');
  });

  it.each(['ey_', `ey_${'x'.repeat(43)}`, "ey_' OR 1=1 --", 'secret'])('refuses the key %s', async (key) => {
    const answer = await signIn(key);
    expectProblem(answer, 'unauthorized');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('refuses a revoked key', async () => {
    const { key, row } = await makeKey();
    await api.runtime.database.keys.revoke(row.id);
    expectProblem(await signIn(key), 'unauthorized');
  });

  it.each(['x', 'A'.repeat(43), '../'.repeat(10), '%00', 'A'.repeat(5000)])(
    'refuses the forged cookie %.20s',
    async (value) => {
      const answer = await ask(`eyeline_session=${value}`);
      expectProblem(answer, 'unauthorized');
    },
  );

  it('is over at once when its key is revoked, and within seconds in a stream of events', async () => {
    const { cookie, keyId } = await comeIn();
    const { id } = (await upload(cookie, SAME)).body as { id: string };
    const stream = await fetch(`${api.url}/v1/analyses/${id}/events`, { headers: { Cookie: cookie } });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await api.runtime.database.keys.revoke(keyId);
    const answer = await ask(cookie);
    expectProblem(answer, 'unauthorized');
    expect(answer.body.detail).toContain('sign in again');
    expect(events()).toContainEqual(expect.objectContaining({ event: 'key_refused', reason: 'session' }));
    // Looked at with each heartbeat; the body ends when the service ends it.
    expect(await stream.text()).toContain('event: progress');
  });

  it('lasts as long as it is used, and gives the cookie anew', async () => {
    const { cookie } = await comeIn();
    const startedAt = Date.now();
    let renewed = 0;
    while (Date.now() - startedAt < LASTS_S * 1500) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const answer = await ask(cookie);
      expect(answer.status).toBe(200);
      if (cookieOf(answer) === cookie) renewed++;
    }
    expect(renewed).toBeGreaterThanOrEqual(2);
    await new Promise((resolve) => setTimeout(resolve, LASTS_S * 1000 + 200));
    expectProblem(await ask(cookie), 'unauthorized');
  });

  it('ends when asked to, in the browser and here', async () => {
    const { cookie, keyId } = await comeIn();
    const out = (headers: Record<string, string>) =>
      ask(cookie, '/v1/me/session', { method: 'DELETE', headers });
    expectProblem(await out(CROSS), 'forbidden');
    expectProblem(await out({}), 'forbidden');
    expect((await ask(cookie)).status).toBe(200);
    const answer = await out(SAME);
    expect([answer.status, answer.body]).toEqual([204, '']);
    expect(answer.headers.get('set-cookie')).toMatch(/^eyeline_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expectProblem(await ask(cookie), 'unauthorized');
    expect(events()).toContainEqual(expect.objectContaining({ event: 'signed_out', keyId }));
    // Once more, and by somebody who was never there.
    expect((await out(SAME)).status).toBe(204);
    expect((await api.request('/v1/me/session', { method: 'DELETE' })).status).toBe(204);
  });

  it('ends the sign-in that was there before', async () => {
    const { cookie } = await comeIn();
    const { key } = await makeKey();
    const answer = await signIn(key, { Cookie: cookie });
    expect(cookieOf(answer)).not.toBe(cookie);
    expectProblem(await ask(cookie), 'unauthorized');
    expect((await ask(cookieOf(answer))).status).toBe(200);
  });

  it('takes changes from our own pages alone', async () => {
    const { cookie } = await comeIn();
    expect((await upload(cookie, SAME)).status).toBe(202);
    expect((await upload(cookie, { Origin: api.url })).status).toBe(202);
    for (const headers of [
      {},
      CROSS,
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'none' },
      { Origin: 'https://example.org' },
      { Origin: 'null' },
      { ...CROSS, Origin: api.url },
    ]) {
      expectProblem(await upload(cookie, headers as Record<string, string>), 'forbidden');
    }
    expect((await ask(cookie, '/v1/analyses', { headers: CROSS })).status).toBe(200);
  });

  it('is not begun by pages of other sites', async () => {
    const { key } = await makeKey();
    expectProblem(await signIn(key, CROSS), 'forbidden');
    expectProblem(await signIn(key, { Origin: 'https://example.org' }), 'forbidden');
  });

  it('counts less than a key in the header, whatever that is', async () => {
    const { cookie } = await comeIn(['analyses:read'], 'mine');
    const { key } = await makeKey(['admin'], 'theirs');
    const both = { Authorization: `Bearer ${key}` };
    expect((await ask(cookie, '/v1/me', { headers: both })).body).toMatchObject({
      ...{ project: 'theirs', by: 'key' },
    });
    expect((await upload(cookie, { ...both, ...CROSS })).status).toBe(202);
    for (const wrong of [`Bearer ey_${'x'.repeat(43)}`, 'Basic YTpi']) {
      expectProblem(await ask(cookie, '/v1/me', { headers: { Authorization: wrong } }), 'unauthorized');
    }
  });

  it('allows what the key allows, in its project', async () => {
    const reader = await comeIn(['analyses:read'], 'mine');
    const theirs = await comeIn(['admin'], 'theirs');
    const { id } = (await upload(theirs.cookie, SAME)).body as { id: string };
    expectProblem(await upload(reader.cookie, SAME), 'forbidden');
    expectProblem(await ask(reader.cookie, `/v1/analyses/${id}`), 'not_found');
    expect((await ask(theirs.cookie, `/v1/analyses/${id}`)).status).toBe(200);
  });

  it('opens a WebSocket for our own pages alone', async () => {
    const { cookie: Cookie } = await comeIn();
    const live = `${api.url}/v1/live`;
    for (const headers of [
      { Cookie, Origin: api.url },
      { Cookie, ...SAME },
    ]) {
      await (await connectLive(live, { headers })).close();
    }
    for (const headers of [
      { Cookie },
      { Cookie, Origin: 'https://example.org' },
      { Cookie, ...CROSS, Origin: api.url },
    ]) {
      expect((await refusalOf(live, { headers })).problem.code).toBe('forbidden');
    }
    const forged = { Cookie: `eyeline_session=${'A'.repeat(43)}`, Origin: api.url };
    expect((await refusalOf(live, { headers: forged })).problem.code).toBe('unauthorized');
  });

  it('is swept when it is over, or when its key is', async () => {
    const { signIns, keys } = api.runtime.database;
    const kept = await comeIn();
    const revoked = await comeIn();
    await keys.revoke(revoked.keyId);
    const now = new Date();
    expect(await signIns.removeExpired(now)).toBeGreaterThanOrEqual(1);
    expect(await signIns.removeExpired(now)).toBe(0);
    expect((await ask(kept.cookie)).status).toBe(200);
    expect(await signIns.removeExpired(new Date(Date.now() + LASTS_S * 1000))).toBeGreaterThanOrEqual(1);
    expectProblem(await ask(kept.cookie), 'unauthorized');
  });
});

describe('signing in with wrong keys', () => {
  it('is limited as other wrong keys are, and so are forged cookies; those in use go on', async () => {
    const database = await createTestDatabase();
    const api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { RATE_LIMIT_UNAUTHORIZED: '5' },
    );
    try {
      await until(async () => (await api.runtime.hitCounter.hit('connected', 60_000)) !== null, 15_000);
      const create = { name: 'test', projectId: 'lab', scopes: ['admin'] as Scope[] };
      const { key } = await api.runtime.database.keys.create(create);
      const { key: unseen } = await api.runtime.database.keys.create(create);
      const signIn = (one: string) =>
        api.request('/v1/me/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ key: one }),
        });
      const cookie = (await signIn(key)).headers.get('set-cookie')!.split(';')[0];
      const me = (value: string) => api.request('/v1/me', { headers: { Cookie: value } });
      expect((await me(cookie)).status).toBe(200);
      for (let i = 0; i < 3; i++) {
        expectProblem(await signIn(`ey_${String(i).padStart(43, 'x')}`), 'unauthorized');
      }
      const forged = (i: number) => `eyeline_session=${String(i).padStart(43, 'x')}`;
      for (let i = 0; i < 2; i++) expectProblem(await me(forged(i)), 'unauthorized');
      expectProblem(await me(forged(9)), 'rate_limited');
      const lookUp = jest.spyOn(api.runtime.database.signIns, 'find');
      expectProblem(await me(forged(10)), 'rate_limited');
      expect(lookUp).not.toHaveBeenCalled();
      lookUp.mockRestore();
      expectProblem(await signIn(unseen), 'rate_limited');
      expect((await me(cookie)).status).toBe(200);
      expect((await signIn(key)).status).toBe(200);
    } finally {
      await api.close();
      await database.drop();
    }
  });
});
