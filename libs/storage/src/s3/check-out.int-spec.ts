import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, statfs } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  describeWithS3,
  openProxy,
  spawnProgram,
  type TestS3Settings,
  testS3Settings,
} from '@eyeline/testing';

import { MEGABYTE, sha256Of, withCode } from '../storage-behaviour.factory.js';
import { S3Storage } from './s3-storage.js';
import { ScratchFolder } from './scratch-folder.js';

describeWithS3('checkOut of an S3Storage', () => {
  const bytes = randomBytes(6 * MEGABYTE);
  let settings: TestS3Settings;
  let storage: S3Storage;

  beforeEach(async () => {
    settings = { ...(await testS3Settings()), scratchMaxBytes: 10 * MEGABYTE };
    storage = new S3Storage(settings);
    await storage.prepare();
    await storage.put('video', bytes);
  });

  afterEach(() => storage.close());

  const listScratch = () => readdir(settings.scratchDir);
  const full = expect.objectContaining({
    code: 'storage_unavailable',
    detail: expect.stringContaining('SCRATCH_MAX_BYTES'),
  });

  it('copies the object into a file of the scratch folder and deletes it on release', async () => {
    const copy = await storage.checkOut('video', { sha256: sha256Of(bytes) });
    expect((await readFile(copy.path)).equals(bytes)).toBe(true);
    expect(await listScratch()).toHaveLength(1);
    await copy.release();
    await copy.release();
    expect(await listScratch()).toEqual([]);
  });

  it('gives up, and leaves no file, when the bytes are others than were stored', async () => {
    const outcome = storage.checkOut('video', { sha256: sha256Of(Buffer.from('something else')) });
    await expect(outcome).rejects.toMatchObject({
      code: 'storage_unavailable',
      detail: expect.stringContaining('SHA-256'),
    });
    expect(await listScratch()).toEqual([]);
  });

  it('takes no more of the disk than it may', async () => {
    const first = await storage.checkOut('video');
    await expect(storage.checkOut('video')).rejects.toEqual(full);
    expect(await listScratch()).toHaveLength(1);
    await first.release();
    await (await storage.checkOut('video')).release();

    await storage.put('huge', Buffer.alloc(11 * MEGABYTE));
    await expect(storage.checkOut('huge')).rejects.toEqual(full);
    expect(await listScratch()).toEqual([]);
  });

  it('counts what another process takes, until that is dead', async () => {
    const holder = spawnProgram(`
      import { createStorage } from '@eyeline/storage';
      await createStorage(${JSON.stringify(settings)}).checkOut('video');
      console.log('holding');
      setInterval(() => undefined, 60_000);
    `);
    await once(holder.stdout, 'data');
    await expect(storage.checkOut('video')).rejects.toEqual(full);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await storage.checkOut('video'); // it removes what the dead one has left
    expect(await listScratch()).toHaveLength(1);
  });

  it('removes what dead processes left at the next start, and with the unfinished', async () => {
    for (const remove of [() => storage.prepare(), () => storage.removeUnfinished(new Date(0))]) {
      const dead = spawnProgram(`
        import { createStorage } from '@eyeline/storage';
        await createStorage(${JSON.stringify(settings)}).checkOut('video');
        process.exit();
      `);
      await once(dead, 'exit');
      expect(await listScratch()).toHaveLength(1);
      await remove();
      expect(await listScratch()).toEqual([]);
    }
  });

  it('takes its full size before the bytes come, and leaves nothing when it is aborted', async () => {
    const line = await openProxy(settings.endpoint);
    const far = new S3Storage({ ...settings, endpoint: line.url });
    const abort = new AbortController();
    const reason = new Error('canceled');
    const frozen = far.checkOut('video', { signal: abort.signal });
    frozen.catch(() => undefined);
    while ((await listScratch()).length === 0) await sleep(1);
    line.freeze();
    const outcome = storage.checkOut('video');
    await expect(outcome).rejects.toEqual(full);
    abort.abort(reason);
    // On a fast machine the copy was complete before the line froze.
    await frozen.then(
      (copy) => copy.release(),
      (error: unknown) => expect(error).toBe(reason),
    );
    expect(await listScratch()).toEqual([]);
    far.close();
    await line.close();
  });

  it('says so when the disk has no room', async () => {
    const { bavail, bsize } = await statfs(settings.scratchDir);
    const scratch = new ScratchFolder(settings.scratchDir, null);
    const tooMuch = bavail * bsize + 1024 * MEGABYTE;
    await expect(scratch.copy(Readable.from([]), tooMuch)).rejects.toEqual(withCode('storage_unavailable'));
    expect(await listScratch()).toEqual([]);
  });
});
