import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createTestDatabase, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../test-api.factory.js';

const MAX_BYTES = 300_000;
const MAX_FRAMES = 3;

/** Real: HTTP, PostgreSQL, Redis, threads, sharp, the networks; the log as it is written. */
describe('POST /v1/frames', () => {
  let database: TestDatabase;
  let api: TestApi;
  let jpeg: Buffer;
  const written: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ MAX_IMAGE_BYTES: String(MAX_BYTES), MAX_LIVE_FRAMES: String(MAX_FRAMES), LIVE_LANES: '1' },
        ...{ MAX_PIXELS: String(640 * 360), EXECUTION_PROVIDER: 'cpu', LOG_LEVEL: 'trace' },
      },
      { write: (line) => void written.push(line) },
    );
    jpeg = takeStill('average-person.mp4', 1, 'mjpeg');
  });

  afterAll(async () => {
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
    await api?.close();
    await database?.drop();
  });

  const post = (body: RequestInit['body'], type?: string, query = ''): Promise<TestAnswer> =>
    api.request(`/v1/frames${query}`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: type === undefined ? {} : { 'Content-Type': type },
    });
  const postJson = (value: unknown): Promise<TestAnswer> => post(JSON.stringify(value), 'application/json');
  const postForm = (parts: [string, string | Blob][]): Promise<TestAnswer> => {
    const form = new FormData();
    for (const [name, value] of parts) form.append(name, value);
    return post(form);
  };
  const base64 = (): string => jpeg.toString('base64');
  const image = (): Blob => new Blob([jpeg]);

  it('answers the same to all ways of sending an image', async () => {
    const { status, body } = await post(jpeg, 'image/jpeg');
    expect(status).toBe(200);
    expect(body).toMatchObject({ t_s: null, faces: [{ face_id: 1, eyes_open: expect.any(Boolean) }] });
    const { emotions, region } = body.faces[0] as {
      emotions: Record<string, number>;
      region: Record<string, number>;
    };
    expect(Object.values(emotions).reduce((sum, one) => sum + one)).toBeCloseTo(1, 2);
    expect(region.x + region.w).toBeLessThanOrEqual(640);
    const others = [
      post(jpeg, 'application/octet-stream'),
      // Of the type nothing is believed.
      post(jpeg, 'image/png'),
    ];
    for (const other of await Promise.all(others)) expect(other.body).toEqual(body);
    expect((await postForm([['file', image()]])).body).toEqual(body);
    expect((await postJson({ image: `data:image/jpeg;base64,${base64()}` })).body).toEqual(body);
    expect((await postJson({ image: base64() })).body).toEqual(body);
    const stream = new Blob([jpeg]).stream();
    expect((await post(stream, 'image/jpeg')).body).toEqual(body);
  });

  it.each<[string, unknown, string[]]>([
    ['no image', {}, ['/image']],
    ['an image that is none', { image: 7 }, ['/image']],
    ['what is no base64', { image: 'data:image/jpeg;base64,/9j/???' }, ['/image']],
    ['base64 that stops early', { image: 'AAAA=AAAAAAA' }, ['/image']],
    ['a page', { image: `data:text/html;base64,${Buffer.from('<p>').toString('base64')}` }, ['/image']],
    ['an empty image', { image: 'data:image/jpeg;base64,' }, ['/image']],
    ['more fields', { image: 'AAAA', colour: 'red' }, ['/colour']],
  ])('refuses JSON with %s', async (_name, value, pointers) => {
    const answer = await postJson(value);
    expectProblem(answer, 'invalid_request', pointers);
  });

  it('refuses JSON that is none, and does not repeat it', async () => {
    const answer = await post('{"image":"secret-of-jane', 'application/json');
    expectProblem(answer, 'invalid_request');
    expect(JSON.stringify(answer.body)).not.toContain('jane');
  });

  it.each<[string, () => [string, string | Blob][], string[]]>([
    ['no file', () => [], ['/file']],
    ['an empty file', () => [['file', new Blob([])]], ['/file']],
    [
      'two files',
      () => [
        ['file', image()],
        ['file', image()],
      ],
      ['/file'],
    ],
    ['the file as text', () => [['file', 'bytes']], ['/file']],
    [
      'more fields',
      () => [
        ['file', image()],
        ['colour', 'red'],
      ],
      ['/colour'],
    ],
    [
      'another file',
      () => [
        ['file', image()],
        ['other', image()],
      ],
      ['/other'],
    ],
  ])('refuses a form with %s', async (_name, parts, pointers) => {
    expectProblem(await postForm(parts()), 'invalid_request', pointers);
  });

  it('refuses other bodies', async () => {
    expectProblem(await post(undefined), 'invalid_request', ['']);
    expectProblem(await post(jpeg, 'text/plain'), 'invalid_request', ['Content-Type']);
    expectProblem(await post(jpeg, 'image/jpeg', '?colour=red'), 'invalid_request', ['colour']);
    expectProblem(await post('x', 'multipart/form-data'), 'invalid_request');
  });

  it('refuses what is no image, and images with too many pixels', async () => {
    expectProblem(await post('not an image', 'image/jpeg'), 'unsupported_media');
    expectProblem(await post(jpeg.subarray(0, 9000), 'image/jpeg'), 'unsupported_media');
    const large = takeStill('average-person.mp4', 1, 'mjpeg', 'scale=642:360');
    expectProblem(await post(large, 'image/jpeg'), 'too_many_pixels');
  });

  it('refuses what is too large, announced or not', async () => {
    const bytes = randomBytes(MAX_BYTES + 1);
    expectProblem(await post(bytes, 'image/jpeg'), 'payload_too_large');
    expectProblem(await post(new Blob([bytes]).stream(), 'image/jpeg'), 'payload_too_large');
    expectProblem(await postForm([['file', new Blob([bytes])]]), 'payload_too_large');
    expectProblem(await postJson({ image: bytes.toString('base64') }), 'payload_too_large');
    expectProblem(
      await post(new Blob([Buffer.alloc(MAX_BYTES * 2, '{')]).stream(), 'application/json'),
      'payload_too_large',
    );
    // One that is just not too large is looked at.
    expectProblem(await post(bytes.subarray(1), 'image/jpeg'), 'unsupported_media');
    expectProblem(await postForm([['file', new Blob([bytes.subarray(1)])]]), 'unsupported_media');
  });

  /** A frame that is let in, and of which nothing more comes. */
  async function beginFrame(): Promise<Socket> {
    const socket = connect(api.port, '127.0.0.1');
    const head = ['Host: localhost', 'Content-Type: image/jpeg', `Content-Length: ${jpeg.length}`];
    socket.write(['POST /v1/frames HTTP/1.1', ...head, 'Expect: 100-continue', '', ''].join('\r\n'));
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 100 /);
    socket.write(jpeg.subarray(0, 1000));
    return socket;
  }

  it('refuses frames while too many are in hand, and takes them again afterwards', async () => {
    const [whole, ...cut] = await Promise.all(Array.from({ length: MAX_FRAMES }, beginFrame));
    const refused = await post(jpeg, 'image/jpeg');
    expectProblem(refused, 'live_overloaded');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    whole.write(jpeg.subarray(1000));
    expect(String(await once(whole, 'data'))).toMatch(/^HTTP\/1.1 200 /);
    expect((await post(jpeg, 'image/jpeg')).status).toBe(200);
    for (const socket of [whole, ...cut]) socket.destroy();
    const send = () => post(jpeg, 'image/jpeg');
    await until(async () =>
      (await Promise.all([send(), send(), send()])).every(({ status }) => status === 200),
    );
  });

  it('writes nothing of the image into the log', async () => {
    await postJson({ image: base64() });
    await post(jpeg.subarray(0, 9000), 'image/jpeg');
    const log = written.join('');
    expect(log).toContain('/v1/frames');
    for (const secret of [base64().slice(100, 160), '"emotions"', '"region"']) {
      expect(log).not.toContain(secret);
    }
  });
});

/** Real: HTTP, PostgreSQL, Redis. */
describe('limits of live frames', () => {
  it('are counted for themselves, by key, and refuse before a body is read', async () => {
    const database = await createTestDatabase();
    const api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { RATE_LIMIT_LIVE: '2', RATE_LIMIT_WRITES: '50' },
    );
    const { key } = await api.runtime.database.keys.create({
      ...{ name: 'test', projectId: 'lab', scopes: ['analyses:write'] },
    });
    const send = (): Promise<TestAnswer> =>
      api.request('/v1/frames', {
        ...{ method: 'POST', body: '{"image":"AAAA"}' },
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      });
    await until(async () => (await api.runtime.hitCounter.hit('connected', 60_000)) !== null, 15_000);
    const first = await send();
    expectProblem(first, 'unsupported_media');
    expect(first.headers.get('ratelimit-policy')).toBe('"live";q=2;w=60');
    await send();
    const third = await send();
    expectProblem(third, 'rate_limited');
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.close();
    await database.drop();
  });
});
