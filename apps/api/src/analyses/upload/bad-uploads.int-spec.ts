import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { AppError } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi, type TestAnswer, until } from '../../test-api.factory.js';

const MAX_BYTES = 2_000_000;
const file = new Blob([randomBytes(100_000)]);

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. Whatever is refused leaves no object, row or job. */
describe('uploads that are refused', () => {
  let database: TestDatabase;
  let api: TestApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { MAX_UPLOAD_BYTES: String(MAX_BYTES) },
    );
  });

  afterEach(async () => {
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const post = (
    body: RequestInit['body'],
    headers: Record<string, string> = {},
    query = '',
  ): Promise<TestAnswer> =>
    api.request(`/v1/analyses${query}`, { method: 'POST', body, headers, duplex: 'half' });

  const send = (parts: [string, string | Blob][]): Promise<TestAnswer> => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    return post(form);
  };

  /** A stream of unknown length: no Content-Length goes out. */
  const stream = (bytes: number): ReadableStream =>
    new ReadableStream({
      pull(controller) {
        if (bytes > 0) controller.enqueue(Buffer.alloc(Math.min(bytes, 65_536)));
        else controller.close();
        bytes -= 65_536;
      },
    });

  it.each<[string, [string, string | Blob][], string[]]>([
    ['no file', [['options', '{}']], ['/file']],
    ['an empty file', [['file', new Blob([])]], ['/file']],
    ['a file that is none', [['file', 'text']], ['/file']],
    ['two files', [['file', file], ['file', file]], ['/file']], // prettier-ignore
    ['an unknown part', [['file', file], ['colour', 'red']], ['/colour']], // prettier-ignore
    ['an unknown file part', [['video', file], ['file', file]], ['/video']], // prettier-ignore
    ['wrong options before the file', [['options', '{"max_side":1}'], ['file', file]], ['/options/max_side']], // prettier-ignore
    ['wrong options after the file', [['file', file], ['options', '{"max_side":1}']], ['/options/max_side']], // prettier-ignore
    ['options that are no JSON', [['file', file], ['options', '{']], ['/options']], // prettier-ignore
    ['a part given twice', [['tag', 'a'], ['file', file], ['tag', 'b']], ['/tag']], // prettier-ignore
    ['a part that is too long', [['metadata', 'x'.repeat(70_000)], ['file', file]], ['/metadata']], // prettier-ignore
    [
      'mistakes on both sides of the file',
      [['options', '{"a":1,"b":2}'], ['file', file], ['tag', ''], ['metadata', '[]']], // prettier-ignore
      ['/options/a', '/options/b', '/tag', '/metadata'],
    ],
  ])('a form with %s', async (_what, parts, pointers) => {
    expectProblem(await send(parts), 'invalid_request', pointers);
  });

  it.each<[string, [string, string | Blob][]]>([
    ['before the file', [['webhook_url', 'https://127.0.0.1'], ['file', file]]], // prettier-ignore
    ['after the file', [['file', file], ['webhook_url', 'https://127.0.0.1']]], // prettier-ignore
  ])('a form with a webhook to this machine %s', async (_what, parts) => {
    expectProblem(await send(parts), 'webhook_forbidden', []);
  });

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that never begins', 'multipart/form-data; boundary=b', 'x'],
    [
      'that never ends',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="v"\r\n\r\nhalf a video',
    ],
    ['with a malformed head', 'multipart/form-data; boundary=b', '--b\r\nContent-Disp'],
  ])('a form %s', async (_what, type, body) => {
    expectProblem(await post(body, { 'Content-Type': type }), 'invalid_request');
  });

  it.each([
    ['an empty body', new Uint8Array(0), {}, ''],
    ['an empty body of a form', null, { 'Content-Type': 'multipart/form-data; boundary=b' }, ''],
    ['an unknown option', file, { 'Content-Type': 'video/mp4' }, '?colour=red'],
    ['a wrong option', file, { 'Content-Type': 'video/mp4' }, '?sampling_fps=often'],
    ['a text', 'text', { 'Content-Type': 'text/plain' }, ''],
    ['a web form', 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }, ''],
    ['broken JSON', '{', { 'Content-Type': 'application/json' }, ''],
    ['JSON that names no video', '{"upload_id":7}', { 'Content-Type': 'application/json' }, ''],
    ['JSON of another shape', '[]', { 'Content-Type': 'application/json' }, ''],
  ])('%s', async (_what, body, headers, query) => {
    expectProblem(await post(body, headers, query), 'invalid_request');
  });

  it('an empty body of unknown length', async () => {
    expectProblem(await post(stream(0), { 'Content-Type': 'video/mp4' }), 'invalid_request');
  });

  it.each([
    ['{}', 'invalid_request', ['/source_url']],
    ['{"source_url":"https://example.com/v.mp4","upload_id":"u"}', 'invalid_request', ['/source_url']],
    ['{"source_url":7}', 'invalid_request', ['/source_url']],
    ['{"source_url":"example.com/v.mp4"}', 'invalid_request', ['/source_url']],
    ['{"source_url":"file:///etc/passwd"}', 'invalid_request', ['/source_url']],
    ['{"source_url":"https://me:secret@example.com/v.mp4"}', 'invalid_request', ['/source_url']],
    ['{"source_url":"https://example.com/\\u0000"}', 'invalid_request', ['/source_url']],
    ['{"source_url":"http://127.0.0.1/v.mp4"}', 'source_forbidden', ['/source_url']],
    ['{"source_url":"https://[::ffff:a00:1]/v.mp4"}', 'source_forbidden', ['/source_url']],
    ['{"source_url":"https://2852039166/latest"}', 'source_forbidden', ['/source_url']],
    ['{"source_url":"http://93.184.215.14/v.mp4"}', 'source_forbidden', ['/source_url']],
    ['{"source_url":"https://example.com/v.mp4","max_side":1}', 'invalid_request', ['/max_side']],
    ['{"upload_id":"u"}', 'not_found', []],
    ['{"upload_id":"u\\u0000"}', 'not_found', []],
    ['{"upload_id":"u","max_side":1}', 'invalid_request', ['/max_side']],
    ['{"upload_id":"u","options":{"colour":"red"},"tag":7}', 'invalid_request', ['/options/colour', '/tag']],
  ] as const)('JSON %s', async (body, code, pointers) => {
    expectProblem(await post(body, { 'Content-Type': 'application/json' }), code, pointers);
  });

  it('too many bytes, announced', async () => {
    expectProblem(
      await post(Buffer.alloc(MAX_BYTES + 1), { 'Content-Type': 'video/mp4' }),
      'payload_too_large',
    );
  });

  it('too many bytes, not announced', async () => {
    expectProblem(await post(stream(MAX_BYTES * 3), { 'Content-Type': 'video/mp4' }), 'payload_too_large');
  });

  it('too many bytes in a form, whose length allows for the form itself', async () => {
    expectProblem(await send([['file', new Blob([Buffer.alloc(MAX_BYTES + 1)])]]), 'payload_too_large');
    expectProblem(await send([['file', new Blob([Buffer.alloc(MAX_BYTES * 2)])]]), 'payload_too_large');
  });

  it.each([
    ['too many bytes', 413, '/v1/analyses', 'video/mp4', MAX_BYTES * 2],
    ['a wrong option', 400, '/v1/analyses?colour=red', 'video/mp4', 1000],
    ['a text', 400, '/v1/analyses', 'text/plain', 1000],
  ])('%s, with no invitation to send them', async (_what, status, path, type, length) => {
    const socket = connect(api.port, '127.0.0.1');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    socket.destroy();
  });

  it('JSON, once it was asked for', async () => {
    const body = '{"upload_id":"up_x"}';
    const socket = connect(api.port, '127.0.0.1').setEncoding('utf8');
    socket.write(
      `POST /v1/analyses HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
    );
    const [invitation] = (await once(socket, 'data')) as [string];
    expect(invitation).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    socket.write(body);
    const [answer] = (await once(socket, 'data')) as [string];
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
  });

  it('are told so even when the client sends everything before it reads', async () => {
    const socket = connect(api.port, '127.0.0.1');
    const length = 1_900_000;
    const head = ['POST /v1/analyses?colour=red HTTP/1.1', 'Host: localhost', 'Content-Type: video/mp4'];
    await new Promise((sent) => {
      socket.write(`${head.join('\r\n')}\r\nContent-Length: ${length}\r\n\r\n`);
      socket.write(Buffer.alloc(length), sent);
    });
    socket.setEncoding('utf8');
    let answer = '';
    for await (const text of socket) answer += text as string;
    expect(answer).toMatch(/^HTTP\/1\.1 400 [^]*"pointer":"colour"/);
  });

  it.each([
    ['the database', 'database_unavailable', () => jest.spyOn(api.runtime.database.analyses, 'create')],
    ['the storage', 'storage_unavailable', () => jest.spyOn(api.runtime.storage, 'put')],
  ] as const)('while %s is down', async (_what, code, spy) => {
    const down = (spy() as jest.SpyInstance).mockRejectedValue(new AppError(code));
    const raw = await post(Buffer.alloc(1_500_000), { 'Content-Type': 'video/mp4' });
    const form = await send([['file', file]]);
    down.mockRestore();
    for (const answer of [raw, form]) {
      expectProblem(answer, code);
      expect(answer.headers.get('retry-after')).toBe('2');
    }
  });

  it.each([
    ['raw', 'Content-Type: video/mp4', ''],
    [
      'form',
      'Content-Type: multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="v"\r\n\r\n',
    ],
  ])('a client that goes away in the middle of a %s upload', async (_way, header, prologue) => {
    const socket = connect(api.port, '127.0.0.1');
    socket.write(
      `POST /v1/analyses HTTP/1.1\r\nHost: 127.0.0.1\r\n${header}\r\nContent-Length: 1000000\r\n\r\n${prologue}`,
    );
    socket.write(Buffer.alloc(300_000));
    const put = jest.spyOn(api.runtime.storage, 'put');
    await until(async () => Promise.resolve(put.mock.results.length > 0));
    const stored = put.mock.results[0].value as Promise<unknown>;
    put.mockRestore();
    socket.destroy();
    await expect(stored).rejects.toThrow();
  });
});
