import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import {
  type BreakableProxy,
  createTestDatabase,
  openProxy,
  type TestDatabase,
  testRedisUrl,
} from '@eyeline/testing';
import { objectKeys } from '@eyeline/storage';
import * as tus from 'tus-js-client';

import { openTestApi, type TestApi, until } from '../../../apps/api/src/test-api.factory.js';
import { EXAMPLE_FRAME, EXAMPLE_REPORT } from '../../../apps/api/src/docs/examples/report.examples.js';
import { createClient as createBrowserClient } from './browser.js';
import { createClient, type EyelineClient, EyelineError } from './index.js';

jest.setTimeout(120_000);

const MEGABYTE = 1024 * 1024;

/** Real: the client, HTTP, PostgreSQL, Redis, the folder of objects; a way between them that can be cut. */
describe('the client', () => {
  let database: TestDatabase;
  let api: TestApi;
  let proxy: BreakableProxy;
  let client: EyelineClient;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'eyeline-client-'));
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8', MAX_UPLOAD_BYTES: String(64 * MEGABYTE) },
    );
    proxy = await openProxy(api.url);
    client = createClient({ baseUrl: proxy.url });
  });

  afterAll(async () => {
    await proxy?.close();
    await api?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  async function fileOf(bytes: Buffer, name: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  }

  /** The video of an analysis as it lies in the storage. */
  async function storedVideo(id: string): Promise<Buffer> {
    const row = await api.runtime.database.analyses.findById(id);
    const chunks: Buffer[] = [];
    for await (const chunk of await api.runtime.storage.get(row!.videoKey)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Ends an analysis as a worker would. */
  async function complete(id: string, frames = 1): Promise<void> {
    const attempt = { analysisId: id, attempt: 1 };
    await api.runtime.database.attempts.start(attempt);
    const lines = Array.from(
      { length: frames },
      (_, n) => `${JSON.stringify({ ...EXAMPLE_FRAME, t_s: n })}\n`,
    );
    await api.runtime.storage.put(objectKeys.frames(id, 1), Readable.from([Buffer.from(lines.join(''))]));
    const report = { ...EXAMPLE_REPORT, analysis_id: id };
    await api.runtime.database.attempts.complete(attempt, report, new Date(Date.now() + 1e9));
  }

  const failureOf = (call: Promise<unknown>): Promise<EyelineError> =>
    call.then(
      () => {
        throw new Error('It did not fail.');
      },
      (error: EyelineError) => error,
    );

  describe('analyze', () => {
    const bytes = randomBytes(3 * MEGABYTE);

    it('sends a file, with its options, and tells how much is sent', async () => {
      const told: number[] = [];
      const analysis = await client.analyze(await fileOf(bytes, 'a b.mp4'), {
        options: { sampling_fps: 2, smoothing: { alpha: 0.5 }, landmarks: true },
        tag: 'mine',
        metadata: { room: 'Ä' },
        onProgress: ({ sentBytes, totalBytes }) => {
          expect(totalBytes).toBe(bytes.length);
          told.push(sentBytes);
        },
      });
      expect(analysis).toMatchObject({
        ...{ object: 'analysis', status: 'queued', tag: 'mine', metadata: { room: 'Ä' } },
        options: { sampling_fps: 2, smoothing: { alpha: 0.5 }, landmarks: true },
      });
      expect(told.length).toBeGreaterThan(2);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBe(bytes.length);
      expect((await storedVideo(analysis.id)).equals(bytes)).toBe(true);
    });

    it.each([
      ['bytes', () => bytes],
      ['a blob', () => new Blob([bytes])],
      ['a stream of the web', () => new Blob([bytes]).stream() as ReadableStream<Uint8Array>],
      ['a stream of Node', () => Readable.from([bytes.subarray(0, 100), bytes.subarray(100)])],
    ])('sends %s', async (_name, source) => {
      const { id } = await client.analyze(source());
      expect((await storedVideo(id)).equals(bytes)).toBe(true);
    });

    it('sends files from browsers, which open no paths', async () => {
      const browser = createBrowserClient({ baseUrl: proxy.url });
      const { id } = await browser.analyze(new File([bytes], 'a.mp4'), { upload: 'raw' });
      expect((await storedVideo(id)).equals(bytes)).toBe(true);
      await expect(browser.analyze('a.mp4')).rejects.toThrow(TypeError);
    });

    it('tells apart what is refused, what is not there, and what stops', async () => {
      const refused = await failureOf(client.analyze(bytes, { options: { sampling_fps: -1 } }));
      expect(refused).toBeInstanceOf(EyelineError);
      expect(refused).toMatchObject({ code: 'invalid_request', status: 400, retryable: false });
      expect(refused.errors.map(({ pointer }) => pointer)).toEqual(['sampling_fps']);
      expect(refused.requestId).toMatch(/\w/);
      expect(await failureOf(client.analyze({ uploadId: 'up_none' }))).toMatchObject({ code: 'not_found' });
      await expect(client.analyze(join(folder, 'none.mp4'))).rejects.toMatchObject({ code: 'ENOENT' });
      const reason = new Error('enough');
      await expect(client.analyze(bytes, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });

    it('refuses what is too large before it is sent', async () => {
      const large = await fileOf(Buffer.alloc(65 * MEGABYTE), 'large.mp4');
      for (const upload of ['raw', 'pieces'] as const) {
        expect(await failureOf(client.analyze(large, { upload }))).toMatchObject({
          code: 'payload_too_large',
        });
      }
    });

    it('stops as long as bytes are missing; after that it says what runs', async () => {
      const path = await fileOf(bytes, 'c.mp4');
      const stopAt = (share: number, tag: string) => {
        const stop = new AbortController();
        return client.analyze(path, {
          ...{ tag, upload: 'raw', signal: stop.signal },
          onProgress: ({ sentBytes }) => {
            if (sentBytes >= share * bytes.length) stop.abort(new Error('enough'));
          },
        });
      };
      await expect(stopAt(0.1, 'early')).rejects.toThrow('enough');
      const { id } = await stopAt(1, 'late');
      const found = [];
      for await (const analysis of client.list()) found.push([analysis.tag, analysis.id]);
      expect(found).toContainEqual(['late', id]);
      expect(found.map(([tag]) => tag)).not.toContain('early');
    });

    it.each(['https://example.com/a.mp4', new URL('https://example.com/a.mp4')])(
      'names an address: %s',
      async (source) => {
        const sent: unknown[] = [];
        const recorder = createClient({
          baseUrl: api.url,
          fetch: async (request, init) => {
            const asked = new Request(request, init);
            sent.push([asked.method, new URL(asked.url).pathname, await asked.json()]);
            return Response.json({ id: 'an_1' }, { status: 202 });
          },
        });
        expect(await recorder.analyze(source, { tag: 'far' })).toEqual({ id: 'an_1' });
        expect(sent).toEqual([
          ['POST', '/v1/analyses', { source_url: 'https://example.com/a.mp4', tag: 'far' }],
        ]);
      },
    );

    it('starts one analysis when the answer gets lost on the way', async () => {
      let losses = 0;
      const lossy = createClient({
        baseUrl: api.url,
        fetch: async (...request) => {
          const answer = await fetch(...request);
          if (losses++ > 0) return answer;
          await answer.arrayBuffer();
          throw new TypeError('fetch failed');
        },
      });
      const tag = 'lossy';
      const { id } = await lossy.analyze(bytes, { tag });
      expect(losses).toBe(2);
      const found = [];
      for await (const analysis of client.list({ tag })) found.push(analysis.id);
      expect(found).toEqual([id]);
    });
  });

  describe('analyze, in pieces', () => {
    const bytes = randomBytes(40 * MEGABYTE);

    it('goes on after a cut', async () => {
      const cuts: Promise<void>[] = [];
      const { id } = await client.analyze(await fileOf(bytes, 'cut.mp4'), {
        onProgress: ({ sentBytes }) => {
          if (sentBytes < (cuts.length + 1) * 10 * MEGABYTE || cuts.length === 3) return;
          cuts.push(proxy.cut().then(() => proxy.mend()));
        },
      });
      await Promise.all(cuts);
      expect(cuts).toHaveLength(3);
      expect((await storedVideo(id)).equals(bytes)).toBe(true);
    });

    it('goes on where another call has stopped', async () => {
      const { FileUrlStorage } = tus as unknown as { FileUrlStorage: new (path: string) => tus.UrlStorage };
      const unfinished = new FileUrlStorage(join(folder, 'uploads.json'));
      const path = await fileOf(bytes, 'stopped.mp4');
      const stop = new AbortController();
      const reason = new Error('enough');
      const stopped = client.analyze(path, {
        ...{ unfinished, signal: stop.signal },
        onProgress: ({ sentBytes }) => {
          if (sentBytes > 20 * MEGABYTE) stop.abort(reason);
        },
      });
      await expect(stopped).rejects.toBe(reason);
      const told: number[] = [];
      const again = {
        unfinished,
        onProgress: ({ sentBytes }: { sentBytes: number }) => void told.push(sentBytes),
      };
      const { id } = await client.analyze(path, again);
      expect(Math.min(...told)).toBeGreaterThanOrEqual(16 * MEGABYTE);
      expect((await storedVideo(id)).equals(bytes)).toBe(true);
      // What is done is forgotten: the next call sends it anew.
      expect(JSON.parse(await readFile(join(folder, 'uploads.json'), 'utf8'))).toEqual({});
    });
  });

  it('waits for the end, over an outage, and is told what happens', async () => {
    const { id } = await client.analyze(Buffer.from('abc'));
    const told: string[] = [];
    const waiting = client.waitFor(id, { onProgress: ({ status }) => told.push(status), askEveryS: 1 });
    await until(() => Promise.resolve(told.length > 0), 30_000);
    await proxy.cut();
    await proxy.mend();
    await complete(id);
    expect(await waiting).toMatchObject({ id, status: 'completed', progress: 1 });
    expect([told[0], told.at(-1)]).toEqual(['queued', 'completed']);
    const reason = new Error('enough');
    await expect(client.waitFor(id, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(await failureOf(client.waitFor('an_none'))).toMatchObject({ code: 'not_found' });
  });

  it('reads all pages of lists and of frames', async () => {
    const ids = [];
    for (let n = 0; n < 103; n++)
      ids.unshift((await client.analyze(Buffer.from('abc'), { tag: 'pages' })).id);
    const found = [];
    for await (const { id } of client.list({ tag: 'pages', status: 'queued' })) found.push(id);
    expect(found).toEqual(ids);
    await complete(ids[0], 1001);
    const times = [];
    for await (const { t_s: time } of client.frames(ids[0])) times.push(time);
    expect(times).toEqual(Array.from({ length: 1001 }, (_, n) => n));
    const csv = await text(Readable.fromWeb((await client.framesFile(ids[0], 'csv')) as never));
    expect(csv.trimEnd().split('\n')).toHaveLength(1002);
    expect((await client.report(ids[0])).analysis_id).toBe(ids[0]);
    expect(await failureOf(client.report(ids[1]))).toMatchObject({ code: 'not_ready', retryable: true });
  });

  it('cancels, retries and deletes', async () => {
    const { id } = await client.analyze(Buffer.from('abc'));
    expect(await client.cancel(id)).toMatchObject({ id, status: 'canceled' });
    expect(await failureOf(client.retry(id))).toMatchObject({ code: 'conflict', status: 409 });
    expect(await client.delete(id)).toMatchObject({ id, deleted: true });
    expect(await failureOf(client.get(id))).toMatchObject({ code: 'not_found', retryable: false });
  });

  it('keeps webhook endpoints', async () => {
    const { webhookEndpoints } = client;
    const { id, secret } = await webhookEndpoints.create({
      url: 'http://127.0.0.1:9/',
      events: ['analysis.failed'],
    });
    expect(secret).toMatch(/^whsec_/);
    expect(await webhookEndpoints.change(id, { enabled: false })).toMatchObject({ id, enabled: false });
    await webhookEndpoints.change(id, { enabled: true });
    expect(await webhookEndpoints.list()).toEqual([await webhookEndpoints.get(id)]);
    const test = await webhookEndpoints.test(id);
    expect(await webhookEndpoints.delivery(test.id)).toMatchObject({ id: test.id, event: 'webhook.test' });
    const deliveries = [];
    for await (const one of webhookEndpoints.deliveries(id)) deliveries.push(one.id);
    expect(deliveries).toEqual([test.id]);
    expect(await webhookEndpoints.redeliver(test.id)).toMatchObject({ id: test.id, status: 'pending' });
    expect((await webhookEndpoints.rotateSecret(id)).secret).not.toBe(secret);
    await webhookEndpoints.delete(id);
    expect(await webhookEndpoints.list()).toEqual([]);
  });

  it('shows its key, and says when nobody answers', async () => {
    const { keys } = api.runtime.database;
    const { key } = await keys.create({ name: 'test', projectId: 'default', scopes: ['analyses:read'] });
    const asked = (apiKey?: string) =>
      failureOf(createClient({ baseUrl: api.url, apiKey, maxRetries: 0 }).get('an_1'));
    // That there was no key is believed for a moment longer.
    await until(async () => (await asked('ey_wrong')).status === 401, 30_000);
    expect(await asked()).toMatchObject({ code: 'unauthorized' });
    expect(await asked(key)).toMatchObject({ code: 'not_found' });
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:9', maxRetries: 0 });
    expect(await failureOf(nobody.get('an_1'))).toMatchObject({ code: 'unreachable', retryable: true });
    expect(() => createClient({ baseUrl: '127.0.0.1:3000' })).toThrow(TypeError);
  });
});
