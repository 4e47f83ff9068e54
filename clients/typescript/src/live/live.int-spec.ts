import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';
import { WebSocket } from 'ws';

import { openTestApi, type TestApi, until } from '../../../../apps/api/src/test-api.factory.js';
import { createClient as createBrowserClient } from '../browser.js';
import { createClient, type EyelineError, type LiveFrameRecord, type LiveStream } from '../index.js';

const PER_KEY = 2;

/** Real: the client, WebSockets of the package `ws`, HTTP, PostgreSQL, Redis, threads, the networks. */
describe('client.live', () => {
  let database: TestDatabase;
  let api: TestApi;
  let jpeg: Buffer;
  let key: string;
  const streams: LiveStream[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu' },
        MAX_LIVE_CONNECTIONS_PER_KEY: String(PER_KEY),
      },
    );
    jpeg = takeStill('average-person.mp4', 1, 'mjpeg');
    key = await makeKey();
  });

  afterEach(() => Promise.all(streams.splice(0).map((stream) => stream.close())));

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const makeKey = async (): Promise<string> =>
    (await api.runtime.database.keys.create({ name: 't', projectId: 'lab', scopes: ['analyses:write'] })).key;

  interface Heard {
    readonly records: [LiveFrameRecord, number][];
    readonly errors: [EyelineError, number][];
    readonly dropped: number[];
  }

  async function open(
    { apiKey = key, ...wish }: { apiKey?: string; landmarks?: boolean; signal?: AbortSignal } = {},
    create = createClient,
  ): Promise<Heard & { stream: LiveStream }> {
    const heard: Heard = { records: [], errors: [], dropped: [] };
    const stream = await create({ baseUrl: api.url, apiKey }).live({
      ...wish,
      webSocket: WebSocket,
      onRecord: (...args) => heard.records.push(args),
      onError: (...args) => heard.errors.push(args),
      onDropped: (dropped) => heard.dropped.push(dropped),
    });
    streams.push(stream);
    return { ...heard, stream };
  }

  it.each([
    ['Node', createClient],
    ['browsers', createBrowserClient],
  ])('answers frames in %s: bytes, views and blobs', async (_name, create) => {
    const { stream, records } = await open({ landmarks: true }, create);
    const images = [jpeg, new Uint8Array(jpeg).buffer, new Blob([jpeg])];
    for (const [i, image] of images.entries()) {
      expect(stream.send(image)).toBe(i + 1);
      await until(() => Promise.resolve(records.length === i + 1), 15_000);
    }
    expect(records.map(([, frame]) => frame)).toEqual([1, 2, 3]);
    for (const [record] of records) expect(record).toEqual(records[0][0]);
    expect(Object.keys(records[0][0])).toEqual(['t_s', 'faces']);
    expect(records[0][0].faces[0].landmarks).toHaveLength(68);
  });

  it('tells of frames that fail and of those that are dropped', async () => {
    const { stream, records, errors, dropped } = await open();
    stream.send(Buffer.from('no image'));
    await until(() => Promise.resolve(errors.length === 1));
    expect(errors[0]).toMatchObject([{ name: 'EyelineError', code: 'unsupported_media', status: 422 }, 1]);
    // A time belongs to a session; the JSON is the service's to judge.
    stream.send(jpeg, { tS: 1 });
    await until(() => Promise.resolve(errors.length === 2));
    expect(errors[1]).toMatchObject([{ code: 'invalid_request', errors: [{ pointer: '/t_s' }] }, 2]);
    for (let i = 0; i < 20; i++) stream.send(jpeg);
    await until(() => Promise.resolve(records.at(-1)?.[1] === 22), 15_000);
    expect(records.length + stream.dropped).toBe(20);
    expect(dropped.at(-1)).toBe(stream.dropped);
  });

  it('sends nothing on a closed connection, and says how it has ended', async () => {
    const { stream } = await open();
    await stream.close();
    expect(await stream.closed).toMatchObject({ code: 1000 });
    expect(stream.send(jpeg)).toBeNull();
  });

  it('sends no more than fits through the line', async () => {
    const { stream } = await open();
    const image = Buffer.alloc(5_000_000);
    const numbers = Array.from({ length: 20 }, () => stream.send(image));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBeNull();
    await sleep(500);
    expect(stream.send(jpeg)).toBe(numbers.filter((one) => one !== null).length + 1);
  });

  it('ends with its signal', async () => {
    const controller = new AbortController();
    const { stream } = await open({ signal: controller.signal });
    controller.abort();
    await stream.closed;
    await expect(open({ signal: controller.signal })).rejects.toThrow('aborted');
  });

  it('says why it was refused', async () => {
    await expect(open({ apiKey: `ey_${'x'.repeat(43)}` })).rejects.toMatchObject({
      ...{ name: 'EyelineError', code: 'unauthorized', status: 401 },
    });
    const apiKey = await makeKey();
    await Promise.all(Array.from({ length: PER_KEY }, () => open({ apiKey })));
    const refused = await open({ apiKey }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'rate_limited', status: 429, retryable: true });
    expect((refused as EyelineError).retryAfterS).toBeGreaterThan(0);
    const nowhere = createClient({ baseUrl: 'http://127.0.0.1:9' });
    await expect(nowhere.live({ webSocket: WebSocket, onRecord: () => undefined })).rejects.toMatchObject({
      code: 'unreachable',
      retryable: true,
    });
  });

  it('needs a WebSocket', async () => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket');
    Object.defineProperty(globalThis, 'WebSocket', { value: undefined, configurable: true });
    const opened = createClient({ baseUrl: api.url, apiKey: key }).live({ onRecord: () => undefined });
    await expect(opened).rejects.toThrow('webSocket');
    Object.defineProperty(globalThis, 'WebSocket', { value: WebSocket, configurable: true, writable: true });
    const stream = await createClient({ baseUrl: api.url, apiKey: key }).live({ onRecord: () => undefined });
    await stream.close();
    if (before === undefined) delete (globalThis as { WebSocket?: unknown }).WebSocket;
    else Object.defineProperty(globalThis, 'WebSocket', before);
  });
});
