import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { type ObjectStorage } from './object-storage.js';

export const MEGABYTE = 1024 * 1024;

export const withCode = (code: string): unknown => expect.objectContaining({ name: 'AppError', code });

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A body that has given so many bytes and then waits for ever. */
export function stallingBody(sizeBytes = MEGABYTE): Readable {
  const body = new Readable({ read: () => undefined });
  for (let given = 0; given < sizeBytes; given += MEGABYTE) body.push(Buffer.alloc(MEGABYTE));
  return body;
}

export async function keysOf(storage: ObjectStorage, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(prefix)) keys.push(key);
  return keys;
}

/** An empty storage, and what of it a client of the interface does not see. */
export interface StorageUnderTest {
  readonly storage: ObjectStorage;
  /** What uploads that have not ended hold, and what is left of ones that failed. */
  readonly listUnfinished: () => Promise<unknown[]>;
}

/**
 * What `ObjectStorage` promises, as tests for any driver.
 *
 * @param open gives a new storage for each test
 */
export function describeStorage(open: () => Promise<StorageUnderTest>): void {
  let storage: ObjectStorage;
  let listUnfinished: StorageUnderTest['listUnfinished'];

  beforeEach(async () => {
    ({ storage, listUnfinished } = await open());
  });

  describe('put and get', () => {
    it('gives back the bytes, and says size and hash', async () => {
      const bytes = Buffer.from('Eyeline sees what the camera saw.');
      expect(await storage.put('a/b', bytes)).toEqual({
        sizeBytes: bytes.byteLength,
        sha256: sha256Of(bytes),
      });
      expect(await buffer(await storage.get('a/b'))).toEqual(bytes);
      expect(await storage.size('a/b')).toBe(bytes.byteLength);
    });

    it('takes an empty body and a stream of text', async () => {
      expect(await storage.put('empty', new Uint8Array())).toMatchObject({ sizeBytes: 0 });
      expect(await storage.size('empty')).toBe(0);
      expect(await buffer(await storage.get('empty'))).toHaveLength(0);
      expect(await storage.put('text', Readable.from(['zwölf\n', 'dreizehn\n']))).toMatchObject({
        sizeBytes: 16,
      });
      expect(await text(await storage.get('text'))).toBe('zwölf\ndreizehn\n');
    });

    it('replaces an object, while whoever reads the old one keeps it', async () => {
      await storage.put('k', Buffer.from('old'));
      const old = await storage.get('k');
      await storage.put('k', Buffer.from('new'));
      expect(await text(old)).toBe('old');
      expect(await text(await storage.get('k'))).toBe('new');
    });

    it('keeps one of several bodies that are put to one key at once', async () => {
      const bodies = [1, 2, 3, 4].map((value) => Buffer.alloc(MEGABYTE + value, value));
      await Promise.all(bodies.map((body) => storage.put('k', Readable.from([body]))));
      const kept = await buffer(await storage.get('k'));
      expect(bodies.filter((body) => body.equals(kept))).toHaveLength(1);
      expect(await listUnfinished()).toEqual([]);
    });

    it('reads ranges, both ends included, and no further than the end', async () => {
      await storage.put('digits', Buffer.from('0123456789'));
      const read = async (range: { start: number; end?: number }) => text(await storage.get('digits', range));
      expect(await read({ start: 2, end: 4 })).toBe('234');
      expect(await read({ start: 7 })).toBe('789');
      expect(await read({ start: 8, end: 100 })).toBe('89');
      expect(await read({ start: 0, end: 0 })).toBe('0');
      expect(await read({ start: 10 })).toBe('');
      await expect(storage.get('nothing', { start: 1 })).rejects.toEqual(withCode('not_found'));
    });

    it('knows no object that is absent, or that is a folder', async () => {
      await storage.put('a/b', Buffer.from('x'));
      for (const key of ['nothing', 'a', 'a/b/c']) {
        expect(await storage.size(key)).toBeNull();
        await expect(storage.get(key)).rejects.toEqual(withCode('not_found'));
        await expect(storage.checkOut(key)).rejects.toEqual(withCode('not_found'));
        await storage.delete(key);
      }
      expect(await storage.size('a/b')).toBe(1);
    });

    it('refuses a key that leaves its ground', async () => {
      for (const key of ['../outside', 'a/../../outside', '/tmp/outside', '.incoming/x']) {
        await expect(storage.put(key, Buffer.from('x'))).rejects.toEqual(withCode('invalid_request'));
        await expect(storage.get(key)).rejects.toEqual(withCode('invalid_request'));
        await expect(storage.checkOut(key)).rejects.toEqual(withCode('invalid_request'));
        await expect(storage.delete(key)).rejects.toEqual(withCode('invalid_request'));
      }
      await expect(storage.deletePrefix('')).rejects.toEqual(withCode('invalid_request'));
    });

    it('can be read in part and left', async () => {
      await storage.put('large', Buffer.alloc(4 * MEGABYTE, 1));
      const reader = await storage.get('large');
      for await (const chunk of reader) {
        expect((chunk as Buffer)[0]).toBe(1);
        break;
      }
      expect(reader.destroyed).toBe(true);
    });
  });

  describe('a put that fails', () => {
    it('shows nothing before it is complete, and leaves nothing when it is aborted', async () => {
      const abort = new AbortController();
      const body = stallingBody(20 * MEGABYTE);
      const outcome = storage.put('k', body, { signal: abort.signal });
      while ((await listUnfinished()).length === 0) await sleep(20);
      expect(await storage.size('k')).toBeNull();
      expect(await keysOf(storage, '')).toEqual([]);

      const reason = new Error('the client went away');
      abort.abort(reason);
      await expect(outcome).rejects.toBe(reason);
      expect(await listUnfinished()).toEqual([]);
      expect(await storage.size('k')).toBeNull();
      expect(body.destroyed).toBe(true);
      await expect(storage.put('k', Buffer.from('x'), { signal: abort.signal })).rejects.toBe(reason);
    });

    it('passes on what went wrong with the body', async () => {
      const failure = new Error('connection reset');
      const body = stallingBody(20 * MEGABYTE);
      const outcome = storage.put('k', body);
      body.destroy(failure);
      await expect(outcome).rejects.toBe(failure);
      const cut = stallingBody();
      const cutOutcome = storage.put('k', cut);
      cut.destroy();
      await expect(cutOutcome).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
      expect(await listUnfinished()).toEqual([]);
      expect(await storage.size('k')).toBeNull();
    });

    it('refuses more bytes than allowed, and leaves the earlier object', async () => {
      await storage.put('k', Buffer.from('earlier'));
      for (const maxBytes of [1000, 18 * MEGABYTE]) {
        const body = stallingBody(20 * MEGABYTE);
        await expect(storage.put('k', body, { maxBytes })).rejects.toEqual(withCode('payload_too_large'));
        expect(body.destroyed).toBe(true);
      }
      expect(await listUnfinished()).toEqual([]);
      expect(await text(await storage.get('k'))).toBe('earlier');
      const exact = await storage.put('k', Buffer.alloc(1000), { maxBytes: 1000 });
      expect(exact).toMatchObject({ sizeBytes: 1000 });
    });
  });

  describe('delete and list', () => {
    it('lists by prefix in order, and never what is in flight', async () => {
      const abort = new AbortController();
      const inFlight = storage.put('a/z', stallingBody(20 * MEGABYTE), { signal: abort.signal });
      for (const key of ['a/c', 'a/b/2', 'a/b/1', 'a/b-1', 'ab', 'b'])
        await storage.put(key, Buffer.from('x'));
      expect(await keysOf(storage, '')).toEqual(['a/b-1', 'a/b/1', 'a/b/2', 'a/c', 'ab', 'b']);
      expect(await keysOf(storage, 'a/b')).toEqual(['a/b-1', 'a/b/1', 'a/b/2']);
      expect(await keysOf(storage, 'a/b/')).toEqual(['a/b/1', 'a/b/2']);
      expect(await keysOf(storage, 'none/')).toEqual([]);
      abort.abort();
      await expect(inFlight).rejects.toThrow();
    });

    it('says of listed objects how large they are, and when they were written', async () => {
      const before = Date.now();
      await storage.put('a/video', Buffer.alloc(1234));
      for await (const object of storage.list('a/')) {
        expect(object).toMatchObject({ key: 'a/video', sizeBytes: 1234 });
        expect(Math.abs(object.modifiedAt.getTime() - before)).toBeLessThan(60_000);
      }
      expect.assertions(2);
    });

    it('deletes by prefix and says how many', async () => {
      for (const key of ['x/an_1/video', 'x/an_1/1/plan.json', 'x/an_10/video'])
        await storage.put(key, Buffer.from('x'));
      expect(await storage.deletePrefix('x/an_1/')).toBe(2);
      expect(await storage.deletePrefix('x/an_1/')).toBe(0);
      expect(await keysOf(storage, '')).toEqual(['x/an_10/video']);
      await storage.delete('x/an_10/video');
      await storage.delete('x/an_10/video');
      expect(await keysOf(storage, '')).toEqual([]);
    });
  });

  describe('checkOut', () => {
    it('gives a file that holds the bytes until it is released', async () => {
      const bytes = Buffer.alloc(3 * MEGABYTE, 'eyeline');
      await storage.put('a/video', bytes);
      const video = await storage.checkOut('a/video', { sha256: sha256Of(bytes) });
      expect((await readFile(video.path)).equals(bytes)).toBe(true);
      await video.release();
      expect(await storage.size('a/video')).toBe(bytes.byteLength);
    });

    it('does not begin when it is aborted already', async () => {
      await storage.put('k', Buffer.from('x'));
      const reason = new Error('canceled');
      await expect(storage.checkOut('k', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });

  it('answers a ping, is prepared twice, and finds nothing unfinished', async () => {
    await storage.ping();
    await storage.prepare();
    await storage.prepare();
    expect(await storage.removeUnfinished(new Date())).toBe(0);
  });
}
