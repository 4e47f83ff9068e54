import { type AnalysisOptionsInput, analysisOptionsSchema, type Report } from '@eyeline/contracts';
import { newAnalysisId } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi } from '../test-api.factory.js';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. */
describe('stored artefacts', () => {
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

  const create = async (options: AnalysisOptionsInput): Promise<string> => {
    const id = newAnalysisId();
    await api.runtime.database.analyses.create({
      ...{ id, projectId: 'default', tag: null, metadata: {}, videoKey: objectKeys.video(id) },
      ...{ videoBytes: 3, videoSha256: 'a'.repeat(64), options: analysisOptionsSchema.parse(options) },
    });
    return id;
  };

  const complete = async (id: string): Promise<void> => {
    const attempt = { analysisId: id, attempt: 1 };
    await api.runtime.database.attempts.start(attempt);
    const report = { analysis_id: id } as Report; // nobody reads it here
    await api.runtime.database.attempts.complete(attempt, report, new Date(Date.now() + 60_000));
  };

  const fetchBytes = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(api.url + path, { headers });
    return { response, body: Buffer.from(await response.arrayBuffer()).toString('latin1') };
  };

  it('are there for who asked for them', async () => {
    const id = await create({ thumbnails: true, annotated_video: true });
    const [face, video] = ['faces/1.jpg', 'annotated.mp4'].map(
      (name) => `/v1/analyses/${id}/artifacts/${name}`,
    );
    for (const path of [face, video]) expectProblem(await api.request(path), 'not_ready');
    await api.runtime.storage.put(objectKeys.thumbnail(id, 1, 1), Buffer.from('jpeg'));
    await api.runtime.storage.put(objectKeys.annotatedVideo(id, 1), Buffer.from('0123456789'));
    await complete(id);
    const picture = await fetchBytes(face);
    expect([picture.response.status, picture.body]).toEqual([200, 'jpeg']);
    expect(picture.response.headers.get('content-type')).toBe('image/jpeg');
    const whole = await fetchBytes(video);
    expect([whole.response.status, whole.body]).toEqual([200, '0123456789']);
    expect(whole.response.headers.get('content-type')).toBe('video/mp4');
    expect(whole.response.headers.get('content-length')).toBe('10');
    for (const wrong of ['2', '0', '01', 'x', '1e1', '..%2f1']) {
      expectProblem(await api.request(`/v1/analyses/${id}/artifacts/faces/${wrong}.jpg`), 'not_found');
    }
  });

  it('the video comes back as it was sent, while it is kept', async () => {
    const id = await create({});
    const path = `/v1/analyses/${id}/artifacts/video`;
    expectProblem(await api.request(path), 'not_found');
    await api.runtime.storage.put(
      objectKeys.video(id),
      Buffer.from('\0\0\0\x20ftypisom 0123456789', 'latin1'),
    );
    const whole = await fetchBytes(path);
    expect([whole.response.status, whole.body]).toEqual([200, '\0\0\0\x20ftypisom 0123456789']);
    expect(whole.response.headers.get('content-type')).toBe('video/mp4');
    const part = await fetchBytes(path, { Range: 'bytes=13-15' });
    expect([part.response.status, part.body]).toEqual([206, '012']);
    await complete(id);
    await api.runtime.storage.delete(objectKeys.video(id));
    expectProblem(await api.request(path), 'not_found');
    expectProblem(await api.request('/v1/analyses/an_none/artifacts/video'), 'not_found');
  });

  it('are given in parts', async () => {
    const id = await create({ annotated_video: true });
    await api.runtime.storage.put(objectKeys.annotatedVideo(id, 1), Buffer.from('0123456789'));
    await complete(id);
    const path = `/v1/analyses/${id}/artifacts/annotated.mp4`;
    const etag = (await fetchBytes(path)).response.headers.get('etag')!;
    const parts: [range: string, status: number, body: string, contentRange: string | null][] = [
      ['bytes=0-1', 206, '01', 'bytes 0-1/10'],
      ['bytes=7-', 206, '789', 'bytes 7-9/10'],
      ['bytes=-3', 206, '789', 'bytes 7-9/10'],
      ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
      ['bytes=0-1,4-5', 200, '0123456789', null],
      ['bytes=20-', 200, '0123456789', null],
      ['lines=1-2', 200, '0123456789', null],
    ];
    for (const [range, status, body, contentRange] of parts) {
      const part = await fetchBytes(path, { Range: range });
      expect([part.response.status, part.body]).toEqual([status, body]);
      expect(part.response.headers.get('content-range')).toBe(contentRange);
    }
    expect((await fetchBytes(path, { Range: 'bytes=0-1', 'If-Range': etag })).body).toBe('01');
    expect((await fetchBytes(path, { Range: 'bytes=0-1', 'If-Range': '"old"' })).body).toBe('0123456789');
  });

  it('are not there for who did not ask, or where they could not be made', async () => {
    const plain = await create({});
    await complete(plain);
    for (const name of ['faces/1.jpg', 'annotated.mp4']) {
      const answer = await api.request(`/v1/analyses/${plain}/artifacts/${name}`);
      expectProblem(answer, 'not_found');
      expect(JSON.stringify(answer.body)).toContain('its option');
    }
    const unlucky = await create({ annotated_video: true });
    await complete(unlucky);
    const answer = await api.request(`/v1/analyses/${unlucky}/artifacts/annotated.mp4`);
    expectProblem(answer, 'not_found');
    expect(JSON.stringify(answer.body)).toContain('warnings');
    expectProblem(await api.request('/v1/analyses/an_none/artifacts/annotated.mp4'), 'not_found');
  });
});
