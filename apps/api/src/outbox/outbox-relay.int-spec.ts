import { analysisOptionsSchema } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { openTestApi, type TestApi, until } from '../test-api.factory.js';

/** Real: HTTP, PostgreSQL, the folder of objects, and the queue on both of its servers. */
describe.each(['redis', 'postgres'] as const)('jobs on their way to %s', (kind) => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const queueUrl = new URL(database.url);
    queueUrl.pathname += '_queue';
    api = await openTestApi(database.url, { kind, url: kind === 'redis' ? testRedisUrl() : queueUrl.href });
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const upload = async () => (await api.upload(Buffer.from('abc'))).status;
  const jobs = async () => (await api.traces()).jobs;

  it('are handed over at once', async () => {
    const waits: number[] = [];
    for (let n = 1; n <= 5; n++) {
      expect(await upload()).toBe(202);
      const uploadedAt = performance.now();
      await until(async () => (await jobs()) === n);
      waits.push(performance.now() - uploadedAt);
    }
    // Were they to wait for the turn that comes every second, each after the first would wait for almost all of it.
    expect(Math.min(...waits.slice(1))).toBeLessThan(500);
  });

  it('wait in the database while the queue is down, and follow by themselves', async () => {
    const before = await jobs();
    const down = jest.spyOn(api.runtime.queue, 'enqueue').mockRejectedValue(new Error('down'));
    expect(await upload()).toBe(202);
    expect(await upload()).toBe(202);
    await until(async () => Promise.resolve(down.mock.calls.length > 1));
    expect(await jobs()).toBe(before);
    down.mockRestore();
    await until(async () => (await jobs()) === before + 2, 4000);
  });

  it('are handed over once, however often they are asked for', async () => {
    const before = await jobs();
    await Promise.all(Array.from({ length: 8 }, upload));
    await until(async () => (await jobs()) === before + 8, 4000);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await jobs()).toBe(before + 8);
  });

  it('keep their turn: the one video of a project passes the many of another', async () => {
    const before = await jobs();
    const crowd: string[] = [];
    for (let i = 0; i < 6; i++) crowd.push((await api.upload(Buffer.from('abc'))).body.id);
    const { id: lonely } = await api.runtime.database.analyses.create({
      ...{ projectId: 'other', tag: null, metadata: {}, options: analysisOptionsSchema.parse({}) },
      ...{ videoKey: 'analyses/an_x/video', videoBytes: 1, videoSha256: 'a'.repeat(64) },
    });
    await until(async () => (await jobs()) === before + 7);
    const order: string[] = [];
    await api.runtime.queue.work(
      'prepare-video',
      ({ payload }) => {
        order.push(payload.analysisId);
        return Promise.resolve();
      },
      { concurrency: 1, onDead: () => Promise.resolve() },
    );
    await until(async () => Promise.resolve(order.length === before + 7), 20_000);
    const ours = order.filter((id) => id === lonely || crowd.includes(id));
    // At most one behind it in the line, where the clock went on to the next step in between.
    expect(ours.indexOf(lonely)).toBeLessThanOrEqual(2);
    expect(ours.filter((id) => id !== lonely)).toEqual(crowd);
  });
});
