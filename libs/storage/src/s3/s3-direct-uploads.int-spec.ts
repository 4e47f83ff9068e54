import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { describeWithS3, type TestS3Settings, testS3Settings } from '@eyeline/testing';

import { MEGABYTE, withCode } from '../storage-behaviour.factory.js';
import { S3Storage } from './s3-storage.js';

describeWithS3('S3DirectUploads', () => {
  const parts = [Buffer.alloc(5 * MEGABYTE, 1), Buffer.alloc(1000, 2), Buffer.alloc(10, 3)];
  let settings: TestS3Settings;
  let storage: S3Storage;

  beforeAll(async () => {
    settings = await testS3Settings();
    storage = new S3Storage(settings);
    await storage.prepare();
  });

  afterAll(() => storage.close());

  /** A client that knows nothing but the address. */
  async function send(url: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
    const answer = await fetch(url, { method: 'PUT', body });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.headers.get('etag') ?? '';
  }

  it('makes an object of the parts that a client has put', async () => {
    const partSizesBytes = [5 * MEGABYTE, 1000];
    const { uploadId, urls } = await storage.direct.begin('up/one', { partSizesBytes, validS: 60 });
    expect(urls).toHaveLength(2);
    const etags = await Promise.all(urls.map((url, index) => send(url, parts[index])));
    const sent = etags.map((etag, index) => ({ number: index + 1, etag })).reverse();
    expect(await storage.size('up/one')).toBeNull();
    expect(await storage.direct.complete('up/one', uploadId, sent)).toEqual({
      sizeBytes: 5 * MEGABYTE + 1000,
    });
    const stored = await buffer(await storage.get('up/one'));
    expect(stored.equals(Buffer.concat(parts.slice(0, 2)))).toBe(true);
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('lets a client write nothing but the part that was signed', async () => {
    const { uploadId, urls } = await storage.direct.begin('up/two', { partSizesBytes: [1000], validS: 60 });
    for (const size of [999, 1001, 5 * MEGABYTE])
      await expect(send(urls[0], Buffer.alloc(size))).rejects.toThrow('403');
    for (const other of [
      urls[0].replace('partNumber=1', 'partNumber=2'),
      urls[0].replace('/up/two', '/up/2'),
    ]) {
      expect(other).not.toBe(urls[0]);
      await expect(send(other, parts[1])).rejects.toThrow('403');
    }
    await storage.direct.abort('up/two', uploadId);
  });

  it('refuses to complete what does not fit together', async () => {
    const { uploadId, urls } = await storage.direct.begin('up/three', {
      ...{ partSizesBytes: [1000, 10], validS: 60 },
    });
    const etags = [await send(urls[0], parts[1]), await send(urls[1], parts[2])];
    const tooSmall = etags.map((etag, index) => ({ number: index + 1, etag }));
    const wrong = [{ number: 1, etag: '"0123456789abcdef0123456789abcdef"' }];
    for (const unfit of [tooSmall, wrong, [...wrong, { number: 7, etag: etags[0] }], []]) {
      const outcome = storage.direct.complete('up/three', uploadId, unfit);
      await expect(outcome).rejects.toEqual(withCode('invalid_request'));
    }
    expect(await storage.size('up/three')).toBeNull();
    await storage.direct.abort('up/three', uploadId);
  });

  it('knows no upload that was given up, is swept, or never was', async () => {
    const options = { partSizesBytes: [1], validS: 60 };
    const { uploadId } = await storage.direct.begin('up/four', options);
    const { uploadId: swept } = await storage.direct.begin('up/four', options);
    await storage.direct.abort('up/four', uploadId);
    await storage.direct.abort('up/four', uploadId);
    expect(await storage.removeUnfinished(new Date(Date.now() - 60_000))).toBe(0);
    expect(await storage.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    for (const gone of [uploadId, swept, 'bm90IGEgcmVhbCBvbmU']) {
      const outcome = storage.direct.complete('up/four', gone, [{ number: 1, etag: '"x"' }]);
      await expect(outcome).rejects.toEqual(withCode('not_found'));
    }
  });

  it('signs for the name that clients know the server by, and sends nothing there itself', async () => {
    const { port } = new URL(settings.endpoint);
    const publicEndpoint = `http://localhost:${port}`;
    const known = new S3Storage({ ...settings, publicEndpoint });
    const { uploadId, urls } = await known.direct.begin('up/five', { partSizesBytes: [3], validS: 60 });
    expect(new URL(urls[0]).origin).toBe(publicEndpoint);
    const etag = await send(urls[0], Buffer.from('abc'));
    await known.direct.complete('up/five', uploadId, [{ number: 1, etag }]);
    expect(await storage.size('up/five')).toBe(3);
    known.close();

    const nowhere = new S3Storage({ ...settings, publicEndpoint: 'https://s3.invalid' });
    const far = await nowhere.direct.begin('up/six', { partSizesBytes: [3], validS: 60 });
    expect(far.urls[0]).toMatch(/^https:\/\/s3\.invalid\//);
    await nowhere.direct.abort('up/six', far.uploadId);
    nowhere.close();
  });

  it('says when a server does not know how to let pages of other sites in', async () => {
    // OpenStack Swift does not; to one that does it is told as S3 wants it.
    expect(await storage.direct.allowOrigins(['https://app.example.com'])).toBe(false);
    const told: { url?: string; md5?: unknown; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        told.push({ url: request.url, md5: request.headers['content-md5'], body });
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const able = new S3Storage({ ...settings, endpoint });
    expect(await able.direct.allowOrigins(['https://a.example', 'https://b.example'])).toBe(true);
    able.close();
    server.close();
    const [{ url, md5, body }] = told;
    expect(url?.replace(/\/?\?cors=?$/, '?cors')).toBe(`/${settings.bucket}?cors`);
    expect(md5).toBe(createHash('md5').update(body).digest('base64'));
    for (const part of [
      '<AllowedOrigin>https://a.example</AllowedOrigin><AllowedOrigin>https://b.example</AllowedOrigin>',
      '<AllowedMethod>PUT</AllowedMethod>',
      '<ExposeHeader>ETag</ExposeHeader>',
    ])
      expect(body).toContain(part);
  });

  it('refuses keys that are none', async () => {
    await expect(storage.direct.begin('../x', { partSizesBytes: [1], validS: 60 })).rejects.toEqual(
      withCode('invalid_request'),
    );
  });
});
