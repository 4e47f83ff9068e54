import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { createStorage } from '../create-storage.js';
import { type ObjectStorage } from '../object-storage.js';

const MEGABYTE = 1024 * 1024;
const withCode = (code: string) => expect.objectContaining({ name: 'AppError', code });

jest.setTimeout(30_000);

let root: string;
let storage: ObjectStorage;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'eyeline-storage-'));
  storage = createStorage({ kind: 'folder', root });
});

afterEach(async () => {
  await chmod(root, 0o755);
  await rm(root, { recursive: true, force: true });
});

async function keysOf(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(prefix)) keys.push(key);
  return keys;
}

const filesInFlight = () => readdir(join(root, '.incoming'));

/** A body that has given some bytes and then waits for ever. */
function stallingBody(): Readable {
  const body = new Readable({ read: () => undefined });
  body.push(Buffer.alloc(MEGABYTE));
  return body;
}

describe('put and get', () => {
  it('gives back the bytes, and says size and hash', async () => {
    const bytes = Buffer.from('Eyeline sees what the camera saw.');
    const stored = await storage.put('a/b', bytes);
    expect(stored).toEqual({
      sizeBytes: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await buffer(await storage.get('a/b'))).toEqual(bytes);
    expect(await storage.size('a/b')).toBe(bytes.byteLength);
  });

  it('takes an empty body and a stream of text', async () => {
    expect(await storage.put('empty', new Uint8Array())).toMatchObject({ sizeBytes: 0 });
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

  it('reads ranges, both ends included, and no further than the end', async () => {
    await storage.put('digits', Buffer.from('0123456789'));
    const read = async (range: { start: number; end?: number }) => text(await storage.get('digits', range));
    expect(await read({ start: 2, end: 4 })).toBe('234');
    expect(await read({ start: 7 })).toBe('789');
    expect(await read({ start: 8, end: 100 })).toBe('89');
    expect(await read({ start: 0, end: 0 })).toBe('0');
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

  it('refuses a key that leaves its folder', async () => {
    for (const key of ['../outside', 'a/../../outside', '/tmp/outside', '.incoming/x']) {
      await expect(storage.put(key, Buffer.from('x'))).rejects.toEqual(withCode('invalid_request'));
      await expect(storage.get(key)).rejects.toEqual(withCode('invalid_request'));
      await expect(storage.delete(key)).rejects.toEqual(withCode('invalid_request'));
    }
    await expect(storage.deletePrefix('')).rejects.toEqual(withCode('invalid_request'));
  });

  it('streams 300 MB without holding them', async () => {
    const chunk = Buffer.alloc(MEGABYTE, 7);
    const hash = createHash('sha256');
    let peakBytes = 0;
    const startBytes = process.memoryUsage.rss();
    const body = function* () {
      for (let i = 0; i < 300; i++) {
        hash.update(chunk);
        peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
        yield chunk;
      }
    };
    const stored = await storage.put('large', Readable.from(body()));
    expect(stored).toEqual({ sizeBytes: 300 * MEGABYTE, sha256: hash.digest('hex') });
    expect((peakBytes - startBytes) / MEGABYTE).toBeLessThan(64);
    expect(await storage.size('large')).toBe(300 * MEGABYTE);
  });
});

describe('a put that fails', () => {
  it('shows nothing before it is complete, and leaves nothing when it is aborted', async () => {
    const abort = new AbortController();
    const body = stallingBody();
    const outcome = storage.put('k', body, { signal: abort.signal });
    while ((await storage.size('k')) === null && (await readdir(root)).length === 0) await sleep(5);
    await sleep(50);
    expect(await filesInFlight()).toHaveLength(1);
    expect(await storage.size('k')).toBeNull();
    expect(await keysOf('')).toEqual([]);

    const reason = new Error('the client went away');
    abort.abort(reason);
    await expect(outcome).rejects.toBe(reason);
    expect(await filesInFlight()).toEqual([]);
    expect(await storage.size('k')).toBeNull();
    expect(body.destroyed).toBe(true);
  });

  it('passes on what went wrong with the body', async () => {
    const failure = new Error('connection reset');
    const body = stallingBody();
    const outcome = storage.put('k', body);
    body.destroy(failure);
    await expect(outcome).rejects.toBe(failure);
    const cut = stallingBody();
    const cutOutcome = storage.put('k', cut);
    cut.destroy();
    await expect(cutOutcome).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
    expect(await filesInFlight()).toEqual([]);
    expect(await storage.size('k')).toBeNull();
  });

  it('refuses more bytes than allowed, and leaves the earlier object and, if asked, the body', async () => {
    await storage.put('k', Buffer.from('earlier'));
    const body = stallingBody();
    await expect(storage.put('k', body, { maxBytes: 1000 })).rejects.toEqual(withCode('payload_too_large'));
    expect(body.destroyed).toBe(true);
    const request = stallingBody();
    await expect(storage.put('k', request, { maxBytes: 1000, leaveOpen: true })).rejects.toEqual(
      withCode('payload_too_large'),
    );
    expect(request.destroyed).toBe(false);
    expect(await filesInFlight()).toEqual([]);
    expect(await text(await storage.get('k'))).toBe('earlier');
    expect(await storage.put('k', Buffer.alloc(1000), { maxBytes: 1000 })).toMatchObject({ sizeBytes: 1000 });
  });

  it('says storage_unavailable when the folder cannot be used, and works once it can', async () => {
    const place = join(root, 'place');
    await writeFile(place, 'a file where the folder should be');
    const blocked = createStorage({ kind: 'folder', root: place });
    await expect(blocked.ping()).rejects.toEqual(withCode('storage_unavailable'));
    await expect(blocked.put('k', Buffer.from('x'))).rejects.toEqual(withCode('storage_unavailable'));
    await rm(place);
    await blocked.ping();
    await blocked.put('k', Buffer.from('x'));
    expect(await blocked.size('k')).toBe(1);
  });
});

describe('delete and list', () => {
  it('lists by prefix in order, and never what is in flight', async () => {
    const abort = new AbortController();
    const inFlight = storage.put('a/z', stallingBody(), { signal: abort.signal });
    for (const key of ['a/c', 'a/b/2', 'a/b/1', 'a/b-1', 'ab', 'b']) await storage.put(key, Buffer.from('x'));
    expect(await keysOf('')).toEqual(['a/b-1', 'a/b/1', 'a/b/2', 'a/c', 'ab', 'b']);
    expect(await keysOf('a/b')).toEqual(['a/b-1', 'a/b/1', 'a/b/2']);
    expect(await keysOf('a/b/')).toEqual(['a/b/1', 'a/b/2']);
    expect(await keysOf('none/')).toEqual([]);
    abort.abort();
    await expect(inFlight).rejects.toThrow();
  });

  it('says of listed objects how large they are, and since when they are there', async () => {
    const before = Date.now();
    await storage.put('a/video', Buffer.alloc(1234));
    for await (const object of storage.list('a/')) {
      expect(object).toMatchObject({ key: 'a/video', sizeBytes: 1234 });
      expect(Math.abs(object.modifiedAt.getTime() - before)).toBeLessThan(60_000);
    }
    expect.assertions(2);
  });

  it('deletes by prefix, says how many, and leaves no empty folder', async () => {
    for (const key of ['x/an_1/video', 'x/an_1/1/plan.json', 'x/an_10/video'])
      await storage.put(key, Buffer.from('x'));
    expect(await storage.deletePrefix('x/an_1/')).toBe(2);
    expect(await storage.deletePrefix('x/an_1/')).toBe(0);
    expect(await readdir(join(root, 'x'))).toEqual(['an_10']);
    await storage.delete('x/an_10/video');
    expect(await readdir(root)).toEqual(['.incoming']);
  });

  it('loses no object when folders are swept while others are filled', async () => {
    const puts = Array.from({ length: 100 }, (_, i) => storage.put(`f/${i % 5}/${i}`, Buffer.from('x')));
    const sweeps = Array.from({ length: 100 }, (_, i) => storage.delete(`f/${i % 5}/absent`));
    await Promise.all([...puts, ...sweeps]);
    expect(await keysOf('f/')).toHaveLength(100);
  });

  it('checks out the file itself', async () => {
    await storage.put('a/video', Buffer.from('bytes'));
    const video = await storage.checkOut('a/video');
    expect(video.path).toBe(join(root, 'a/video'));
    await video.release();
    expect(await storage.size('a/video')).toBe(5);
  });
});
