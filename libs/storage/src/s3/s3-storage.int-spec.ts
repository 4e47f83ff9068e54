import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { HeadObjectCommand, ListMultipartUploadsCommand, S3Client } from '@aws-sdk/client-s3';
import { describeWithS3, findFreePort, type TestS3Settings, testS3Settings } from '@eyeline/testing';

import { createStorage } from '../create-storage.js';
import { type ObjectStorage } from '../object-storage.js';
import { describeStorage, keysOf, MEGABYTE, sha256Of, stallingBody } from '../storage-behaviour.factory.js';
import { deletePage, listPages } from './object-pages.js';
import { S3Connection } from './s3-connection.js';
import { PATIENCE } from './s3-settings.js';
import { joinEtags } from './upload-object.js';

describeWithS3('S3Storage', () => {
  let settings: TestS3Settings;
  let storage: ObjectStorage;
  /** The SDK alone, to look at what the interface does not show. */
  let client: S3Client;

  beforeEach(async () => {
    settings = await testS3Settings();
    storage = createStorage(settings);
    await storage.prepare();
    client = new S3Client(settings);
  });

  afterEach(() => {
    storage.close();
    client.destroy();
  });

  const listUploads = async () =>
    (await client.send(new ListMultipartUploadsCommand({ Bucket: settings.bucket }))).Uploads ?? [];

  const unavailable = (detail: RegExp): unknown =>
    expect.objectContaining({ code: 'storage_unavailable', detail: expect.stringMatching(detail) });

  /** Every method that asks the server. */
  const askAll = (to: ObjectStorage): Promise<unknown>[] => [
    to.put('k', Buffer.from('x')),
    to.put('k', stallingBody(20 * MEGABYTE)),
    to.get('k'),
    to.size('k'),
    to.delete('k'),
    to.deletePrefix('k'),
    keysOf(to, ''),
    to.checkOut('k'),
    to.ping(),
    to.removeUnfinished(new Date()),
    to.direct!.begin('k', { partSizesBytes: [1], validS: 60 }),
  ];

  describe('as any storage', () => {
    describeStorage(() => Promise.resolve({ storage, listUnfinished: listUploads }));
  });

  it('puts 64 MB in eight parts and gives them back', async () => {
    const bytes = randomBytes(64 * MEGABYTE);
    const chunks = Array.from({ length: 1024 }, (_, i) => bytes.subarray(i * 65_536, (i + 1) * 65_536));
    expect(await storage.put('large', Readable.from(chunks), { maxBytes: 20e9 })).toEqual({
      sizeBytes: bytes.byteLength,
      sha256: sha256Of(bytes),
    });
    const head = await client.send(new HeadObjectCommand({ Bucket: settings.bucket, Key: 'large' }));
    const parts = Array.from({ length: 8 }, (_, i) =>
      bytes.subarray(i * 8 * MEGABYTE, (i + 1) * 8 * MEGABYTE),
    );
    const etags = parts.map((part) => ({ ETag: createHash('md5').update(part).digest('hex') }));
    expect(head.ETag).toBe(`"${joinEtags(etags)}"`);
    expect((await buffer(await storage.get('large'))).equals(bytes)).toBe(true);
    const range = { start: 8 * MEGABYTE - 5, end: 8 * MEGABYTE + 4 };
    expect(await buffer(await storage.get('large', range))).toEqual(
      bytes.subarray(range.start, range.end + 1),
    );
    expect(await listUploads()).toEqual([]);
  });

  it('streams 200 MB without holding them', async () => {
    const chunk = Buffer.alloc(MEGABYTE, 7);
    const hash = createHash('sha256');
    let peakBytes = 0;
    const startBytes = process.memoryUsage.rss();
    const body = function* () {
      for (let i = 0; i < 200; i++) {
        hash.update(chunk);
        peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
        yield chunk;
      }
    };
    expect(await storage.put('large', Readable.from(body()))).toEqual({
      sizeBytes: 200 * MEGABYTE,
      sha256: hash.digest('hex'),
    });
    expect((peakBytes - startBytes) / MEGABYTE).toBeLessThan(120);
  });

  it('lists and deletes page by page', async () => {
    const keys = ['p/1', 'p/2', 'p/3', 'p/4', 'p/5', 'q'];
    await Promise.all(keys.map((key) => storage.put(key, Buffer.from('x'))));
    const connection = new S3Connection(settings, PATIENCE);
    const pages: string[][] = [];
    for await (const page of listPages(connection, 'p/', 2)) {
      pages.push(page.map(({ key }) => key));
      await deletePage(connection, page);
    }
    expect(pages).toEqual([['p/1', 'p/2'], ['p/3', 'p/4'], ['p/5']]);
    expect(await keysOf(storage, '')).toEqual(['q']);
    connection.client.destroy();
  });

  it('makes the bucket once, however many start together', async () => {
    const fresh = await testS3Settings();
    const processes = [1, 2, 3].map(() => createStorage(fresh));
    await Promise.all(processes.map((one) => one.prepare()));
    await Promise.all(processes.map((one) => one.ping()));
    for (const one of processes) one.close();
  });

  it('says storage_unavailable when there is no bucket', async () => {
    const nowhere = createStorage({ ...settings, bucket: 'not-there' });
    const outcomes = await Promise.allSettled(askAll(nowhere));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable(/S3_BUCKET/) });
    }
    nowhere.close();
  });

  it('says storage_unavailable, and which settings to look at, when the key is wrong', async () => {
    const credentials = { ...settings.credentials, secretAccessKey: 'wrong' };
    const stranger = createStorage({ ...settings, credentials });
    const outcomes = await Promise.allSettled(askAll(stranger));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable(/key/) });
    }
    await expect(stranger.prepare()).rejects.toEqual(
      unavailable(new RegExp(`${settings.bucket}.*S3_BUCKET, at ${settings.endpoint}.*key`)),
    );
    stranger.close();
  });

  it('says storage_unavailable in seconds when nobody listens', async () => {
    const endpoint = `http://127.0.0.1:${await findFreePort()}`;
    const alone = createStorage({ ...settings, endpoint });
    const startedAtMs = Date.now();
    const outcomes = await Promise.allSettled(askAll(alone));
    expect(Date.now() - startedAtMs).toBeLessThan(15_000);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: unavailable(/does not answer/) });
    }
    await expect(alone.prepare()).rejects.toEqual(unavailable(new RegExp(`at ${endpoint}.*does not answer`)));
    alone.close();
  });

  it('refuses a prepare without a place for scratch files, and says so', async () => {
    const blocked = createStorage({ ...settings, scratchDir: join(__filename, 'scratch') });
    await expect(blocked.prepare()).rejects.toEqual(unavailable(/^The scratch folder/));
    blocked.close();
  });

  it('gives no warning of the version of Node', () => {
    const warned = jest.spyOn(process, 'emitWarning');
    createStorage(settings).close();
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});
