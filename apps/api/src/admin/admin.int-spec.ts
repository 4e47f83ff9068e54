import { AppError, type JobName, type Scope } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testQueueUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

interface Listed {
  readonly queue: string;
  readonly id: string;
  readonly analysis_id: string | null;
  readonly delivery_id: string | null;
  readonly reason: { readonly code: string; readonly message: string };
}

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. Workers of the test give up what the test says. */
describe.each(['redis', 'postgres'] as const)('operating, with the queue on %s', (kind) => {
  let database: TestDatabase;
  let api: TestApi;

  beforeEach(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind, url: testQueueUrl(kind) });
  });

  afterEach(async () => {
    await api?.close();
    await database?.drop();
  });

  const send = (path: string, key: string, method = 'GET', body?: string): Promise<TestAnswer> =>
    api.request(path, {
      ...{ method, body },
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'video/mp4' },
    });

  const makeKey = async (projectId: string, scopes: Scope[] = ['admin']): Promise<string> =>
    (await api.runtime.database.keys.create({ name: 'test', projectId, scopes })).key;

  const start = async (key: string): Promise<string> =>
    ((await send('/v1/analyses', key, 'POST', 'abc')).body as { id: string }).id;

  /** Gives up all jobs of a name that there are, and what they are a part of. */
  async function giveUp(name: JobName, error: AppError, fail: () => Promise<unknown>): Promise<void> {
    const { queue } = api.runtime;
    const worker = await queue.work(name, () => Promise.reject(error), {
      ...{ concurrency: 4, onDead: async () => void (await fail()) },
    });
    await until(async () => {
      const { waiting, active, delayed } = (await queue.depths())[name];
      return waiting + active + delayed === 0;
    });
    await worker.stop(0);
  }

  const failAnalysis = (analysisId: string) => async (): Promise<void> => {
    const { attempts } = api.runtime.database;
    const row = (await api.runtime.database.analyses.findById(analysisId))!;
    const attempt = { analysisId, attempt: row.attempt };
    await attempts.start(attempt);
    const error = new AppError('corrupt_video').toProblem(null);
    await attempts.fail(attempt, error, new Date(Date.now() + 1e9));
  };

  const list = async (key: string, query = ''): Promise<Listed[]> =>
    ((await send(`/v1/admin/jobs${query}`, key)).body as { data: Listed[] }).data;

  it('shows how much there is to do, of all projects, to admins', async () => {
    const admin = await makeKey('lab');
    const { headers, body } = await send('/v1/admin/queues', admin);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(body.data.map(({ name }: { name: string }) => name)).toContain('analyse-segment');
    await start(await makeKey('other'));
    await until(async () => {
      const { data } = (await send('/v1/admin/queues', admin)).body;
      const load = data.find(({ name }: { name: string }) => name === 'prepare-video');
      return load.waiting === 1 && load.oldest_waiting_s !== null;
    });
    expectProblem(await send('/v1/admin/queues', await makeKey('lab', ['analyses:read'])), 'forbidden');
    expectProblem(await send('/v1/admin/jobs', await makeKey('lab', ['webhooks:write'])), 'forbidden');
  });

  it('shows workers that live, and names analyses of the project alone', async () => {
    const [mine, theirs] = [await makeKey('mine'), await makeKey('theirs')];
    const id = await start(mine);
    const { workers } = api.runtime.database;
    const startedAt = new Date();
    const jobs = [
      { name: 'analyse-segment' as const, analysisId: id, startedAt: startedAt.toISOString() },
      { name: 'sweep-expired' as const, analysisId: null, startedAt: startedAt.toISOString() },
    ];
    const sign = {
      host: 'h',
      pid: 7,
      version: '1.2.3',
      executionProvider: 'cpu',
      lanes: 2,
      models: ['a', 'b'],
    };
    await workers.announce({ id: 'wk_1', ...sign, startedAt, currentJobs: [] });
    await workers.announce({ id: 'wk_1', ...sign, startedAt, currentJobs: jobs });
    await workers.announce({ id: 'wk_2', ...sign, startedAt: new Date(0), currentJobs: [] });
    const { data } = (await send('/v1/admin/workers', mine)).body;
    expect(data).toMatchObject([
      { id: 'wk_2', current_jobs: [] },
      {
        ...{ id: 'wk_1', host: 'h', pid: 7, version: '1.2.3', execution_provider: 'cpu', lanes: 2 },
        ...{ models: ['a', 'b'], started_at: startedAt.toISOString() },
        current_jobs: [
          { queue: 'analyse-segment', analysis_id: id, started_at: startedAt.toISOString() },
          { queue: 'sweep-expired', analysis_id: null, started_at: startedAt.toISOString() },
        ],
      },
    ]);
    expect(JSON.stringify((await send('/v1/admin/workers', theirs)).body)).not.toContain(id);
    expectProblem(await send('/v1/admin/workers', await makeKey('mine', ['analyses:read'])), 'forbidden');

    expect(await workers.removeSilent(new Date(Date.now() - 60_000))).toBe(0);
    expect(await workers.list(new Date(Date.now() + 1000))).toEqual([]);
    await workers.remove('wk_2');
    expect(await workers.removeSilent(new Date(Date.now() + 1000))).toBe(1);
    expect((await send('/v1/admin/workers', mine)).body).toEqual({ data: [], next_cursor: null });
  });

  it('lists what was given up in the project, and starts it anew', async () => {
    const [mine, theirs] = [await makeKey('mine'), await makeKey('theirs')];
    const id = await start(mine);
    await until(async () => (await api.runtime.queue.depths())['prepare-video'].waiting === 1);
    await giveUp('prepare-video', new AppError('corrupt_video', { detail: 'No.' }), failAnalysis(id));
    const [job] = await list(mine);
    expect(job).toMatchObject({
      ...{ queue: 'prepare-video', id: `${id}.1.prepare-video`, analysis_id: id, delivery_id: null },
      reason: { code: 'corrupt_video', message: 'No.' },
    });
    expect(await list(theirs)).toEqual([]);
    const retry = (key: string, jobId = job.id, queue = job.queue): Promise<TestAnswer> =>
      send(`/v1/admin/jobs/${queue}/${encodeURIComponent(jobId)}/retry`, key, 'POST');
    expectProblem(await retry(theirs), 'not_found');
    expectProblem(await retry(await makeKey('mine', ['analyses:write'])), 'forbidden');
    for (const wrong of ['nope', `${id}`, 'a\0b', '../x', 'x'.repeat(300)]) {
      expectProblem(await retry(mine, wrong), 'not_found');
    }
    expectProblem(await retry(mine, job.id, 'nope'), 'not_found');
    expectProblem(await retry(mine, job.id, 'analyse-segment'), 'conflict');

    const answer = await retry(mine);
    expect([answer.status, answer.body]).toEqual([202, job]);
    const analysis = (await send(`/v1/analyses/${id}`, mine)).body as { status: string; error: unknown };
    expect([analysis.status, analysis.error]).toEqual(['queued', null]);
    await until(async () => (await api.runtime.queue.depths())['prepare-video'].waiting === 1);
    expect(await list(mine)).toEqual([]);
    expectProblem(await retry(mine), 'conflict');
  });

  it('starts nothing anew whose analysis goes on already', async () => {
    const key = await makeKey('mine');
    const id = await start(key);
    await until(async () => (await api.runtime.queue.depths())['prepare-video'].waiting === 1);
    await giveUp('prepare-video', new AppError('corrupt_video'), failAnalysis(id));
    await send(`/v1/analyses/${id}/retry`, key, 'POST');
    const answer = await send(`/v1/admin/jobs/prepare-video/${id}.1.prepare-video/retry`, key, 'POST');
    expectProblem(answer, 'conflict');
    expect(answer.body.detail).toContain('anew already');
  });

  it('gives them out page by page, and refuses what it does not know', async () => {
    const key = await makeKey('mine');
    for (let i = 0; i < 3; i++) {
      const id = await start(key);
      await until(async () => (await api.runtime.queue.depths())['prepare-video'].waiting === 1);
      await giveUp('prepare-video', new AppError('corrupt_video'), failAnalysis(id));
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await send(`/v1/admin/jobs?state=failed&limit=2${query}`, key);
      seen.push(...(body.data as Listed[]).map(({ id }) => id));
      cursor = body.next_cursor as string | null;
    }
    expect([seen.length, new Set(seen).size]).toEqual([3, 3]);
    expectProblem(await send('/v1/admin/jobs?cursor=x', key), 'invalid_request', ['cursor']);
    expectProblem(await send('/v1/admin/jobs?state=active&limit=0', key), 'invalid_request', [
      ...['limit', 'state'],
    ]);
  });
});
