import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { analysisOptionsSchema } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi } from '../test-api.factory.js';

const MOST_OF_PROJECT = 3;
const MOST = 5;

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. */
describe('a line that is too long', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeEach(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { MAX_OPEN_PER_PROJECT: String(MOST_OF_PROJECT), MAX_OPEN_ANALYSES: String(MOST) },
    );
  });

  afterEach(async () => {
    await api?.close();
    await database?.drop();
  });

  const upload = (): Promise<TestAnswer> => api.upload(randomBytes(100));

  /** Uploads that fill the project's share. */
  const fill = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let i = 0; i < MOST_OF_PROJECT; i++) ids.push((await upload()).body.id);
    return ids;
  };

  const openForOther = (): Promise<unknown> =>
    api.runtime.database.analyses.create({
      ...{ projectId: 'other', tag: null, metadata: {}, options: analysisOptionsSchema.parse({}) },
      ...{ videoKey: 'analyses/an_x/video', videoBytes: 1, videoSha256: 'a'.repeat(64) },
    });

  const expectFull = (answer: TestAnswer): void => {
    expectProblem(answer, 'queue_full');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '30']);
  };

  it('takes no more of the project until one has ended', async () => {
    const [first] = await fill();
    const before = await api.traces();
    const put = jest.spyOn(api.runtime.storage, 'put');
    expectFull(await upload());
    const form = new FormData();
    form.set('file', new Blob([randomBytes(100)]));
    expectFull(await api.request('/v1/analyses', { method: 'POST', body: form }));
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
    expect((await api.traces()).objects).toEqual(before.objects);

    await api.request(`/v1/analyses/${first}/cancel`, { method: 'POST' });
    expect((await upload()).status).toBe(202);
    expectFull(await upload());
  });

  it('takes no more of anybody when all together are too many, and leaves others their share before', async () => {
    for (let i = 0; i < MOST_OF_PROJECT; i++) await openForOther();
    expect((await upload()).status).toBe(202);
    expect((await upload()).status).toBe(202);
    const refused = await upload();
    expectFull(refused);
    expect(refused.body.detail).not.toContain('project');
  });

  it('counts what it is just taking in: many at once do not slip through', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, upload));
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted.length).toBeGreaterThan(0);
    expect(accepted.length).toBeLessThanOrEqual(MOST_OF_PROJECT);
    for (const answer of answers) if (answer.status !== 202) expectFull(answer);
    expect((await api.traces()).rows).toHaveLength(accepted.length);
    expect((await api.traces()).objects).toHaveLength(accepted.length);
  });

  it('counts one whose row is written just after the rows were counted', async () => {
    for (let i = 1; i < MOST_OF_PROJECT; i++) await upload();
    const { storage } = api.runtime;
    const { analyses } = api.runtime.database;
    const steps = new EventEmitter();
    const put = storage.put.bind(storage);
    jest.spyOn(storage, 'put').mockImplementationOnce(async (...args) => {
      setImmediate(() => steps.emit('taken in'));
      await once(steps, 'counted');
      return put(...args);
    });
    const takenIn = once(steps, 'taken in');
    const last = upload();
    await takenIn;

    const countOpen = analyses.countOpen.bind(analyses);
    jest.spyOn(analyses, 'countOpen').mockImplementationOnce(async (projectId) => {
      const counted = await countOpen(projectId);
      steps.emit('counted');
      await last;
      return counted;
    });
    expectFull(await upload());
    expect((await last).status).toBe(202);
  });

  it('starts no failed one anew', async () => {
    const [first] = await fill();
    const { attempts } = api.runtime.database;
    await attempts.fail(
      { analysisId: first, attempt: 1 },
      { ...{ type: '/docs/errors#internal', title: 't', status: 500, code: 'internal', detail: 'd' }, errors: [], request_id: null }, // prettier-ignore
      new Date(Date.now() + 1e9),
    );
    await upload();
    expectFull(await api.request(`/v1/analyses/${first}/retry`, { method: 'POST' }));
    expect(await api.runtime.database.analyses.findById(first)).toMatchObject({
      status: 'failed',
      attempt: 1,
    });
  });

  it('is told to a client that sends without an end', async () => {
    await fill();
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        controller.enqueue(Buffer.alloc(65_536));
        if (++sent === 200) controller.close();
      },
    });
    expectFull(
      await api.request('/v1/analyses', {
        ...{ method: 'POST', headers: { 'Content-Type': 'video/mp4' }, body },
        duplex: 'half',
      }),
    );
  });

  it('asks no client for a body that it will not take', async () => {
    await fill();
    const socket = connect(api.port, '127.0.0.1');
    socket.write(
      'POST /v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\nContent-Length: 1000000\r\nExpect: 100-continue\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 429 /);
    socket.destroy();
  });

  it('is told to a client that sends everything before it reads', async () => {
    await fill();
    const socket = connect(api.port, '127.0.0.1');
    const length = 3_000_000;
    await new Promise((sent) => {
      socket.write(
        `POST /v1/analyses HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\nContent-Length: ${length}\r\n\r\n`,
      );
      socket.write(Buffer.alloc(length), sent);
    });
    socket.setEncoding('utf8');
    let answer = '';
    for await (const text of socket) answer += text as string;
    expect(answer).toMatch(/^HTTP\/1\.1 429 [^]*\r\nRetry-After: 30\r\n[^]*"code":"queue_full"/);
  });
});
