import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  type BreakableProxy,
  describeWithS3,
  openProxy,
  type TestS3Settings,
  testS3Settings,
} from '@eyeline/testing';

import { type ObjectStorage } from '../object-storage.js';
import { MEGABYTE, sha256Of, stallingBody, withCode } from '../storage-behaviour.factory.js';
import { S3Storage } from './s3-storage.js';

/** Enough for a slow machine, and short enough to wait for its end. */
const IMPATIENCE = { connectMs: 1000, idleMs: 1500, answerMs: 4000 };

describeWithS3('S3Storage behind a line that breaks', () => {
  const bytes = randomBytes(24 * MEGABYTE);
  let settings: TestS3Settings;
  let line: BreakableProxy;
  let storage: ObjectStorage;
  /** The same bucket over a line of its own. */
  let direct: S3Storage;

  beforeAll(async () => {
    settings = await testS3Settings();
    direct = new S3Storage(settings);
    await direct.prepare();
    await direct.put('large', bytes);
  });

  beforeEach(async () => {
    line = await openProxy(settings.endpoint);
    storage = new S3Storage({ ...settings, endpoint: line.url }, IMPATIENCE);
  });

  afterEach(async () => {
    storage.close();
    await line.close();
  });

  afterAll(() => direct.close());

  /** A body of 40 megabytes, five parts, which does something when 24 of them have been taken. */
  function watchedBody(then: () => Promise<unknown>) {
    const read = async function* () {
      for (let megabyte = 0; megabyte < 40; megabyte++) {
        if (megabyte === 24) await then();
        const start = (megabyte % 24) * MEGABYTE;
        yield bytes.subarray(start, start + MEGABYTE);
      }
    };
    return Readable.from(read(), { highWaterMark: 1 });
  }

  /** Reads an object and calls back once when so many bytes are there. */
  async function readWatched(reader: Readable, atByte: number, then: () => Promise<unknown> | void) {
    const chunks: Buffer[] = [];
    let read = 0;
    let isDone = false;
    for await (const chunk of reader as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      read += chunk.byteLength;
      if (isDone || read < atByte) continue;
      isDone = true;
      await then();
    }
    return Buffer.concat(chunks);
  }

  it('goes on with an upload when the line is mended', async () => {
    const body = watchedBody(async () => {
      await line.cut();
      void sleep(500).then(() => line.mend());
    });
    const expected = Buffer.concat([bytes, bytes]).subarray(0, 40 * MEGABYTE);
    expect(await storage.put('mended', body)).toEqual({
      sizeBytes: expected.byteLength,
      sha256: sha256Of(expected),
    });
    expect((await buffer(await direct.get('mended'))).equals(expected)).toBe(true);
  });

  it.each(['cut', 'freeze'] as const)('gives an upload up when the line stays %s', async (fault) => {
    const body = new PassThrough();
    const source = watchedBody(() => Promise.resolve(line[fault]()));
    source.pipe(body, { end: false }); // it stalls then: it is not the body that ends the upload
    await expect(storage.put('lost', body)).rejects.toEqual(withCode('storage_unavailable'));
    expect(await direct.size('lost')).toBeNull();
    // What could not be removed without a line is removed by the sweep.
    await line.cut();
    expect(await direct.removeUnfinished(new Date(Date.now() + 60_000))).toBe(1);
    expect(await direct.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it('completes an upload whose last answer is lost', async () => {
    const { url, server, lost } = await loseAnswers(settings.endpoint, /POST .*uploadId=/);
    const unlucky = new S3Storage({ ...settings, endpoint: url }, IMPATIENCE);
    const stored = await unlucky.put(
      'answered',
      watchedBody(() => Promise.resolve()),
    );
    expect(stored.sizeBytes).toBe(40 * MEGABYTE);
    expect(lost()).toBe(1);
    expect(await direct.size('answered')).toBe(40 * MEGABYTE);
    unlucky.close();
    server.close();
  });

  it('goes on reading from where it was when the line is mended', async () => {
    const reader = await storage.get('large', { start: 5 });
    const read = await readWatched(reader, 3 * MEGABYTE, async () => {
      await line.cut();
      await line.mend();
    });
    expect(read.equals(bytes.subarray(5))).toBe(true);
  });

  it('waits for a slow reader longer than for a silent server', async () => {
    const reader = await storage.get('large');
    const read = await readWatched(reader, MEGABYTE, () => sleep(2 * IMPATIENCE.idleMs));
    expect(read.equals(bytes)).toBe(true);
  });

  it.each(['cut', 'freeze'] as const)('gives reading up when the line stays %s', async (fault) => {
    const reader = await storage.get('large');
    const reading = readWatched(reader, MEGABYTE, () => line[fault]());
    await expect(reading).rejects.toEqual(withCode('storage_unavailable'));
  });

  it('mixes no two states of an object', async () => {
    await direct.put('replaced', bytes);
    const reader = await storage.get('replaced');
    const reading = readWatched(reader, MEGABYTE, async () => {
      await direct.put('replaced', Buffer.alloc(bytes.byteLength));
      await line.cut();
      await line.mend();
    });
    await expect(reading).rejects.toMatchObject({
      code: 'storage_unavailable',
      detail: 'The object was replaced while it was being read.',
    });
  });

  it('finds out a frozen server on every way', async () => {
    line.freeze();
    const outcomes = await Promise.allSettled([
      storage.ping(),
      storage.size('large'),
      storage.get('large'),
      storage.checkOut('large'),
      storage.put('small', Buffer.from('x')),
      storage.put('many', stallingBody(20 * MEGABYTE)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: withCode('storage_unavailable') });
    }
  });
});

/** A proxy for HTTP that swallows the first answer to a request like that: the server has done it, and nobody knows. */
async function loseAnswers(target: string, like: RegExp) {
  let lost = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const isLost = lost === 0 && like.test(`${incoming.method} ${incoming.url}`);
    if (isLost) lost++;
    const { method, headers } = incoming;
    const upstream = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
      if (isLost) answer.resume().on('end', () => incoming.socket.destroy());
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 500, answer.headers));
    });
    incoming.pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server, lost: () => lost };
}
