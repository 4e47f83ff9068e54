import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type DirectUpload } from '@eyeline/contracts';
import { analysisIdOf } from '@eyeline/database';
import { objectKeys } from '@eyeline/storage';
import {
  createTestDatabase,
  describeWithS3,
  type TestDatabase,
  testRedisUrl,
  testS3Settings,
} from '@eyeline/testing';
import { Upload } from 'tus-js-client';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

jest.setTimeout(120_000);

const MEGABYTE = 1024 * 1024;
const MAX_BYTES = 80 * MEGABYTE;

describe('uploads into a folder', () => testUploads(() => Promise.resolve({})));

describeWithS3('uploads into a bucket', () =>
  testUploads(async () => {
    const { endpoint, bucket, credentials } = await testS3Settings();
    return {
      ...{ S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_FORCE_PATH_STYLE: 'true' },
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
  }),
);

/** Real: tus-js-client, HTTP, PostgreSQL, Redis, the folder of objects or an S3 server. */
function testUploads(storageSettings: () => Promise<NodeJS.ProcessEnv>): void {
  let database: TestDatabase;
  let dataDir: string;
  let settings: NodeJS.ProcessEnv;
  let api: TestApi;

  const open = (more: NodeJS.ProcessEnv = {}): Promise<TestApi> =>
    openTestApi(database.url, { kind: 'redis', url: testRedisUrl() }, { ...settings, ...more });

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'eyeline-uploads-'));
    settings = {
      ...(await storageSettings()),
      ...{ EYELINE_DATA_DIR: dataDir, MAX_UPLOAD_BYTES: String(MAX_BYTES) },
    };
    api = await open();
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const tus = (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
    at = api,
  ): Promise<TestAnswer> =>
    at.request(path, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers }, body });

  const create = async (sizeBytes: number, headers: Record<string, string> = {}) => {
    const answer = await tus('POST', '/v1/uploads', { 'Upload-Length': String(sizeBytes), ...headers });
    return { answer, id: (answer.body as { id: string }).id };
  };

  const append = (id: string, offset: number, body: string, at = api) =>
    tus(
      'PATCH',
      `/v1/uploads/${id}`,
      { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      body,
      at,
    );

  const start = (body: object, headers: Record<string, string> = {}) =>
    api.request('/v1/analyses', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });

  const offsetOf = async (id: string) =>
    (await tus('HEAD', `/v1/uploads/${id}`)).headers.get('upload-offset');

  it('go on after three cuts and a restart of the API, and become the video of an analysis', async () => {
    const bytes = randomBytes(48 * MEGABYTE);
    const cut = () => Promise.resolve(api.app.getHttpServer().closeAllConnections());
    const restart = async () => {
      const { port } = api;
      await api.close();
      api = await open({ PORT: String(port) });
    };
    const breaking: Promise<unknown>[] = [];
    let nextBreak = 5 * MEGABYTE;
    let looks = 0;
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new Upload(bytes, {
        endpoint: `${api.url}/v1/uploads`,
        metadata: { filename: 'a film ü.mp4' },
        chunkSize: 6 * MEGABYTE,
        retryDelays: Array<number>(60).fill(250),
        onBeforeRequest: (request) => {
          if (request.getMethod() === 'HEAD') looks++;
        },
        onProgress: (sent) => {
          // A cut between two requests is not noticed, so there may be more of them.
          if (sent < nextBreak || looks >= 4) return;
          nextBreak = sent + 5 * MEGABYTE;
          breaking.push(breaking.length === 1 ? restart() : cut());
        },
        onSuccess: () => resolve(upload.url ?? ''),
        onError: reject,
      });
      upload.start();
    });
    await Promise.all(breaking);
    expect(looks).toBeGreaterThanOrEqual(3);
    const id = url.split('/').at(-1)!;
    expect(url).toBe(`${api.url}/v1/uploads/${id}`);

    const started = await start({ upload_id: id, tag: 'mine', options: { max_side: 320 }, sampling_fps: 2 });
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({ tag: 'mine', options: { max_side: 320, sampling_fps: 2 } });
    const row = await api.runtime.database.analyses.findById((started.body as { id: string }).id);
    expect(row).toMatchObject({ videoBytes: bytes.length, videoSha256: null });
    const stored = await buffer(await api.runtime.storage.get(row!.videoKey));
    expect(sha256(stored)).toBe(sha256(bytes));

    expectProblem(await start({ upload_id: id }), 'conflict');
    expectProblem(await tus('DELETE', `/v1/uploads/${id}`), 'conflict');
    expect((await tus('HEAD', `/v1/uploads/${id}`)).status).toBe(409);
  });

  it('keep what came before a cut', async () => {
    const { id } = await create(3 * MEGABYTE);
    const socket = connect(api.port, '127.0.0.1');
    const head = [
      `PATCH /v1/uploads/${id} HTTP/1.1`,
      ...['Host: 127.0.0.1', 'Tus-Resumable: 1.0.0', 'Upload-Offset: 0'],
      ...['Content-Type: application/offset+octet-stream', `Content-Length: ${3 * MEGABYTE}`],
    ];
    await new Promise((sent) => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      socket.write(Buffer.alloc(MEGABYTE), sent);
    });
    // A look at it makes the request end that has not noticed the cut.
    socket.destroy();
    await until(async () => Number(await offsetOf(id)) > 0, 20_000);
  });

  it('start one analysis, of however many requests', async () => {
    const { id } = await create(6);
    expectProblem(await start({ upload_id: id }), 'not_ready');
    expect((await append(id, 0, 'abc')).headers.get('upload-offset')).toBe('3');
    expectProblem(await start({ upload_id: id }), 'not_ready');
    const end = await append(id, 3, 'def');
    expect([end.status, end.headers.get('upload-offset')]).toEqual([204, '6']);
    const key = { 'Idempotency-Key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 4 }, () => start({ upload_id: id })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409]);

    const { id: other } = await create(3);
    await append(other, 0, 'abc');
    const first = await start({ upload_id: other }, key);
    expect(first.status).toBe(202);
    const again = await start({ upload_id: other }, key);
    expect([again.status, again.body]).toEqual([202, first.body]);
    expectProblem(await start({ upload_id: other, tag: 'a' }, key), 'idempotency_mismatch');
  });

  it('go straight to the bucket, or are not supported', async () => {
    const post = (path: string, body: object) =>
      api.request(`/v1/uploads/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      });
    const created = await post('presigned', { size_bytes: 6 });
    if (api.runtime.storage.direct === null) {
      expectProblem(created, 'not_supported');
      return;
    }
    expect([created.status, created.body.parts.length]).toEqual([201, 1]);
    const { id, parts } = created.body as { id: string; parts: { url: string }[] };
    expectProblem(await append(id, 0, 'abc'), 'conflict');
    expectProblem(await start({ upload_id: id }), 'not_ready');
    const put = await fetch(parts[0].url, { method: 'PUT', body: 'abcdef' });
    const sent = { parts: [{ number: 1, etag: put.headers.get('etag') }] };
    expectProblem(await post(`${id}/complete`, { parts: [] }), 'invalid_request', ['/parts']);
    expectProblem(await post(`${id}/complete`, { parts: [{ number: 1, etag: '"x"' }] }), 'invalid_request');
    expect((await post(`${id}/complete`, sent)).status).toBe(200);
    expect((await post(`${id}/complete`, sent)).body).toMatchObject({ id, size_bytes: 6 });
    expect((await start({ upload_id: id })).status).toBe(202);

    const other = (await post('presigned', { size_bytes: 64 * MEGABYTE + 7 })).body as DirectUpload;
    const [first, last] = other.parts;
    expect(other.part_size_bytes).toBe(64 * MEGABYTE);
    expect((await fetch(last.url, { method: 'PUT', body: 'abcdef' })).status).toBe(403);
    expect((await fetch(last.url, { method: 'PUT', body: 'abcdefg' })).status).toBe(200);
    const short = await fetch(first.url, { method: 'PUT', body: Buffer.alloc(64 * MEGABYTE) });
    const shortParts = { parts: [{ number: 1, etag: short.headers.get('etag') }] };
    expectProblem(await post(`${other.id}/complete`, shortParts), 'invalid_request');
    expectProblem(await start({ upload_id: other.id }), 'not_found');
    expectProblem(await post('presigned', { size_bytes: MAX_BYTES + 1 }), 'payload_too_large');
    expectProblem(await post('up_x/complete', shortParts), 'not_found');
  });

  it('are created once under a key', async () => {
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await create(6, key);
    expect(first.answer.status).toBe(201);
    expect(first.answer.headers.get('tus-resumable')).toBe('1.0.0');
    expect(first.answer.headers.get('upload-expires')).toMatch(/GMT$/);
    const again = await create(6, key);
    expect(again.id).toBe(first.id);
    expect(again.answer.headers.get('location')).toBe(`${api.url}/v1/uploads/${first.id}`);
    expectProblem((await create(7, key)).answer, 'idempotency_mismatch');
  });

  it('are refused before a byte is taken when they are too large, empty or of unknown size', async () => {
    expectProblem((await create(MAX_BYTES + 1)).answer, 'payload_too_large');
    expectProblem((await create(0)).answer, 'invalid_request');
    expectProblem(await tus('POST', '/v1/uploads', { 'Upload-Defer-Length': '1' }), 'invalid_request');
    expectProblem(await tus('POST', '/v1/uploads', { 'Upload-Length': '3' }, 'abc'), 'invalid_request');
    expectProblem(await tus('POST', '/v1/uploads', { 'Upload-Length': '-3' }), 'invalid_request');
    const able = await tus('OPTIONS', '/v1/uploads');
    expect(able.headers.get('tus-max-size')).toBe(String(MAX_BYTES));
    expect(able.headers.get('tus-extension')).toBe('creation,termination,expiration');
    expect(able.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('take no more than was announced, and nothing at a wrong offset', async () => {
    const { id } = await create(4);
    expectProblem(await append(id, 0, 'abcde'), 'payload_too_large');
    expectProblem(await append(id, 2, 'ab'), 'conflict');
    expectProblem(await tus('PATCH', `/v1/uploads/${id}`, { 'Upload-Offset': '0' }, 'ab'), 'invalid_request');
    expect(await offsetOf(id)).toBe('0');
    const mute = await api.request(`/v1/uploads/${id}`, { method: 'PATCH', body: 'a' });
    expectProblem(mute, 'unsupported_tus_version');
    expect(mute.headers.get('tus-version')).toBe('1.0.0');
  });

  it('are not there for other projects, once given up, or when their time is over', async () => {
    const { uploads } = api.runtime.database;
    const { id } = await create(3);
    await append(id, 0, 'ab');
    expect(await uploads.find('theirs', id)).toBeNull();
    const gone = await tus('DELETE', `/v1/uploads/${id}`);
    expect([gone.status, gone.headers.get('tus-resumable')]).toEqual([204, '1.0.0']);
    expect(await api.runtime.storage.deletePrefix(objectKeys.all(analysisIdOf(id)))).toBe(0);
    const { id: late } = await create(3);
    jest.useFakeTimers({ now: Date.now() + 25 * 3600_000, doNotFake: EVERYTHING_BUT_THE_DATE });
    try {
      for (const one of [id, late, 'up_x', '%00', 'an_x']) {
        expectProblem(await append(one, 0, 'c'), 'not_found');
      }
      expectProblem(await start({ upload_id: late }), 'not_found');
      expect((await uploads.listExpired(new Date(), 100)).map((row) => row.id)).toContain(late);
    } finally {
      jest.useRealTimers();
    }
  });

  it('that are given up are waited for no longer', async () => {
    const { uploads } = api.runtime.database;
    const { id } = await create(6);
    await uploads.lock(id, 'another request', 60_000);
    const waiting = append(id, 0, 'abcdef');
    // What waits for the lock leaves a note for whoever has it.
    await until(async () => !(await uploads.keepLock(id, 'another request', 60_000)), 20_000);
    await uploads.remove(id);
    expectProblem(await waiting, 'not_found');
  });

  it('are not kept waiting by clients that send slowly', async () => {
    const slow = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { id } = await create(2 * MEGABYTE);
        const socket = connect(api.port, '127.0.0.1');
        const head = [
          `PATCH /v1/uploads/${id} HTTP/1.1`,
          ...['Host: 127.0.0.1', 'Tus-Resumable: 1.0.0', 'Upload-Offset: 0'],
          ...['Content-Type: application/offset+octet-stream', `Content-Length: ${2 * MEGABYTE}`],
        ];
        await new Promise((sent) => socket.write(`${head.join('\r\n')}\r\n\r\nabc`, sent));
        return socket;
      }),
    );
    const { id } = await create(6);
    expect((await append(id, 0, 'abcdef')).headers.get('upload-offset')).toBe('6');
    for (const socket of slow) socket.destroy();
  });

  it('are written to by one request at a time, whichever API it is with', async () => {
    const other = await open();
    try {
      const { id } = await create(6);
      const answers = await Promise.all([append(id, 0, 'abcdef'), append(id, 0, 'abcdef', other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    } finally {
      await other.close();
    }
  });
}

const EVERYTHING_BUT_THE_DATE = [
  ...(['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] as const),
  ...(['clearTimeout', 'clearInterval', 'clearImmediate', 'hrtime'] as const),
];

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
