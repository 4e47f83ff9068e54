import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { createStorage } from '../create-storage.js';
import { type ObjectStorage } from '../object-storage.js';
import { describeStorage, keysOf, MEGABYTE, withCode } from '../storage-behaviour.factory.js';

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

async function filesInFlight(): Promise<string[]> {
  return (await readdir(root)).includes('.incoming') ? readdir(join(root, '.incoming')) : [];
}

describe('FolderStorage, as any storage', () => {
  describeStorage(() => Promise.resolve({ storage, listUnfinished: filesInFlight }));
});

describe('FolderStorage', () => {
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

  it('says storage_unavailable when the folder cannot be used, and works once it can', async () => {
    const place = join(root, 'place');
    await writeFile(place, 'a file where the folder should be');
    const blocked = createStorage({ kind: 'folder', root: place });
    await expect(blocked.ping()).rejects.toEqual(withCode('storage_unavailable'));
    await expect(blocked.prepare()).rejects.toEqual(withCode('storage_unavailable'));
    await expect(blocked.put('k', Buffer.from('x'))).rejects.toEqual(withCode('storage_unavailable'));
    await rm(place);
    await blocked.ping();
    await blocked.put('k', Buffer.from('x'));
    expect(await blocked.size('k')).toBe(1);
  });

  it('leaves no empty folder', async () => {
    for (const key of ['x/an_1/video', 'x/an_1/1/plan.json', 'x/an_10/video'])
      await storage.put(key, Buffer.from('x'));
    expect(await storage.deletePrefix('x/an_1/')).toBe(2);
    expect(await readdir(join(root, 'x'))).toEqual(['an_10']);
    await storage.delete('x/an_10/video');
    expect(await readdir(root)).toEqual(['.incoming']);
  });

  it('loses no object when folders are swept while others are filled', async () => {
    const puts = Array.from({ length: 100 }, (_, i) => storage.put(`f/${i % 5}/${i}`, Buffer.from('x')));
    const sweeps = Array.from({ length: 100 }, (_, i) => storage.delete(`f/${i % 5}/absent`));
    await Promise.all([...puts, ...sweeps]);
    expect(await keysOf(storage, 'f/')).toHaveLength(100);
  });

  it('checks out the file itself, and signs no uploads', async () => {
    await storage.put('a/video', Buffer.from('bytes'));
    const video = await storage.checkOut('a/video');
    expect(video.path).toBe(join(root, 'a/video'));
    expect(storage.isLocal).toBe(true);
    expect(storage.direct).toBeNull();
  });
});
