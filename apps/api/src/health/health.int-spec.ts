import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';

import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { HealthService } from './health.service.js';

/** Real: HTTP, PostgreSQL and Redis, each behind a line that can be cut. */
describe('readiness', () => {
  let server: TestDatabase;
  let database: BreakableProxy;
  let redis: BreakableProxy;
  let api: TestApi;

  beforeAll(async () => {
    server = await createTestDatabase();
    database = await openProxy(server.url);
    redis = await openProxy(testRedisUrl());
    api = await openTestApi(database.url, { kind: 'redis', url: redis.url });
  });
  afterAll(async () => {
    await api?.close();
    await database?.close();
    await redis?.close();
    await server?.drop();
  });

  const isReady = async (): Promise<boolean> => (await api.request('/readyz')).status === 200;

  it('names what is away by its code, and is there again with it', async () => {
    expect(await isReady()).toBe(true);
    await redis.cut();
    const withoutQueue = await api.request('/readyz');
    expect(withoutQueue.status).toBe(503);
    expect(withoutQueue.body.dependencies).toMatchObject({
      database: { status: 'up', error: null },
      queue: { status: 'down', error: 'queue_unavailable' },
    });
    await redis.mend();
    await until(isReady, 20_000);

    await database.cut();
    const withoutDatabase = await api.request('/readyz');
    expect(withoutDatabase.status).toBe(503);
    expect(withoutDatabase.body.dependencies).toMatchObject({
      database: { status: 'down', error: 'database_unavailable' },
      queue: { status: 'up', error: null },
    });
    await database.mend();
    await until(isReady, 20_000);
  });
});

/** Real: HTTP, PostgreSQL, Redis, the shipped networks. */
describe('GET /health', () => {
  it('says what the prototypes said, without a key, and whether a network is missing', async () => {
    const database = await createTestDatabase();
    const api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
    await api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes: ['admin'] });
    const well = await api.request('/health');
    expect([well.status, well.body]).toEqual([200, { status: 'ok', model_loaded: true }]);
    const missing = jest.spyOn(api.app.get(HealthService), 'hasModels').mockResolvedValue(false);
    const ill = await api.request('/health');
    missing.mockRestore();
    expect([ill.status, ill.body]).toEqual([503, { status: 'unavailable', model_loaded: false }]);
    await api.close();
    await database.drop();
  });

  it('asks for a live process where those look at images', async () => {
    const database = await createTestDatabase();
    const live = createServer((request, response) => response.end(request.url)).listen(0, '127.0.0.1');
    await once(live, 'listening');
    const { port } = live.address() as AddressInfo;
    const settings = { LIVE_URL: `http://127.0.0.1:${port}/` };
    const api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() }, settings);
    expect((await api.request('/health')).body).toEqual({ status: 'ok', model_loaded: true });
    live.closeAllConnections();
    live.close();
    const without = await api.request('/health');
    expect([without.status, without.body]).toEqual([503, { status: 'unavailable', model_loaded: false }]);
    await api.close();
    await database.drop();
  });
});
