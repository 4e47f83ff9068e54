import { once } from 'node:events';
import { type IncomingMessage } from 'node:http';

import { type Scope } from '@eyeline/contracts';
import { createTestDatabase, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { connectLive, type LiveClient, openSocket, refusalOf } from './live-client.factory.js';

const PER_KEY = 3;
const A_MINUTE = 6;

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, the networks; the log as it is written. Keys exist. */
describe('WS /v1/live with keys', () => {
  let database: TestDatabase;
  let api: TestApi;
  let address: string;
  let jpeg: Buffer;
  const written: string[] = [];
  const clients: LiveClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ MAX_LIVE_CONNECTIONS_PER_KEY: String(PER_KEY), RATE_LIMIT_LIVE: String(A_MINUTE) },
        ...{ LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu', LOG_LEVEL: 'trace' },
      },
      { write: (line) => void written.push(line) },
    );
    address = `${api.url}/v1/live`;
    jpeg = takeStill('average-person.mp4', 1, 'mjpeg');
    await makeKey();
    await until(async () => (await api.runtime.hitCounter.hit('connected', 60_000)) !== null, 15_000);
  });

  afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const makeKey = (scopes: Scope[] = ['analyses:write']) =>
    api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes });
  const bearer = (key: string) => ({ headers: { Authorization: `Bearer ${key}` } });

  async function open(wish: Parameters<typeof connectLive>[1]): Promise<LiveClient> {
    const client = await connectLive(address, wish);
    clients.push(client);
    return client;
  }

  it('takes keys in the header, and among the sub-protocols without ever repeating them', async () => {
    const { key } = await makeKey();
    written.length = 0;
    const inHeader = openSocket(address, bearer(key));
    const [{ headers }] = (await once(inHeader, 'upgrade')) as [IncomingMessage];
    inHeader.terminate();
    expect(headers).toMatchObject({
      'x-request-id': expect.any(String),
      'ratelimit-policy': expect.stringContaining('"default"'),
    });
    const inList = await open({ protocols: ['eyeline.v1', `eyeline.key.${key}`] });
    expect(inList.socket.protocol).toBe('eyeline.v1');
    inList.socket.send(jpeg);
    expect(await inList.answerTo(1)).toMatchObject({ frame: 1, faces: [{ face_id: 1 }] });
    await inList.close();
    await until(() => Promise.resolve(written.join('').includes('live connection closed')));
    expect(written.join('')).not.toContain(key.slice(3, 20));
  });

  it('refuses who has none, a wrong one, or one without the scope', async () => {
    const { key: reader } = await makeKey(['analyses:read']);
    const wrong = `ey_${'x'.repeat(43)}`;
    for (const [wish, status, code] of [
      [{}, 401, 'unauthorized'],
      [bearer(wrong), 401, 'unauthorized'],
      [{ protocols: ['eyeline.v1', `eyeline.key.${wrong}`] }, 401, 'unauthorized'],
      [{ protocols: ['eyeline.v1', 'eyeline.key.'] }, 401, 'unauthorized'],
      [bearer(reader), 403, 'forbidden'],
    ] as const) {
      const refusal = await refusalOf(address, wish as Parameters<typeof connectLive>[1]);
      expect([refusal.status, refusal.problem.code]).toEqual([status, code]);
      expect(refusal.headers['sec-websocket-protocol']).toBeUndefined();
      if (status === 401) expect(refusal.headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('refuses pages of other sites, whatever their key', async () => {
    const { key } = await makeKey();
    const headers = { ...bearer(key).headers, Origin: 'https://example.com' };
    const { status, problem } = await refusalOf(address, { headers });
    expect([status, problem.code]).toEqual([403, 'forbidden']);
    await open({ headers: { ...headers, Origin: api.url } });
  });

  it('has so many connections for one key', async () => {
    const [{ key }, { key: other }] = [await makeKey(), await makeKey()];
    const [first] = await Promise.all(Array.from({ length: PER_KEY }, () => open(bearer(key))));
    const { status, headers, problem } = await refusalOf(address, bearer(key));
    expect([status, problem.code]).toEqual([429, 'rate_limited']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await open(bearer(other));
    await first.close();
    await open(bearer(key));
  });

  it('drops frames above the limit of their key, and says so once', async () => {
    const { key } = await makeKey();
    const client = await open(bearer(key));
    for (let i = 1; i <= A_MINUTE; i++) {
      client.socket.send(jpeg);
      expect(await client.answerTo(i)).toMatchObject({ dropped: 0, faces: [{}] });
    }
    client.socket.send(jpeg);
    expect(await client.answerTo(A_MINUTE + 1)).toMatchObject({
      dropped: 1,
      error: { code: 'rate_limited', detail: expect.stringContaining('wait') },
    });
    for (let i = 0; i < 3; i++) client.socket.send(jpeg);
    await until(() => Promise.resolve(client.heard.at(-1)!.dropped === 4));
    expect(client.heard.at(-1)).toEqual({ frame: null, dropped: 4 });
    expect(client.heard).toHaveLength(A_MINUTE + 2);
    // Frames over HTTP are of the same limit.
    const answer = await api.request('/v1/frames', {
      ...{ method: 'POST', body: jpeg, ...bearer(key) },
    });
    expect(answer.status).toBe(429);
  });

  it('closes the connection of a key that was revoked', async () => {
    const { key, row } = await makeKey();
    const client = await open(bearer(key));
    const other = await open(bearer((await makeKey()).key));
    await api.runtime.database.keys.revoke(row.id);
    expect(await client.closed).toEqual({ code: 1008, reason: 'the API key was revoked' });
    expect(other.socket.readyState).toBe(other.socket.OPEN);
  });
});
