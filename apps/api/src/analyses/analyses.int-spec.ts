import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { analysisListSchema, analysisSchema, type FieldError } from '@eyeline/contracts';
import { objectKeys } from '@eyeline/storage';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi, until } from '../test-api.factory.js';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. No worker. */
describe('analyses', () => {
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

  const start = async (query = ''): Promise<string> => (await api.upload(randomBytes(100), query)).body.id;

  it('takes the name of an emotion network that is offered, and no other', async () => {
    const { status, body } = await api.upload(randomBytes(100), '?emotion_model=emotion-s4-int8');
    expect([status, body.options]).toMatchObject([202, { emotion_model: 'emotion-s4-int8' }]);
    const before = await api.traces();
    const refused = await api.upload(randomBytes(100), '?emotion_model=eye-7');
    expectProblem(refused, 'invalid_request', ['emotion_model']);
    const [error] = (refused.body as unknown as { errors: FieldError[] }).errors;
    expect(error).toMatchObject({
      message: expect.stringMatching(/no emotion model "eye-7" here. There are: .*emotion-s4-int8/),
    });
    expect(await api.traces()).toEqual(before);
  });

  it('compares with a network that is offered and another one, and no other', async () => {
    const { body } = await api.upload(randomBytes(100), '?compare=true');
    expect(body.options).toMatchObject({ compare: true, compare_model: 'emotion-cnn-bilstm' });
    const before = await api.traces();
    const refusals: [string, string, RegExp][] = [
      ['?compare=true&compare_model=eye-7', 'compare_model', /no emotion model "eye-7" here/],
      ['?compare_model=emotion-s4-int8', 'compare_model', /for compare: true alone/],
      [
        '?compare=true&emotion_model=emotion-s4-int8&compare_model=emotion-s4-int8',
        'compare_model',
        /compared with itself/,
      ],
      ['?compare=true&compare_model=emotion-s4-int8', 'compare_model', /"emotion-s4-int8" reads .* already/],
      [
        '?compare=true&emotion_model=emotion-cnn-bilstm',
        'compare_model',
        /"emotion-cnn-bilstm" reads .* already/,
      ],
    ];
    for (const [query, pointer, words] of refusals) {
      const refused = await api.upload(randomBytes(100), query);
      expectProblem(refused, 'invalid_request', [pointer]);
      const [error] = (refused.body as unknown as { errors: FieldError[] }).errors;
      expect(error.message).toMatch(words);
    }
    expect(await api.traces()).toEqual(before);
  });

  it('takes raw bytes, whatever they are, with options in the query', async () => {
    const bytes = randomBytes(300_000);
    const before = (await api.traces()).jobs;
    const { status, headers, body } = await api.upload(
      bytes,
      '?sampling_fps=2.5&landmarks=true&smoothing.alpha=0.5&tag=raw&metadata={"a":{"b":[1,null]}}',
    );
    expect(status).toBe(202);
    expect(analysisSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      object: 'analysis',
      status: 'queued',
      stage: 'queued',
      progress: 0,
      tag: 'raw',
      metadata: { a: { b: [1, null] } },
      options: {
        sampling_fps: 2.5,
        frame_interval: null,
        landmarks: true,
        smoothing: { alpha: 0.5 },
        max_side: 640,
      },
      video: null,
      error: null,
      started_at: null,
      links: { self: `${api.url}/v1/analyses/${body.id}` },
    });
    expect(headers.get('location')).toBe(body.links.self);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const row = await api.runtime.database.analyses.findById(body.id);
    expect(row).toMatchObject({
      videoBytes: bytes.length,
      videoSha256: createHash('sha256').update(bytes).digest('hex'),
      videoKey: objectKeys.video(body.id),
    });
    const stored = [];
    for await (const chunk of await api.runtime.storage.get(objectKeys.video(body.id)))
      stored.push(chunk as Buffer);
    expect(Buffer.concat(stored).equals(bytes)).toBe(true);
    await until(async () => (await api.traces()).jobs === before + 1);
  });

  it('takes a body without a declared type', async () => {
    const { status } = await api.request('/v1/analyses', { method: 'POST', body: randomBytes(10) });
    expect(status).toBe(202);
  });

  it.each([
    ['a raw body', 'video/mp4', '', ''],
    [
      'a form',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="v"\r\n\r\n',
      '\r\n--b--\r\n',
    ],
  ])('takes %s that was held back until it was asked for', async (_what, type, prologue, epilogue) => {
    const sent = httpRequest(`${api.url}/v1/analyses`, {
      method: 'POST',
      headers: { 'Content-Type': type, Expect: '100-continue' },
    });
    sent.once('continue', () => {
      sent.write(prologue);
      sent.write(randomBytes(300_000));
      sent.end(epilogue);
    });
    sent.flushHeaders();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    answer.resume();
    expect(answer.statusCode).toBe(202);
    const id = answer.headers.location?.split('/').at(-1) ?? '';
    expect(await api.runtime.database.analyses.findById(id)).toMatchObject({ videoBytes: 300_000 });
  });

  const parts: [string, string | Blob][] = [
    ['file', new Blob([randomBytes(200_000)])],
    ['options', '{"frame_interval":10}'],
    ['metadata', new Blob(['{"a":1}'], { type: 'application/json' })],
    ['tag', 'été'],
  ];

  it.each([
    ['first', parts],
    ['last', [...parts].reverse()],
    ['in the middle', [parts[2], parts[0], parts[1], parts[3]]],
  ])('takes a form with the file %s', async (_place, ordered) => {
    const form = new FormData();
    for (const [name, value] of ordered) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, 'any name');
    }
    const { status, body } = await api.request('/v1/analyses', { method: 'POST', body: form });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      tag: 'été',
      metadata: { a: 1 },
      options: { frame_interval: 10, sampling_fps: null },
    });
    expect(await api.runtime.database.analyses.findById(body.id)).toMatchObject({ videoBytes: 200_000 });
  });

  it('answers with an ETag, and 304 while nothing changes', async () => {
    const id = await start();
    const first = await api.request(`/v1/analyses/${id}`);
    const etag = first.headers.get('etag') ?? '';
    expect(first.status).toBe(200);
    expect(analysisSchema.parse(first.body)).toEqual(first.body);
    const conditional = { headers: { 'If-None-Match': etag } };
    expect((await api.request(`/v1/analyses/${id}`, conditional)).status).toBe(304);
    await api.runtime.database.attempts.start({ analysisId: id, attempt: 1 });
    const changed = await api.request(`/v1/analyses/${id}`, conditional);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('holds the answer until the analysis ends', async () => {
    const id = await start();
    const asked = performance.now();
    const answer = api.request(`/v1/analyses/${id}?wait=30`);
    await api.runtime.database.attempts.start({ analysisId: id, attempt: 1 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await api.runtime.database.attempts.fail(
      { analysisId: id, attempt: 1 },
      {
        type: '/docs/errors#corrupt_video',
        title: 'The video cannot be read',
        status: 422,
        code: 'corrupt_video',
        detail: 'Nothing could be decoded.',
        errors: [],
        request_id: null,
      },
      new Date(Date.now() + 1e9),
    );
    const { body } = await answer;
    expect(body).toMatchObject({
      status: 'failed',
      error: { code: 'corrupt_video', status: 422, type: `${api.url}/docs/errors#corrupt_video` },
    });
    expect(performance.now() - asked).toBeLessThan(3000);
  });

  it('holds the answer no longer than asked', async () => {
    const id = await start();
    const asked = performance.now();
    const { status, body } = await api.request(`/v1/analyses/${id}?wait=0.6`);
    const tookMs = performance.now() - asked;
    expect([status, body.status]).toEqual([200, 'queued']);
    expect(tookMs).toBeGreaterThan(550);
    expect(tookMs).toBeLessThan(2000);
  });

  it('stops looking when the client has gone', async () => {
    const id = await start();
    const { feed } = api.runtime.database;
    const client = new AbortController();
    const answer = api.request(`/v1/analyses/${id}?wait=60`, { signal: client.signal });
    await until(() => Promise.resolve(feed.followed === 1));
    client.abort();
    await expect(answer).rejects.toThrow();
    await until(() => Promise.resolve(feed.followed === 0));
  });

  it('lists newest first, by tag and status, in pages', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift(await start('?tag=paged'));
    await api.runtime.database.attempts.start({ analysisId: ids[0], attempt: 1 });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await api.request(`/v1/analyses?tag=paged&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(analysisListSchema.parse(body).data.length).toBeLessThanOrEqual(2);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(ids);
    const running = await api.request('/v1/analyses?tag=paged&status=processing');
    expect(running.body.data.map(({ id }: { id: string }) => id)).toEqual([ids[0]]);
    expect((await api.request('/v1/analyses?tag=nobody')).body).toEqual({ data: [], next_cursor: null });
  });

  it.each([
    ['/v1/analyses?limit=0', 'limit'],
    ['/v1/analyses?limit=101', 'limit'],
    ['/v1/analyses?limit=many', 'limit'],
    ['/v1/analyses?limit=1&limit=2', 'limit'],
    ['/v1/analyses?status=done', 'status'],
    ['/v1/analyses?tag=a%00b', 'tag'],
    ['/v1/analyses?state=queued', 'state'],
    ['/v1/analyses/an_00000000000000000000?wait=61', 'wait'],
    ['/v1/analyses/an_00000000000000000000?wait=-1', 'wait'],
  ])('refuses %s', async (path, pointer) => {
    expectProblem(await api.request(path), 'invalid_request', [pointer]);
  });

  it.each(['x', 'bm9wZQ', '%%%25', 'eyJhIjoxfQ'])('refuses the cursor %s', async (cursor) => {
    const answer = await api.request(`/v1/analyses?cursor=${cursor}`);
    expectProblem(answer, 'invalid_request');
    expect(answer.body.errors.map(({ pointer }: FieldError) => pointer)).toEqual(['cursor']);
  });

  it.each(['an_00000000000000000000', 'an_', 'AN_00000000000000000000', '1', 'an_%00', "an_' OR 1=1 --"])(
    'knows no analysis %s',
    async (id) => {
      for (const path of [id, `${id}/report`, `${id}/frames`]) {
        expectProblem(await api.request(`/v1/analyses/${path}`), 'not_found');
      }
    },
  );
});
