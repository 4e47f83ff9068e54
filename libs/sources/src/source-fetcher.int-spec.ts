import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';

import { createStorage, type ObjectStorage, type StoredObject } from '@eyeline/storage';
import { sendFile, type SourceServer, startSourceServer } from '@eyeline/testing';
import { AddressGuard, readRetryAfter, requestPinned, type Resolve } from '@eyeline/webhooks';

import { type FetchOptions, SourceFetcher } from './source-fetcher.js';
import { DEFAULT_LIMITS, type SourceLimits } from './source-limits.js';
import { SOURCE_REFUSALS } from './source-refusals.js';

const MEGABYTE = 1024 * 1024;
const KEY = 'analyses/an_x/video';
const SECRET = 'X-Signature=do-not-tell';

const file = randomBytes(5 * MEGABYTE);
const sha256 = createHash('sha256').update(file).digest('hex');

/** Real: a web server on loopback, connections, the guard of addresses, a storage folder. */
describe('SourceFetcher', () => {
  let server: SourceServer;
  let folder: string;
  let storage: ObjectStorage;
  let stores: number;
  const told: unknown[] = [];

  beforeEach(async () => {
    server = await startSourceServer();
    folder = await mkdtemp(join(tmpdir(), 'eyeline-sources-'));
    storage = createStorage({ kind: 'folder', root: folder });
    stores = 0;
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });
  afterAll(() => {
    // Signed addresses are secrets: whatever was thrown in these tests holds none.
    expect(told.length).toBeGreaterThan(15);
    expect(inspect(told, { depth: 8, showHidden: true })).not.toContain('do-not-tell');
  });

  interface Situation extends Partial<FetchOptions> {
    readonly address?: string;
    readonly limits?: Partial<SourceLimits>;
    readonly resolve?: Resolve;
    readonly allowed?: readonly string[];
  }

  const fetchFile = async ({
    address = server.addressOf(`/film?${SECRET}`),
    limits,
    resolve,
    allowed = ['127.0.0.0/8'],
    ...options
  }: Situation = {}): Promise<StoredObject> => {
    const guard = new AddressGuard(allowed, resolve, { refusals: SOURCE_REFUSALS });
    const door = { check: (url: string) => guard.check(url), request: requestPinned, readRetryAfter };
    const all = { maxBytes: 50 * MEGABYTE, signal: new AbortController().signal, ...options };
    const fetcher = new SourceFetcher(door, { ...DEFAULT_LIMITS, waitsMs: [1], ...limits });
    const store = (bytes: Parameters<Parameters<SourceFetcher['fetch']>[1]>[0]) => {
      stores++;
      return storage.put(KEY, bytes, { maxBytes: all.maxBytes, signal: all.signal });
    };
    return fetcher.fetch(address, store, all).catch((error: unknown) => {
      told.push(error);
      throw error;
    });
  };

  const expectWhole = async (situation?: Situation): Promise<void> => {
    expect(await fetchFile(situation)).toEqual({ sizeBytes: file.length, sha256 });
    expect(await storage.size(KEY)).toBe(file.length);
  };

  const expectFailure = async (situation: Situation, failure: object): Promise<void> => {
    await expect(fetchFile(situation)).rejects.toMatchObject(failure);
    expect(await storage.size(KEY)).toBeNull();
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
    while ((await server.connections()) > 0) await sleep(10); // the test's own time limit ends it
  };

  const redirect = (response: ServerResponse, to: string, status = 302) =>
    response.writeHead(status, { Location: to }).end('elsewhere');

  it('stores the bytes of the answer, whatever they are said to be', async () => {
    const seen: [number, number | null][] = [];
    server.answer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      sendFile(request, response, file);
    });
    await expectWhole({ onProgress: (received, total) => seen.push([received, total]) });
    expect(seen.at(-1)).toEqual([file.length, file.length]);
    const [{ path, headers }] = server.requests;
    expect(path).toBe(`/film?${SECRET}`);
    expect(headers).toMatchObject({ host: `127.0.0.1:${server.port}`, 'accept-encoding': 'identity' });
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
    );
  });

  it('takes a body of unknown length', async () => {
    server.answer((_request, response) => response.write(file, () => response.end()));
    await expectWhole();
  });

  describe('redirects', () => {
    it.each([301, 302, 303, 307, 308])('are followed: %i', async (status) => {
      server.answer((request, response) =>
        request.url === '/b/film' ? sendFile(request, response, file) : redirect(response, 'b/film', status),
      );
      await expectWhole();
    });

    it('are followed five times and no further', async () => {
      let hops = 5;
      server.answer((request, response) =>
        hops-- > 0 ? redirect(response, `/${hops}`) : sendFile(request, response, file),
      );
      await expectWhole();
      await storage.delete(KEY);
      server.answer((_request, response) => redirect(response, `/loop?${SECRET}`));
      await expectFailure({}, { code: 'source_unreachable', retryable: false });
      expect(server.requests).toHaveLength(6 + 6);
    });

    it.each([
      'http://169.254.169.254/latest/meta-data',
      'https://10.0.0.1/film',
      'http://[::1]:PORT/film',
      'http://2852039166/',
      'http://user:do-not-tell@127.0.0.1:PORT/film',
      'http://93.184.215.14/film',
      'https://93.184.215.14:8443/film',
      'file:///etc/passwd',
      'ftp://127.0.0.1/film',
    ])('to %s are refused', async (to) => {
      server.answer((_request, response) => redirect(response, to.replace('PORT', String(server.port))));
      await expectFailure({}, { code: 'source_forbidden', retryable: false });
      expect(server.requests).toHaveLength(1);
    });

    it('to what is no address, or to nowhere, are failures', async () => {
      server.answer((_request, response) => redirect(response, `http://[${SECRET}`));
      await expectFailure({}, { code: 'source_unreachable', retryable: false });
      server.answer((_request, response) => response.writeHead(302).end());
      await expectFailure({}, { code: 'source_unreachable', detail: 'The server answered 302.' });
    });
  });

  describe('names', () => {
    // A name that no resolver of the system knows: only what was checked can lead to the server.
    const named = (path: string) => `http://rebinding.invalid:${server.port}${path}`;

    it('lead to the address that was checked, whatever they resolve to a moment later', async () => {
      const answers = [['127.0.0.1'], ['10.0.0.1']];
      const resolve: Resolve = () => Promise.resolve(answers.shift() ?? []);
      server.answer((request, response) => sendFile(request, response, file));
      await expectWhole({ address: named('/film'), resolve });
      expect(server.requests[0].headers.host).toBe(`rebinding.invalid:${server.port}`);
      await storage.delete(KEY);
      await expectFailure({ address: named('/film'), resolve }, { code: 'source_forbidden' });
      expect(server.requests).toHaveLength(1);
    });

    it('are looked at again after a redirect, and when a transfer is gone on with', async () => {
      const after = (): Resolve => {
        const answers = [['127.0.0.1'], ['127.0.0.1', '169.254.169.254']];
        return () => Promise.resolve(answers.shift() ?? []);
      };
      server.answer((_request, response) => redirect(response, '/again'));
      await expectFailure({ address: named('/'), resolve: after() }, { code: 'source_forbidden' });
      server.answer((request, response) => sendFile(request, response, file, { cutAfter: MEGABYTE }));
      await expectFailure({ address: named('/'), resolve: after() }, { code: 'source_forbidden' });
      expect(server.requests).toHaveLength(2);
    });

    it('that are not known may be known later', async () => {
      const unknown = { code: 'source_unreachable', retryable: true };
      const address = `${named('/film')}?${SECRET}`;
      await expectFailure({ address, resolve: () => Promise.reject(new Error('ENOTFOUND')) }, unknown);
      await expectFailure({ address, resolve: () => Promise.resolve([]) }, unknown);
    });

    it('are not waited for without end', async () => {
      const resolve: Resolve = () => new Promise(() => undefined);
      const late = { code: 'source_unreachable', detail: 'No answer came within 0.1 s.', retryable: true };
      await expectFailure({ address: named('/'), resolve, limits: { headMs: 100 } }, late);
    });
  });

  describe('a connection that is cut', () => {
    it('is gone on with from the byte that came last', async () => {
      server.answer((request, response) =>
        sendFile(request, response, file, server.requests.length < 4 ? { cutAfter: MEGABYTE } : {}),
      );
      await expectWhole();
      expect(stores).toBe(1);
      const ranges = server.requests.map(({ headers }) => [headers.range, headers['if-range']]);
      expect(ranges[0]).toEqual([undefined, undefined]);
      expect(ranges).toHaveLength(4);
      for (const [range, ifRange] of ranges.slice(1)) {
        expect(Number(/^bytes=(\d+)-$/.exec(String(range))![1])).toBeGreaterThan(0);
        expect(ifRange).toBe('"1"');
      }
    });

    it('of unknown length is gone on with too, by the date of the file', async () => {
      const date = 'Sat, 21 Nov 2026 10:00:00 GMT';
      server.answer((request, response) => {
        if (server.requests.length > 1) {
          sendFile(request, response, file, { etag: date });
          return;
        }
        response.writeHead(200, { 'Last-Modified': date, ETag: 'W/"weak"' });
        response.write(file.subarray(0, MEGABYTE), () => response.destroy());
      });
      await expectWhole();
      expect([stores, server.requests.length]).toEqual([1, 2]);
    });

    it.each([
      ['knows no ranges', { ranges: false }, 'bytes='],
      ['names no state of the file', { etag: null }, undefined],
    ])('begins anew where the server %s', async (_what, options, range) => {
      server.answer((request, response) =>
        sendFile(request, response, file, {
          ...options,
          ...(server.requests.length === 1 && { cutAfter: MEGABYTE }),
        }),
      );
      await expectWhole();
      expect(stores).toBe(2);
      const asked = server.requests[1].headers.range;
      if (range === undefined) expect(asked).toBeUndefined();
      else expect(asked).toContain(range);
    });

    it('begins anew when the file is another one by then', async () => {
      const before = randomBytes(3 * MEGABYTE);
      server.answer((request, response) => {
        if (server.requests.length === 1)
          sendFile(request, response, before, { etag: '"0"', cutAfter: MEGABYTE });
        else sendFile(request, response, file);
      });
      await expectWhole();
      expect(stores).toBe(2);
    });

    it('takes no answer for the rest that begins elsewhere or is of another file', async () => {
      const wrong = [`bytes 7-${file.length - 1}/${file.length}`, 'bytes 0-1/2', 'nonsense'];
      server.answer((request, response) => {
        if (request.headers.range === undefined) {
          const isLast = wrong.length === 0;
          sendFile(request, response, file, isLast ? {} : { cutAfter: MEGABYTE });
        } else response.writeHead(206, { 'Content-Range': wrong.shift() }).end('abc');
      });
      await expect(fetchFile()).rejects.toMatchObject({ code: 'source_unreachable', retryable: true });
      expect([stores, await storage.size(KEY)]).toEqual([3, null]);
    });

    it('is given up when nothing more comes, and waits as it is asked to', async () => {
      server.answer((request, response) => {
        if (request.headers.range === undefined) sendFile(request, response, file, { cutAfter: MEGABYTE });
        else response.writeHead(503, { 'Retry-After': '1' }).end();
      });
      const startedAtMs = performance.now();
      await expectFailure(
        { limits: { longestRetryAfterMs: 100 } },
        { code: 'source_unreachable', detail: 'The server answered 503.', retryable: true },
      );
      expect(server.requests).toHaveLength(4);
      expect(performance.now() - startedAtMs).toBeGreaterThan(290);
    });
  });

  describe('size', () => {
    it('is refused at once when it is announced', async () => {
      server.answer((_request, response) => {
        response.writeHead(200, { 'Content-Length': '900000000000000' }).write('x');
      });
      await expectFailure({}, { code: 'payload_too_large', retryable: false });
    });

    it('is cut at the limit when it is not', async () => {
      let sentBytes = 0;
      server.answer((_request, response) => {
        const pour = (): void => {
          while (!response.destroyed && response.write(file)) sentBytes += file.length;
        };
        response.writeHead(200).on('drain', pour);
        pour();
      });
      await expectFailure({ maxBytes: 20 * MEGABYTE }, { code: 'payload_too_large' });
      expect(sentBytes).toBeLessThan(100 * MEGABYTE);
    });

    it('is that of the limit at most', async () => {
      server.answer((request, response) => sendFile(request, response, file));
      await expectWhole({ maxBytes: file.length });
    });
  });

  describe('time', () => {
    it('for an answer is limited', async () => {
      server.answer(() => undefined);
      const late = { code: 'source_unreachable', detail: 'No answer came within 0.2 s.', retryable: true };
      await expectFailure({ limits: { headMs: 200 } }, late);
    });

    it.each([
      ['stops', 1e9],
      ['trickles', 20],
    ])('for a body that %s is limited', async (_what, everyMs) => {
      server.answer((_request, response) => {
        response.writeHead(200, { 'Content-Length': '1000000' }).write('x');
        const timer = setInterval(() => response.write('x'), Math.min(everyMs, 2 ** 31 - 1));
        response.on('close', () => clearInterval(timer));
      });
      await expectFailure(
        { limits: { paceMs: 300, paceBytes: 100_000 } },
        { code: 'source_unreachable', retryable: true },
      );
    });

    it('that the storage needs does not count', async () => {
      server.answer((request, response) => sendFile(request, response, file));
      const fetching = fetchFile({
        limits: { paceMs: 2000 },
        onProgress: (received) => {
          if (received > MEGABYTE) return;
          const untilMs = performance.now() + 200;
          while (performance.now() < untilMs); // longer in all than the server may take
        },
      });
      expect(await fetching).toEqual({ sizeBytes: file.length, sha256 });
    });
  });

  it.each([
    [404, false],
    [403, false],
    [410, false],
    [204, false],
    [206, false],
    [408, true],
    [429, true],
    [500, true],
    [503, true],
  ])('takes %i for a failure, which may pass: %s', async (status, retryable) => {
    server.answer((_request, response) => response.writeHead(status).end());
    await expectFailure(
      {},
      { code: 'source_unreachable', retryable, detail: `The server answered ${status}.` },
    );
    expect(server.requests).toHaveLength(1);
  });

  it('lets a server alone for as long as it asks', async () => {
    server.answer((_request, response) => response.writeHead(429, { 'Retry-After': '1' }).end());
    const startedAtMs = performance.now();
    await expectFailure({}, { code: 'source_unreachable', retryable: true });
    expect(performance.now() - startedAtMs).toBeGreaterThan(950);
  });

  it('takes closed ports and broken answers for failures that may pass', async () => {
    server.answer((request) => request.socket.end('nonsense\r\n\r\n'));
    await expectFailure({}, { code: 'source_unreachable', retryable: true });
    server.answer((request) => request.socket.destroy());
    await expectFailure({}, { code: 'source_unreachable', retryable: true });
    const closed = await startSourceServer();
    await closed.close();
    await expectFailure(
      { address: closed.addressOf(`/film?${SECRET}`) },
      { code: 'source_unreachable', detail: 'No answer came (ECONNREFUSED).', retryable: true },
    );
  });

  it('stops when it is told to, in the middle and while it waits', async () => {
    const reason = new Error('canceled');
    const abort = new AbortController();
    server.answer((_request, response) => response.writeHead(200).write(file));
    const fetching = expectFailure({ signal: abort.signal }, reason);
    while (server.requests.length === 0) await sleep(5);
    abort.abort(reason);
    await fetching;

    const later = new AbortController();
    server.answer((_request, response) => response.writeHead(503, { 'Retry-After': '60' }).end());
    const waiting = expectFailure({ signal: later.signal }, reason);
    while (server.requests.length === 1) await sleep(5);
    setTimeout(() => later.abort(reason), 200);
    await waiting;
  });

  it('passes on what the storage throws, and lets the server go', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'where a folder was meant');
    server.answer((request, response) => sendFile(request, response, file));
    await expect(fetchFile()).rejects.toMatchObject({ code: 'storage_unavailable' });
    while ((await server.connections()) > 0) await sleep(10);
  });
});
