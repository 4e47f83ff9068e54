import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { EMOTIONS, type LiveFrameRecord } from '@eyeline/contracts';
import { createTestDatabase, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { expectProblem, openTestApi, type TestAnswer, type TestApi, until } from '../../test-api.factory.js';

const MAX_FRAMES = 2;
const TITLES = ['Angry', 'Disgust', 'Fear', 'Happy', 'Sad', 'Surprise', 'Neutral'];
const ROUTES = ['/analyze', '/predict_emotion', '/predict_emotion_stream', '/predict'] as const;

type Route = (typeof ROUTES)[number];

const fieldOf = (route: Route): string => (route === '/predict_emotion_stream' ? 'frame' : 'image');
const dataUrl = (image: Buffer, type = 'image/jpeg'): string =>
  `data:${type};base64,${image.toString('base64')}`;

/** Real: HTTP, PostgreSQL, Redis, threads, sharp, the networks; the log as it is written. */
describe('the prototypes’ routes for pictures', () => {
  let database: TestDatabase;
  let api: TestApi;
  let jpeg: Buffer;
  let empty: Buffer;
  const written: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ MAX_LIVE_FRAMES: String(MAX_FRAMES), LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu' },
        LOG_LEVEL: 'trace',
      },
      { write: (line) => void written.push(line) },
    );
    jpeg = takeStill('average-person.mp4', 1, 'mjpeg');
    empty = takeStill('average-person.mp4', 1, 'png', 'boxblur=60');
  });

  afterAll(async () => {
    expect(await api.traces()).toEqual({ objects: [], rows: [], jobs: 0 });
    await api?.close();
    await database?.drop();
  });

  const post = (route: string, body?: RequestInit['body'], type = 'application/json'): Promise<TestAnswer> =>
    api.request(route, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: body === undefined ? {} : { 'Content-Type': type },
    });
  const send = (route: Route, image: string, more: object = {}): Promise<TestAnswer> =>
    post(route, JSON.stringify({ [fieldOf(route)]: image, ...more }));
  const native = async (image: Buffer): Promise<LiveFrameRecord> =>
    (await post('/v1/frames', image, 'image/jpeg')).body as LiveFrameRecord;

  it('/analyze says what the native call says, in percent', async () => {
    const [face] = (await native(jpeg)).faces;
    const { status, body } = await send('/analyze', dataUrl(jpeg));
    expect(status).toBe(200);
    expect(body).toEqual({
      detected: true,
      dominant_emotion: face.dominant_emotion,
      emotions: Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 100 * face.emotions[emotion]])),
      region: { x: expect.any(Number), y: expect.any(Number), w: expect.any(Number), h: expect.any(Number) },
    });
    expect(Object.keys(body.emotions)).toEqual([...EMOTIONS]);
    const percents = Object.values(body.emotions as Record<string, number>);
    expect(Math.abs(percents.reduce((sum, one) => sum + one, 0) - 100)).toBeLessThan(1e-9);
    for (const [name, value] of Object.entries<number>(body.region)) {
      expect(Number.isInteger(value)).toBe(true);
      expect(Math.abs(value - face.region[name as 'x'])).toBeLessThanOrEqual(1.1);
    }
    expect(body.region.x + body.region.w).toBeLessThanOrEqual(640);
    expect(body.region.y + body.region.h).toBeLessThanOrEqual(360);
  });

  it.each(['/predict_emotion', '/predict_emotion_stream'] as const)('%s has all faces', async (route) => {
    const two = takeStill('average-people-2.mp4', 1, 'mjpeg');
    const { faces } = await native(two);
    expect(faces).toHaveLength(2);
    const { status, body } = await send(route, dataUrl(two));
    expect(status).toBe(200);
    expect(body).toEqual({
      faces: faces.map(({ emotions, dominant_emotion: emotion }) => ({
        emotion: emotion[0].toUpperCase() + emotion.slice(1),
        confidence: emotions[emotion],
        probabilities: Object.fromEntries(TITLES.map((name, i) => [name, emotions[EMOTIONS[i]]])),
        region: {
          x: expect.any(Number),
          y: expect.any(Number),
          w: expect.any(Number),
          h: expect.any(Number),
        },
      })),
    });
  });

  it('/predict has the largest face', async () => {
    const [face] = (await native(jpeg)).faces;
    const { status, body } = await send('/predict', dataUrl(jpeg));
    expect(status).toBe(200);
    expect(body).toEqual({
      emotion: face.dominant_emotion.toUpperCase(),
      confidence: face.emotions[face.dominant_emotion],
      scores: Object.fromEntries(EMOTIONS.map((name) => [name.toUpperCase(), face.emotions[name]])),
    });
  });

  it.each([
    ['/analyze', { detected: false, dominant_emotion: null, emotions: {}, region: null }],
    ['/predict_emotion', { faces: [] }],
    ['/predict_emotion_stream', { faces: [] }],
    ['/predict', { emotion: 'No face detected' }],
  ] as const)('%s says that there is no face', async (route, answer) => {
    const { status, body } = await send(route, dataUrl(empty, 'image/png'));
    expect([status, body]).toEqual([200, answer]);
  });

  it.each(ROUTES)('%s leaves alone what else is sent, and takes base64 alone', async (route) => {
    const plain = await send(route, dataUrl(jpeg));
    const more = { timestamp: 17, user: { name: 'x' }, landmarks: 'yes', t_s: -1 };
    expect((await send(route, dataUrl(jpeg), more)).body).toEqual(plain.body);
    expect((await send(route, jpeg.toString('base64'), { session_id: null })).body).toEqual(plain.body);
    const bytes = new Blob([JSON.stringify({ [fieldOf(route)]: dataUrl(jpeg) })]).stream();
    expect((await post(route, bytes, 'application/json; charset=utf-8')).body).toEqual(plain.body);
  });

  it.each(['/predict_emotion', '/predict'] as const)('%s knows no sessions', async (route) => {
    const plain = await send(route, dataUrl(jpeg));
    expect((await send(route, dataUrl(jpeg), { session_id: 's1' })).body).toEqual(plain.body);
  });

  describe.each(ROUTES)('%s', (route) => {
    const pointer = `/${fieldOf(route)}`;

    it('refuses JSON that is none, and does not repeat it', async () => {
      const answer = await post(route, `{"${fieldOf(route)}":"secret-of-jane`);
      expectProblem(answer, 'invalid_request');
      expect(JSON.stringify(answer.body)).not.toContain('jane');
    });

    it.each<[string, unknown, string[]]>([
      ['no image', {}, [pointer]],
      ['an image that is null', { [pointer.slice(1)]: null }, [pointer]],
      ['an empty image', { [pointer.slice(1)]: '' }, [pointer]],
      ['an image without bytes', { [pointer.slice(1)]: 'data:image/jpeg;base64,' }, [pointer]],
      ['a number', { [pointer.slice(1)]: 7 }, [pointer]],
      ['what is no base64', { [pointer.slice(1)]: 'data:image/jpeg;base64,/9j/???' }, [pointer]],
      ['a page', { [pointer.slice(1)]: dataUrl(Buffer.from('<p>'), 'text/html') }, [pointer]],
      ['a list', [1], ['']],
      ['null', null, ['']],
    ])('refuses %s', async (_name, value, pointers) => {
      expectProblem(await post(route, JSON.stringify(value)), 'invalid_request', pointers);
    });

    it('refuses other bodies', async () => {
      expectProblem(await post(route), 'invalid_request', [pointer]);
      expectProblem(await post(route, jpeg, 'image/jpeg'), 'invalid_request', ['Content-Type']);
      const form = new URLSearchParams({ [fieldOf(route)]: 'AAAA' });
      expectProblem(
        await post(route, form.toString(), 'application/x-www-form-urlencoded'),
        'invalid_request',
        ['Content-Type'],
      );
    });

    it('refuses what is no image', async () => {
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');
      expectProblem(await send(route, dataUrl(svg, 'image/svg+xml')), 'unsupported_media');
      expectProblem(await send(route, dataUrl(Buffer.from('not an image'))), 'unsupported_media');
      expectProblem(await send(route, dataUrl(jpeg.subarray(0, 9000))), 'unsupported_media');
    });

    it('refuses 40 MB of base64', async () => {
      const text = JSON.stringify({ [fieldOf(route)]: `data:image/jpeg;base64,${'A'.repeat(40_000_000)}` });
      expectProblem(await post(route, text), 'payload_too_large');
      expectProblem(await post(route, new Blob([text]).stream()), 'payload_too_large');
    });
  });

  it('/predict without an image names the page that opens the camera', async () => {
    for (const answer of [await post('/predict'), await post('/predict', '{}')]) {
      expectProblem(answer, 'invalid_request', ['/image']);
      expect(answer.body.detail).toContain(`${api.url}/live`);
      expect(answer.body.detail).toContain('1280x720');
    }
  });

  /** A picture that is let in, and of which nothing more comes. */
  async function beginPicture(route: string): Promise<Socket> {
    const socket = connect(api.port, '127.0.0.1');
    const head = ['Host: localhost', 'Content-Type: application/json', 'Content-Length: 100000'];
    socket.write([`POST ${route} HTTP/1.1`, ...head, 'Expect: 100-continue', '', ''].join('\r\n'));
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 100 /);
    socket.write('{"image":"');
    return socket;
  }

  it('takes no body while too many are in hand, and forgets clients that go away', async () => {
    const begun = await Promise.all(['/analyze', '/v1/frames'].map(beginPicture));
    for (const route of ROUTES) {
      const refused = await send(route, dataUrl(jpeg));
      expectProblem(refused, 'live_overloaded');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const late = connect(api.port, '127.0.0.1');
    late.write(
      'POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n',
    );
    // Not asked for its body.
    expect(String(await once(late, 'data'))).toMatch(/^HTTP\/1.1 503 /);
    late.destroy();
    for (const socket of begun) socket.destroy();
    await until(async () => (await send('/analyze', dataUrl(jpeg))).status === 200);
  });

  it('writes nothing of a picture into the log', async () => {
    await send('/analyze', dataUrl(jpeg));
    const log = written.join('');
    expect(log).toContain('/analyze');
    for (const secret of [jpeg.toString('base64').slice(100, 160), '"emotions"', '"region"']) {
      expect(log).not.toContain(secret);
    }
  });
});

/** Real: HTTP, PostgreSQL, Redis. */
it('pictures of all routes count for one limit, and keys and pages apply', async () => {
  const database = await createTestDatabase();
  const api = await openTestApi(
    database.url,
    { kind: 'redis', url: testRedisUrl() },
    { RATE_LIMIT_LIVE: '4', CORS_ORIGINS: 'https://app.example.com' },
  );
  const makeKey = async (scope: 'analyses:write' | 'analyses:read'): Promise<string> =>
    (await api.runtime.database.keys.create({ name: 'test', projectId: 'lab', scopes: [scope] })).key;
  const [writer, reader] = [await makeKey('analyses:write'), await makeKey('analyses:read')];
  const ask = (route: string, key: string | null): Promise<TestAnswer> =>
    api.request(route, {
      ...{ method: 'POST', body: '{"image":"AAAA","frame":"AAAA"}' },
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...{ 'Content-Type': 'application/json', Origin: 'https://app.example.com' },
      },
    });
  await until(async () => (await api.runtime.hitCounter.hit('connected', 60_000)) !== null, 15_000);
  for (const route of ROUTES) {
    const answer = await ask(route, writer);
    expectProblem(answer, 'unsupported_media');
    expectProblem(await ask(route, null), 'unauthorized');
    expect(answer.headers.get('ratelimit-policy')).toBe('"live";q=4;w=60');
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  }
  expectProblem(await ask('/analyze', writer), 'rate_limited');
  expectProblem(await ask('/v1/frames', writer), 'rate_limited');
  for (const route of ROUTES) expectProblem(await ask(route, reader), 'forbidden');
  await api.close();
  await database.drop();
});
