import { randomBytes } from 'node:crypto';
import { analysisSchema, AppError, deletionReceiptSchema, type Report } from '@eyeline/contracts';
import { objectKeys } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

const problem = new AppError('corrupt_video', { detail: 'It ends after the header.' }).toProblem(null);
const nextMonth = new Date(Date.now() + 30 * 24 * 3600 * 1000);

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. What a worker would write is written by the libs. */
describe('analyses under control', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() });
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const post = (path: string): Promise<TestAnswer> => api.request(`/v1/analyses/${path}`, { method: 'POST' });
  const remove = (id: string): Promise<TestAnswer> => api.request(`/v1/analyses/${id}`, { method: 'DELETE' });
  const start = async (query = ''): Promise<string> => (await api.upload(randomBytes(100), query)).body.id;
  const rowOf = (id: string) => api.runtime.database.analyses.findById(id);

  const keysOf = async (id: string): Promise<string[]> => {
    const keys = [];
    for await (const { key } of api.runtime.storage.list(objectKeys.all(id))) keys.push(key);
    return keys;
  };

  /** An analysis that a worker is in the middle of, with what it has made so far. */
  const run = async (query = ''): Promise<string> => {
    const id = await start(query);
    await api.runtime.database.attempts.start({ analysisId: id, attempt: 1 });
    for (const key of [objectKeys.plan(id, 1), objectKeys.observations(id, 1, 0), objectKeys.piece(id, 1, 1)])
      await api.runtime.storage.put(key, Buffer.from('made by a worker'));
    return id;
  };

  const fail = async (id: string, attempt = 1): Promise<void> => {
    const { attempts } = api.runtime.database;
    expect(await attempts.fail({ analysisId: id, attempt }, problem, nextMonth)).toBe(true);
  };

  const complete = (id: string): Promise<boolean> =>
    api.runtime.database.attempts.complete(
      { analysisId: id, attempt: 1 },
      { analysis_id: id } as Report,
      nextMonth,
    );

  describe('cancel', () => {
    it('ends one that waits, and answers who waits for it', async () => {
      const id = await start();
      const waiting = api.request(`/v1/analyses/${id}?wait=30`);
      const { status, body } = await post(`${id}/cancel`);
      expect(status).toBe(202);
      expect(analysisSchema.parse(body)).toMatchObject({
        id,
        status: 'canceled',
        stage: 'canceled',
        error: null,
      });
      const daysLeft = (Date.parse(body.expires_at) - Date.now()) / (24 * 3600 * 1000);
      expect(daysLeft).toBeCloseTo(api.runtime.config.retainReportDays, 1);
      expect((await waiting).body.status).toBe('canceled');
    });

    it('ends one in work for good, and removes what was made for it, but not the video', async () => {
      const id = await run();
      expect((await post(`${id}/cancel`)).body.status).toBe('canceled');
      expect(await api.runtime.database.attempts.advance({ analysisId: id, attempt: 1 })).toBe(false);
      await until(async () => (await keysOf(id)).length === 1);
      expect(await keysOf(id)).toEqual([objectKeys.video(id)]);
      for (const result of ['report', 'frames'])
        expectProblem(await api.request(`/v1/analyses/${id}/${result}`), 'canceled');
    });

    it('may be repeated, and changes nothing more', async () => {
      const id = await run();
      const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => post(`${id}/cancel`)));
      expect(first.status).toBe(202);
      for (const { status, body } of others) expect([status, body]).toEqual([202, first.body]);
      expect((await post(`${id}/cancel`)).body).toEqual(first.body);
    });

    it('is refused for one that completed or failed', async () => {
      const [completed, failed] = [await run(), await run()];
      await complete(completed);
      await fail(failed);
      for (const [id, status] of [
        [completed, 'completed'],
        [failed, 'failed'],
      ]) {
        // prettier-ignore
        const answer = await post(`${id}/cancel`);
        expectProblem(answer, 'conflict');
        expect(answer.body.detail).toContain(status);
        expect((await rowOf(id))?.status).toBe(status);
      }
    });

    it('and completion at once: one of the two', async () => {
      for (let i = 0; i < 20; i++) {
        const id = await run();
        const [answer, completed] = await Promise.all([post(`${id}/cancel`), complete(id)]);
        const report = await api.runtime.database.analyses.findReport('default', id);
        expect([answer.status, (await rowOf(id))?.status, report !== null]).toEqual(
          completed ? [409, 'completed', true] : [202, 'canceled', false],
        );
      }
    });

    it.each([
      ['is away', () => Promise.reject(new AppError('storage_unavailable'))],
      ['is silent', () => new Promise<never>(() => undefined)],
    ])('works while the storage %s', async (_what, deletePrefix) => {
      const id = await run();
      const away = jest.spyOn(api.runtime.storage, 'deletePrefix').mockImplementation(deletePrefix);
      const { status, body } = await post(`${id}/cancel`);
      away.mockRestore();
      expect([status, body.status]).toEqual([202, 'canceled']);
    });
  });

  describe('retry', () => {
    it('starts a failed one anew', async () => {
      const id = await run('?tag=again&sampling_fps=2');
      await fail(id);
      await until(async () => (await api.traces()).jobs > 0);
      const before = (await api.traces()).jobs;
      const { status, body } = await post(`${id}/retry`);
      expect(status).toBe(202);
      expect(analysisSchema.parse(body)).toMatchObject({
        ...{ id, status: 'queued', stage: 'queued', progress: 0, error: null, tag: 'again' },
        ...{ started_at: null, completed_at: null, expires_at: null, options: { sampling_fps: 2 } },
      });
      expect(await rowOf(id)).toMatchObject({ attempt: 2 });
      await until(async () => (await api.traces()).jobs === before + 1);
      expectProblem(await api.request(`/v1/analyses/${id}/report`), 'not_ready');
    });

    it('twice at once starts it once, and both are answered so', async () => {
      const id = await run();
      await fail(id);
      const before = (await api.traces()).jobs;
      const answers = await Promise.all(Array.from({ length: 6 }, () => post(`${id}/retry`)));
      // Who came when the others were answered already is told that it has not failed.
      expect(answers.map(({ status }) => status)).toContain(202);
      for (const answer of answers) {
        if (answer.status === 202) expect(answer.body.status).toBe('queued');
        else expectProblem(answer, 'conflict');
      }
      expect(await rowOf(id)).toMatchObject({ status: 'queued', attempt: 2 });
      await until(async () => (await api.traces()).jobs > before);
      expect(await api.runtime.database.outbox.drain(() => Promise.resolve())).toBe(0);
      expect((await api.traces()).jobs).toBe(before + 1);
      await fail(id, 2);
      expect((await post(`${id}/retry`)).status).toBe(202);
      expect(await rowOf(id)).toMatchObject({ attempt: 3 });
    });

    it('is refused for one that has not failed', async () => {
      const [queued, running, completed, canceled] = [await start(), await run(), await run(), await run()];
      await complete(completed);
      await post(`${canceled}/cancel`);
      for (const id of [queued, running, completed, canceled]) {
        const before = await rowOf(id);
        const answer = await post(`${id}/retry`);
        expectProblem(answer, 'conflict');
        expect(answer.body.detail).toContain(`is ${before?.status}`);
        expect(await rowOf(id)).toEqual(before);
      }
    });

    it('is refused once the video is gone, with that reason', async () => {
      const id = await run('?retain_video_hours=0');
      await fail(id);
      const { upkeep } = api.runtime.database;
      expect(await upkeep.claimVideo(id, new Date(Date.now() + 1000))).toBe(true);
      const answer = await post(`${id}/retry`);
      expectProblem(answer, 'conflict');
      expect(answer.body.detail).toMatch(/video .* gone/);
      expect(await rowOf(id)).toMatchObject({ status: 'failed', attempt: 1 });
    });
  });

  describe('delete', () => {
    it('removes one that completed, and says so once', async () => {
      const id = await run();
      await api.runtime.storage.put(objectKeys.frames(id, 1), Buffer.from('{}\n'));
      await complete(id);
      const { status, body } = await remove(id);
      expect(status).toBe(200);
      expect(deletionReceiptSchema.parse(body)).toEqual(body);
      expect(body).toMatchObject({ id, object: 'analysis', deleted: true, objects_deleted: 5 });
      expect(Math.abs(Date.parse(body.deleted_at) - Date.now())).toBeLessThan(5000);
      expect(await keysOf(id)).toEqual([]);
      expect(await api.runtime.database.analyses.findReport('default', id)).toBeNull();
      for (const path of [id, `${id}/report`, `${id}/frames`])
        expectProblem(await api.request(`/v1/analyses/${path}`), 'not_found');
      expectProblem(await remove(id), 'not_found');
    });

    it('ends one in work, whose worker then has no say', async () => {
      const id = await run();
      const waiting = api.request(`/v1/analyses/${id}?wait=30`);
      expect((await remove(id)).body).toMatchObject({ deleted: true, objects_deleted: 4 });
      expect(await api.runtime.database.attempts.isOpen({ analysisId: id, attempt: 1 })).toBe(false);
      expect(await complete(id)).toBe(false);
      // Who waited is told either of the two ends, by the moment at which the row was looked at.
      expect([200, 404]).toContain((await waiting).status);
      expect(await rowOf(id)).toBeNull();
    });

    it('touches no other analysis', async () => {
      const [id, other] = [await run(), await run()];
      const before = [await rowOf(other), await keysOf(other)];
      expect((await remove(id)).status).toBe(200);
      expect([await rowOf(other), await keysOf(other)]).toEqual(before);
    });

    it('several times at once: one receipt, the others find nothing', async () => {
      const id = await run();
      const answers = await Promise.all(Array.from({ length: 5 }, () => remove(id)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404]);
      expect(await keysOf(id)).toEqual([]);
    });

    it('at once with a retry leaves nothing', async () => {
      const id = await run();
      await fail(id);
      const [deleted, retried] = await Promise.all([remove(id), post(`${id}/retry`)]);
      expect([deleted.status, retried.status === 202 || retried.status === 404]).toEqual([200, true]);
      expect([await rowOf(id), await keysOf(id)]).toEqual([null, []]);
    });

    it('claims nothing while the storage is away, and can be repeated', async () => {
      const id = await run();
      const away = jest
        .spyOn(api.runtime.storage, 'deletePrefix')
        .mockRejectedValue(new AppError('storage_unavailable'));
      const refused = await remove(id);
      away.mockRestore();
      expectProblem(refused, 'storage_unavailable');
      expect(refused.headers.get('retry-after')).toBe('2');
      expect(await rowOf(id)).toMatchObject({ status: 'canceled' });
      expect((await keysOf(id)).length).toBe(4);
      expect((await remove(id)).body).toMatchObject({ deleted: true, objects_deleted: 4 });
    });

    it('claims nothing while the database is away, and can be repeated', async () => {
      const id = await run();
      const away = jest
        .spyOn(api.runtime.database.analyses, 'remove')
        .mockRejectedValue(new AppError('database_unavailable'));
      const refused = await remove(id);
      away.mockRestore();
      expectProblem(refused, 'database_unavailable');
      expect((await remove(id)).body).toMatchObject({ deleted: true, objects_deleted: 0 });
    });
  });

  it.each(['an_00000000000000000000', 'an_', '1', 'an_%00', "an_' OR 1=1 --", '..%2F..%2Fetc', '%25'])(
    'knows no analysis %s',
    async (id) => {
      const before = await api.traces();
      for (const action of ['cancel', 'retry']) expectProblem(await post(`${id}/${action}`), 'not_found');
      expectProblem(await remove(id), 'not_found');
      expect(await api.traces()).toEqual(before);
    },
  );

  it('shows another project nothing and lets it do nothing', async () => {
    const id = await run();
    const { analyses } = api.runtime.database;
    expect(await analyses.cancel('other', id, nextMonth)).toBeNull();
    expect(await analyses.retry('other', id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ status: 'processing' });
  });
});
