import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi, until } from '../test-api.factory.js';
import { PAGE_PATHS } from './page-paths.js';

const INDEX = '<!doctype html><script type="module" src="/assets/index.abc123.js"></script>';
const SCRIPT = `console.log(${JSON.stringify('eyeline '.repeat(300))})`;
const BROWSER = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** Real: HTTP, PostgreSQL, Redis, a folder of files as scripts/build-web.mjs makes it. */
describe('the pages of the dashboard', () => {
  let database: TestDatabase;
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eyeline-pages-'));
    const built = join(folder, 'built');
    await mkdir(join(built, 'assets'), { recursive: true });
    await mkdir(join(built, '.vite'));
    await writeFile(join(folder, 'secret.txt'), 'of the house');
    const files = {
      ...{ 'index.html': INDEX, 'favicon.svg': '<svg/>', '.vite/manifest.json': '{}' },
      ...{ 'assets/index.abc123.js': SCRIPT, 'assets/small.def456.css': 'a{}' },
      'assets/index.abc123.js.br': brotliCompressSync(SCRIPT),
      'assets/index.abc123.js.gz': gzipSync(SCRIPT),
    };
    for (const [name, content] of Object.entries(files)) await writeFile(join(built, name), content);
    await symlink(join(folder, 'secret.txt'), join(built, 'assets/link.txt'));
    database = await createTestDatabase();
    api = await openTestApi(database.url, { kind: 'redis', url: testRedisUrl() }, {}, undefined, built);
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
    await rm(folder, { recursive: true });
  });

  /** Asks for a path as it is: `fetch` takes `..` out, and sets and decodes encodings by itself. */
  const send = (
    path: string,
    headers: Record<string, string> = {},
    method = 'GET',
  ): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(api.url);
      const sent = httpRequest({ ...{ hostname, port, path, headers, method } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject).end();
    });

  const PATHS = ['/', ...PAGE_PATHS.map((path) => `/${path.replace(':id', 'an_00000000000000000000')}`)];

  it.each(PATHS)('%s is the page, for browsers', async (path) => {
    const { status, headers, body } = await api.request(path, { headers: BROWSER });
    expect([status, body]).toEqual([200, INDEX]);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('vary')).toContain('Accept');
    if (path === '/') return;
    const other = await api.request(path, { headers: { Accept: 'application/json' } });
    expectProblem(other, 'not_found');
  });

  it('says little to other sites, and loads nothing from them', async () => {
    const { headers } = await api.request('/upload', { headers: BROWSER });
    const policy = headers.get('content-security-policy')!.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(policy.join(' ')).not.toMatch(/unsafe|https?:|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' },
      ...{ 'permissions-policy': 'camera=(self), microphone=()', 'x-frame-options': 'DENY' },
      ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
    });
  });

  it('leaves / to programs as it was', async () => {
    expect((await api.request('/')).body).toMatchObject({ name: 'eyeline', status: 'ok' });
  });

  describe('files', () => {
    const PATH = '/assets/index.abc123.js';

    it.each([
      ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
      ['identity', undefined, (bytes: Buffer) => bytes],
    ] as const)('come as the browser reads them: %s', async (accepted, encoding, decode) => {
      const { status, headers, body } = await send(PATH, { 'Accept-Encoding': accepted });
      expect([status, headers['content-encoding']]).toEqual([200, encoding]);
      expect(decode(body).toString()).toBe(SCRIPT);
      expect(Number(headers['content-length'])).toBe(body.length);
      expect(headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'Accept-Encoding',
      });
    });

    it('come as they are where nothing was gained', async () => {
      const { headers, body } = await send('/assets/small.def456.css', { 'Accept-Encoding': 'br' });
      expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'a{}']);
      expect(headers['content-type']).toBe('text/css; charset=utf-8');
    });

    it('are not sent again to who has them, in that form', async () => {
      const first = await send(PATH, { 'Accept-Encoding': 'br' });
      const tag = first.headers.etag!;
      const again = await send(PATH, { 'Accept-Encoding': 'br', 'If-None-Match': tag });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect((await send(PATH, { 'If-None-Match': tag })).status).toBe(200);
      const page = await send('/', BROWSER);
      const known = { ...BROWSER, 'If-None-Match': page.headers.etag! };
      expect((await send('/', known)).status).toBe(304);
    });

    it('are told of by HEAD', async () => {
      const get = await send(PATH, { 'Accept-Encoding': 'br' });
      const head = await send(PATH, { 'Accept-Encoding': 'br' }, 'HEAD');
      expect([head.status, head.body.length]).toEqual([200, 0]);
      const { date: _date, 'x-request-id': _id, ...headers } = head.headers;
      expect(get.headers).toMatchObject(headers);
      expect((await send('/analyses', BROWSER, 'HEAD')).status).toBe(200);
    });

    it('of the top are served too, if there are', async () => {
      const { status, headers } = await send('/favicon.svg');
      expect([status, headers['content-type'], headers['cache-control']]).toEqual([
        ...[200, 'image/svg+xml', 'no-cache'],
      ]);
      expectProblem(await api.request('/favicon.ico'), 'not_found');
    });

    it.each([
      ...['/assets/nope.js', '/assets/', '/assets/..', '/assets/../index.html', '/assets/../../secret.txt'],
      ...['/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/assets/..%5csecret.txt'],
      ...['/assets/..%00/index.html', '/assets/../.vite/manifest.json', '/assets/link.txt', '/assets//'],
      ...['/assets/index.abc123.js.br', '/assets/index.abc123.js/', '/assets/INDEX.ABC123.JS'],
    ])('%s is not there', async (path) => {
      const { status, headers, body } = await send(path, { 'Accept-Encoding': 'br' });
      expect([path, status, JSON.parse(body.toString()).code]).toEqual([path, 404, 'not_found']);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers['content-encoding']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
      expect(body.toString()).not.toContain('of the house');
    });

    it('whose path cannot be decoded is refused', async () => {
      expect((await send('/assets/%E0%A4%A')).status).toBe(400);
    });

    it('survive clients that leave in the middle', async () => {
      for (let i = 0; i < 5; i++) {
        const leave = new AbortController();
        const answer = fetch(`${api.url}${PATH}`, { signal: leave.signal });
        leave.abort();
        await answer.catch(() => undefined);
      }
      expect((await send(PATH)).status).toBe(200);
    });
  });

  it('are only looked at', async () => {
    const answer = await api.request('/upload', { method: 'POST' });
    expectProblem(answer, 'method_not_allowed');
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('need no key, whereas what they show does', async () => {
    await api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes: ['admin'] });
    await until(async () => (await api.request('/v1/analyses')).status === 401, 15_000);
    for (const path of [...PATHS, '/assets/index.abc123.js', '/favicon.svg']) {
      const answer = await fetch(api.url + path, { headers: BROWSER });
      expect([path, answer.status]).toEqual([path, 200]);
      await text(answer.body!);
    }
    expectProblem(await api.request('/analyses', { method: 'POST' }), 'unauthorized');
  });
});
