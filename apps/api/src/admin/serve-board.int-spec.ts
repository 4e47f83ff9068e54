import { type Scope } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testQueueUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

/** Real: HTTP, PostgreSQL, Redis, Bull Board. */
describe.each(['redis', 'postgres'] as const)('Bull Board, with the queue on %s', (kind) => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind, url: testQueueUrl(kind) });
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const makeKey = async (projectId: string, scopes: Scope[]) =>
    (await api.runtime.database.keys.create({ name: 'test', projectId, scopes })).key;

  const ask = (path: string, key: string, init: RequestInit = {}): Promise<TestAnswer> =>
    api.request(`/admin/queues${path}`, { ...init, headers: { Authorization: `Bearer ${key}` } });

  it('shows the jobs of all queues to admins of the default project alone', async () => {
    const admin = await makeKey('default', ['admin']);
    const upload = { method: 'POST', body: 'abc', headers: { 'Content-Type': 'video/mp4' } };
    const started = await api.request('/v1/analyses', {
      ...{ ...upload, headers: { ...upload.headers, Authorization: `Bearer ${admin}` } },
    });
    const { id } = started.body as { id: string };
    await until(async () => (await api.runtime.queue.depths())['prepare-video'].waiting === 1);

    const page = await ask('', admin);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:/);
    expect(page.body).not.toMatch(/(href|src)="(https?:)?\/\//);
    const [script] = /static\/js\/main\.\w+\.js/.exec(page.body as string)!;
    expect((await ask(`/${script}`, admin)).status).toBe(200);

    const query = '?activeQueue=prepare-video&status=prioritized&page=1&jobsPerPage=10';
    const { status, body } = await ask(`/api/queues${query}`, admin);
    expect(status).toBe(200);
    const shown = (body.queues as { name: string; jobs: { id: string }[] }[]).find(
      ({ name }) => name === 'prepare-video',
    );
    expect(shown?.jobs.map((job) => job.id)).toEqual([`${id}.1.prepare-video`]);

    for (const path of ['', `/${script}`, `/api/queues${query}`]) {
      expectProblem(await api.request(`/admin/queues${path}`), 'unauthorized');
      expectProblem(await ask(path, await makeKey('default', ['analyses:read'])), 'forbidden');
      expectProblem(await ask(path, await makeKey('lab', ['admin'])), 'forbidden');
    }
  });

  it('changes nothing', async () => {
    const admin = await makeKey('default', ['admin']);
    const before = await api.runtime.queue.depths();
    for (const [method, path] of [
      ['PUT', '/api/queues/prepare-video/pause'],
      ['PUT', '/api/queues/prepare-video/empty'],
      ['PUT', '/api/queues/prepare-video/obliterate'],
      ['PUT', '/api/queues/prepare-video/clean/failed'],
      ['POST', '/api/queues/prepare-video/add'],
    ]) {
      const { status } = await ask(path, admin, { method });
      expect([path, status]).toEqual([path, expect.any(Number)]);
      expect(status).toBeGreaterThanOrEqual(400);
    }
    expect(await api.runtime.queue.depths()).toEqual(before);
  });

  it('opens with the cookie of a sign-in, and takes changes from our own pages alone', async () => {
    const signedIn = await api.request('/v1/me/session', {
      ...{ method: 'POST', headers: { 'Content-Type': 'application/json' } },
      body: JSON.stringify({ key: await makeKey('default', ['admin']) }),
    });
    const Cookie = signedIn.headers.get('set-cookie')!.split(';')[0];
    const look = (path: string, headers = {}, method = 'GET') =>
      api.request(`/admin/queues${path}`, { method, headers: { Cookie, ...headers } });
    expect((await look('')).status).toBe(200);
    const pause = '/api/queues/prepare-video/pause';
    expectProblem(await look(pause, { 'Sec-Fetch-Site': 'cross-site' }, 'PUT'), 'forbidden');
  });
});
