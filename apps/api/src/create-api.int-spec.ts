import { request as httpRequest } from 'node:http';
import { ERROR_CODES, errorDocsPath } from '@eyeline/contracts';
import { createTestDatabase, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestApi } from './test-api.factory.js';

/** Real: HTTP, PostgreSQL, Redis, the folder of objects. What all routes have in common. */
describe('the HTTP edge', () => {
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

  /** `fetch` does not let a test choose these headers. */
  const statusWith = (headers: Record<string, string>, path = '/'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = httpRequest(`${api.url}${path}`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject).end();
    });

  describe('errors', () => {
    it.each(['/nope', '/v1', '/v2/analyses', '/docs/nope', '/v1/analyses/a/b/c'])(
      '%s is not found',
      async (path) => {
        expectProblem(await api.request(path), 'not_found');
      },
    );

    it.each([
      ['DELETE', '/v1/analyses', 'GET, HEAD, POST'],
      ['PUT', '/v1/analyses/an_00000000000000000000', 'DELETE, GET, HEAD'],
      ['GET', '/v1/analyses/an_00000000000000000000/cancel', 'POST'],
      ['DELETE', '/v1/analyses/an_00000000000000000000/retry', 'POST'],
      ['DELETE', '/v1/analyses/an_00000000000000000000/report', 'GET, HEAD'],
      ['POST', '/v1/analyses/an_00000000000000000000/report', 'GET, HEAD'],
      ['POST', '/readyz', 'GET, HEAD'],
    ])('%s %s is not allowed', async (method, path, allow) => {
      const answer = await api.request(path, { method });
      expectProblem(answer, 'method_not_allowed');
      expect(answer.headers.get('allow')).toBe(allow);
    });

    it('a path that cannot be decoded is a bad request', async () => {
      expectProblem(await api.request('/v1/analyses/%E0%A4%A'), 'invalid_request');
    });

    it('JSON that is too long is refused', async () => {
      const body = JSON.stringify({ a: 'x'.repeat(1_100_000) });
      const headers = { 'Content-Type': 'application/json' };
      expectProblem(
        await api.request('/v1/analyses', { method: 'POST', headers, body }),
        'payload_too_large',
      );
    });

    it('one of ours is told without its cause', async () => {
      const { analyses } = api.runtime.database;
      const broken = jest.spyOn(analyses, 'list').mockRejectedValue(new Error('secret of the house'));
      const answer = await api.request('/v1/analyses');
      broken.mockRestore();
      expect(answer.status).toBe(500);
      expectProblem(answer, 'internal');
      expect(JSON.stringify(answer.body)).not.toContain('secret');
    });

    it('carry the id that the client gave, unless it could do harm', async () => {
      const ask = (id: string) => api.request('/nope', { headers: { 'X-Request-Id': id } });
      expect((await ask('abc-1.2_3')).body.request_id).toBe('abc-1.2_3');
      expect((await ask('a b<script>')).body.request_id).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('lead to their explanation', async () => {
      const { status, headers, body } = await api.request('/docs/errors');
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      for (const code of ERROR_CODES) expect(body).toContain(`id="${errorDocsPath(code).split('#')[1]}"`);
    });
  });

  describe('while no key exists', () => {
    it.each(['localhost', '127.0.0.1', '[::1]:9', 'eyeline.localhost:3000'])('serves %s', async (host) => {
      expect(await statusWith({ Host: host })).toBe(200);
    });

    it.each<[Record<string, string>]>([
      [{ Host: 'rebound.example.com' }],
      [{ Host: '0.0.0.0' }],
      [{ Origin: 'https://example.com' }],
      [{ Origin: 'null' }],
    ])('refuses %j', async (headers) => {
      for (const path of ['/', '/v1/analyses', '/docs', '/openapi.json', '/nope']) {
        expect(await statusWith(headers, path)).toBe(403);
      }
    });
  });

  describe('pages', () => {
    it('greets programs, and tells browsers how to build the dashboard where there is none', async () => {
      const { body } = await api.request('/');
      expect(body).toEqual({
        name: 'eyeline',
        status: 'ok',
        docs: `${api.url}/docs`,
        openapi: `${api.url}/openapi.json`,
      });
      for (const path of ['/', '/analyses']) {
        const browser = await api.request(path, { headers: { Accept: 'text/html,*/*;q=0.8' } });
        expectProblem(browser, 'not_found');
        expect(browser.body.detail).toContain('npm run build');
      }
    });

    it('serves the documentation from itself alone', async () => {
      const { status, headers, body } = await api.request('/docs');
      expect(status).toBe(200);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      const assets = [...String(body).matchAll(/(?:src|href)=['"]([^'"]+)['"]/g)].map((match) => match[1]);
      expect(assets.length).toBeGreaterThan(3);
      for (const asset of assets) {
        expect(asset).not.toMatch(/^(https?:)?\/\//);
        expect((await api.request(new URL(asset, `${api.url}/docs`).pathname)).status).toBe(200);
      }
    });

    it('gives links by the protocol that the proxy was asked by', async () => {
      const links = async (protocol: string): Promise<string> =>
        (await api.request('/', { headers: { 'X-Forwarded-Proto': protocol } })).body.docs;
      expect(await links('https')).toBe(`${api.url.replace('http:', 'https:')}/docs`);
      expect(await links('javascript')).toBe(`${api.url}/docs`);
    });

    it('sets no header that lets other sites read', async () => {
      const { headers } = await api.request('/v1/analyses', { headers: { Origin: 'http://localhost:1' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toBe('private, no-cache');
    });
  });

  describe('operations', () => {
    it('lives and is ready', async () => {
      expect((await api.request('/livez')).body).toEqual({ status: 'ok' });
      const up = { status: 'up', error: null };
      const { status, body } = await api.request('/readyz');
      expect([status, body]).toEqual([
        200,
        { status: 'ok', dependencies: { database: up, queue: up, storage: up } },
      ]);
    });

    it('is not ready when something is down, and says what', async () => {
      const broken = jest.spyOn(api.runtime.storage, 'ping').mockRejectedValue(new Error('disk gone'));
      const { status, body } = await api.request('/readyz');
      const metrics = await api.request('/metrics');
      broken.mockRestore();
      expect([status, body.status, body.dependencies.storage]).toEqual([
        503,
        'unavailable',
        { status: 'down', error: 'internal' },
      ]);
      expect(metrics.body).toContain('eyeline_dependency_up{dependency="storage"} 0');
    });

    it('measures', async () => {
      await api.upload(Buffer.from('abc'));
      await api.request('/v1/analyses/an_00000000000000000000');
      const { headers, body } = await api.request('/metrics');
      expect(headers.get('content-type')).toMatch(/^text\/plain/);
      expect(body).toMatch(/^eyeline_analyses\{status="queued"\} 1$/m);
      expect(body).toMatch(/^eyeline_queue_jobs\{job="prepare-video",state="waiting"\} \d+$/m);
      expect(body).toMatch(/^process_resident_memory_bytes \d+/m);
      expect(body).toMatch(
        /^eyeline_http_request_duration_seconds_count\{method="GET",route="\/v1\/analyses\/:id",status="404"\} 1$/m,
      );
    });
  });

  describe('OpenAPI', () => {
    it('has every route, and every reference in it leads somewhere', async () => {
      const { status, body: document } = await api.request('/openapi.json');
      expect(status).toBe(200);
      expect(document.openapi).toBe('3.1.0');

      const references: string[] = [];
      JSON.stringify(document, (key, value) => {
        if (key === '$ref') references.push(value);
        return value;
      });
      expect(references.length).toBeGreaterThan(20);
      for (const reference of references) {
        const path = reference.replace(/^#\//, '').split('/');
        expect([reference, path.reduce((node, part) => node?.[part], document)]).not.toEqual([
          reference,
          undefined,
        ]);
      }

      interface Layer {
        route?: { path: string; methods: Record<string, boolean> };
      }
      const { stack } = api.app.getHttpAdapter().getInstance().router as { stack: Layer[] };
      const routes = stack.flatMap(({ route }) =>
        route === undefined ? [] : Object.keys(route.methods).map((method) => [route.path, method]),
      );
      const contract = routes.filter(([path]) => path.startsWith('/v1/'));
      expect(contract.length).toBeGreaterThan(20);
      for (const [path, method] of contract) {
        const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method];
        expect([path, method, operation?.summary]).toEqual([path, method, expect.any(String)]);
        expect(Object.keys(operation.responses)).toContain('500');
        // 101: a WebSocket.
        expect(Object.keys(operation.responses).some((code) => /^2|^101$/.test(code))).toBe(true);
      }
    });

    it('describes what receivers of webhooks are sent', async () => {
      const { webhooks } = (await api.request('/openapi.json')).body;
      expect(Object.keys(webhooks)).toEqual(['analysis.completed', 'analysis.failed', 'analysis.canceled']);
    });

    it('describes the ways to send a video', async () => {
      const { post } = (await api.request('/openapi.json')).body.paths['/v1/analyses'];
      expect(Object.keys(post.requestBody.content)).toEqual([
        'multipart/form-data',
        'application/json',
        'video/*',
        'application/octet-stream',
      ]);
      const names = post.parameters.map(({ name }: { name: string }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['sampling_fps', 'landmarks', 'smoothing', 'tag', 'metadata']),
      );
    });
  });
});
