import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';

import { openTestApi, type TestApi, until } from '../test-api.factory.js';

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
