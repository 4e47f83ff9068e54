import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { type LiveMessage, type Problem } from '@eyeline/contracts';
import { createTestDatabase, takeStill, type TestDatabase, testRedisUrl } from '@eyeline/testing';

import { createSchemaCheck } from '../docs/document-schemas.factory.js';
import { openTestApi, type TestApi, until } from '../test-api.factory.js';
import { connectLive, type LiveClient, openSocket, refusalOf } from './live-client.factory.js';

const MAX_BYTES = 100_000;
const MAX_CONNECTIONS = 6;

/** For clients of sockets alone. */
const HANDSHAKE = [
  ...['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, sharp, the networks; the log as it is written. No key exists. */
describe('WS /v1/live', () => {
  let database: TestDatabase;
  let api: TestApi;
  let jpeg: Buffer;
  let check: (message: unknown) => readonly string[];
  const written: string[] = [];
  const clients: LiveClient[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      {
        ...{ MAX_IMAGE_BYTES: String(MAX_BYTES), LIVE_LANES: '1', MAX_LIVE_FRAMES: '3' },
        ...{ MAX_LIVE_CONNECTIONS: String(MAX_CONNECTIONS), CORS_ORIGINS: 'http://localhost:5173' },
        ...{ EXECUTION_PROVIDER: 'cpu', LOG_LEVEL: 'trace' },
      },
      { write: (line) => void written.push(line) },
    );
    jpeg = takeStill('average-person.mp4', 1, 'mjpeg');
    const judge = createSchemaCheck((await api.request('/openapi.json')).body as object);
    check = (message) => judge(['components', 'schemas', 'LiveMessage'], message);
  });

  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await until(async () => (await metric('eyeline_live_connections')) === 0);
  });

  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  async function open(query = '', wish: Parameters<typeof connectLive>[1] = {}): Promise<LiveClient> {
    const client = await connectLive(`${api.url}/v1/live${query}`, wish);
    clients.push(client);
    return client;
  }

  async function metric(name: string): Promise<number> {
    const { body } = await api.request('/metrics');
    const line = (body as string).split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  }

  const json = (fields: object): string => JSON.stringify({ image: jpeg.toString('base64'), ...fields });
  const codeOf = (message: LiveMessage): string | null => ('error' in message ? message.error.code : null);

  it('answers each picture as POST /v1/frames does, bytes or JSON', async () => {
    const { body } = await api.request('/v1/frames', {
      ...{ method: 'POST', body: jpeg, headers: { 'Content-Type': 'image/jpeg' } },
    });
    const client = await open();
    client.socket.send(jpeg);
    expect(await client.answerTo(1)).toEqual({ frame: 1, dropped: 0, ...body });
    client.socket.send(json({}));
    expect(await client.answerTo(2)).toEqual({ frame: 2, dropped: 0, ...body });
    client.socket.send(json({ landmarks: true }));
    expect(await client.answerTo(3)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    for (const message of client.heard) expect(check(message)).toEqual([]);
  });

  it('takes from the address what holds for all pictures, unless one says otherwise', async () => {
    const client = await open('?landmarks=true');
    client.socket.send(jpeg);
    expect(await client.answerTo(1)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    client.socket.send(json({}));
    expect(await client.answerTo(2)).toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
    client.socket.send(json({ landmarks: false }));
    expect(await client.answerTo(3)).not.toMatchObject({ faces: [{ landmarks: expect.any(Array) }] });
  });

  const emotionsOf = (message: LiveMessage): { emotions: number[]; smoothed: number[] } => {
    if (!('faces' in message)) throw new Error('It is no record.');
    const [{ emotions, smoothed_emotions: smoothed }] = message.faces;
    return { emotions: Object.values(emotions), smoothed: Object.values(smoothed) };
  };

  it('smooths over the session that the address names, whichever connection brings a frame', async () => {
    const later = takeStill('average-person.mp4', 9, 'mjpeg');
    const [client, other] = [await open('?session_id=talk'), await open('?session_id=talk')];
    client.socket.send(jpeg);
    const first = emotionsOf(await client.answerTo(1));
    expect(first.smoothed).toEqual(first.emotions);
    other.socket.send(JSON.stringify({ image: later.toString('base64') }));
    const message = await other.answerTo(1);
    expect(message).toMatchObject({ t_s: expect.any(Number), faces: [{ face_id: 1 }] });
    const second = emotionsOf(message);
    expect(second.emotions).not.toEqual(first.emotions);
    second.smoothed.forEach((value, i) => {
      expect(value).toBeCloseTo(0.2 * second.emotions[i] + 0.8 * first.smoothed[i], 12);
    });
    // A session of its own in the message.
    other.socket.send(JSON.stringify({ image: jpeg.toString('base64'), session_id: 'other', t_s: 3.5 }));
    const third = await other.answerTo(2);
    expect(third).toMatchObject({ t_s: 3.5 });
    expect(emotionsOf(third).smoothed).toEqual(emotionsOf(third).emotions);
  });

  it('takes times with the pictures of a session, as JSON', async () => {
    const client = await open('?session_id=timed');
    for (const [i, t_s] of [0.5, 1.25].entries()) {
      client.socket.send(json({ t_s }));
      expect(await client.answerTo(i + 1)).toMatchObject({ t_s });
    }
    client.socket.send(jpeg);
    expect(codeOf(await client.answerTo(3))).toBe('invalid_request');
  });

  it('refuses addresses that say what there is not', async () => {
    for (const query of ['?colour=red', '?t_s=1', '?landmarks=maybe', '?session_id=']) {
      const { status, problem } = await refusalOf(`${api.url}/v1/live${query}`);
      expect([query, status, problem.code]).toEqual([query, 400, 'invalid_request']);
      expect(problem.errors[0].pointer).toBe(/\?(\w+)/.exec(query)?.[1]);
    }
  });

  it('answers one bad picture with its error, and goes on', async () => {
    const client = await open();
    const bad: [string | Buffer, string][] = [
      ['not JSON', 'invalid_request'],
      ['[1]', 'invalid_request'],
      ['{"image": 7}', 'invalid_request'],
      [json({ colour: 'red' }), 'invalid_request'],
      [json({ t_s: 1 }), 'invalid_request'],
      [Buffer.alloc(0), 'invalid_request'],
      [Buffer.from('not an image'), 'unsupported_media'],
      [jpeg.subarray(0, 5000), 'unsupported_media'],
    ];
    for (const [i, [message, code]] of bad.entries()) {
      client.socket.send(message);
      const answer = await client.answerTo(i + 1);
      expect([i, codeOf(answer)]).toEqual([i, code]);
      expect(check(answer)).toEqual([]);
      expect(answer).toMatchObject({
        error: { type: `${api.url}/docs/errors#${code}`, request_id: expect.stringMatching(/^[\w-]{36}$/) },
      });
    }
    client.socket.send(jpeg);
    expect(await client.answerTo(bad.length + 1)).toMatchObject({ faces: [{ face_id: 1 }] });
  });

  it('closes a connection that sends nothing but what is no request', async () => {
    const client = await open();
    for (let i = 1; i <= 20; i++) {
      client.socket.send('{}');
      await client.answerTo(i);
    }
    expect(await client.closed).toMatchObject({ code: 1008, reason: expect.stringContaining('bad') });
  });

  it('drops what comes too fast, answers the newest, and loses count of none', async () => {
    const failedBefore = await metric('eyeline_live_frames_total{outcome="dropped"}');
    const client = await open();
    for (let i = 0; i < 50; i++) client.socket.send(jpeg);
    await client.answerTo(50);
    const answers = client.heard.filter(({ frame }) => frame !== null);
    expect(answers.length).toBeLessThan(20);
    expect(answers.length + client.heard.at(-1)!.dropped).toBe(50);
    const numbers = answers.map(({ frame }) => frame!);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const dropped = client.heard.map((one) => one.dropped);
    expect(dropped).toEqual([...dropped].sort((a, b) => a - b));
    expect((await metric('eyeline_live_frames_total{outcome="dropped"}')) - failedBefore).toBe(
      dropped.at(-1),
    );
  });

  it('tells how many were dropped also when nothing is answered', async () => {
    const client = await open();
    // All the room that there is, held by requests that do not arrive.
    const held = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const socket = connect(api.port, '127.0.0.1');
        const head = ['Host: localhost', 'Content-Type: image/jpeg', 'Content-Length: 10'];
        socket.write(['POST /v1/frames HTTP/1.1', ...head, 'Expect: 100-continue', '', ''].join('\r\n'));
        await once(socket, 'data');
        return socket;
      }),
    );
    client.socket.send(jpeg);
    await once(client.socket, 'message');
    expect(client.heard).toEqual([{ frame: null, dropped: 1 }]);
    expect(check(client.heard[0])).toEqual([]);
    for (const socket of held) socket.destroy();
    await until(async () => {
      client.socket.send(jpeg);
      await sleep(200);
      return client.heard.some((one) => 'faces' in one);
    });
  });

  it('closes a connection with a message that is too large', async () => {
    for (const message of [
      Buffer.alloc(MAX_BYTES + 1),
      Buffer.alloc(4 * MAX_BYTES),
      JSON.stringify({ image: Buffer.alloc(MAX_BYTES + 1).toString('base64') }),
      ' '.repeat(4 * MAX_BYTES),
    ]) {
      const client = await open();
      client.socket.send(message);
      expect((await client.closed).code).toBe(1009);
    }
    const client = await open();
    client.socket.send(Buffer.alloc(MAX_BYTES));
    expect(codeOf(await client.answerTo(1))).toBe('unsupported_media');
  });

  it('compresses nothing, and selects its own protocol alone', async () => {
    const client = await open('', { protocols: ['other', 'eyeline.v1'] });
    expect(client.socket.protocol).toBe('eyeline.v1');
    expect(client.socket.extensions).toBe('');
  });

  it('has only so many connections, and room again when one is closed', async () => {
    const all = await Promise.all(Array.from({ length: MAX_CONNECTIONS }, () => open()));
    const { status, headers, problem } = await refusalOf(`${api.url}/v1/live`);
    expect([status, problem.code]).toEqual([503, 'live_overloaded']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await all[0].close();
    await open();
  });

  it('keeps nothing of those that come and go', async () => {
    for (let i = 0; i < 200; i++) {
      const client = await connectLive(`${api.url}/v1/live`);
      if (i % 2 === 0) client.socket.send(jpeg);
      if (i % 3 === 0) client.socket.terminate();
      else client.socket.close();
      await client.closed;
      await until(async () => (await metric('eyeline_live_connections')) < MAX_CONNECTIONS);
    }
    await until(async () => (await metric('eyeline_live_connections')) === 0);
    // Also the room for frames is there again.
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => api.request('/v1/frames', { method: 'POST', body: jpeg })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('counts a frame as canceled whose client has gone away', async () => {
    const name = 'eyeline_live_frames_total{outcome="canceled"}';
    const before = await metric(name);
    const working = await open();
    const leaving = await open();
    for (let i = 0; i < 3; i++) working.socket.send(jpeg);
    leaving.socket.send(jpeg);
    leaving.socket.terminate();
    await until(async () => (await metric(name)) > before);
  });

  it.each([
    ['of its own', () => api.url, null],
    ['of a site that is allowed', () => 'http://localhost:5173', null],
    ['of another port', () => 'http://localhost:5174', 'forbidden'],
    ['of another site', () => 'https://example.com', 'forbidden'],
    ['of no site', () => 'null', 'forbidden'],
  ])('judges pages %s', async (_name, origin, code) => {
    const wish = { headers: { Origin: origin() } };
    if (code === null) {
      const client = await open('', wish);
      expect(client.socket.readyState).toBe(client.socket.OPEN);
    } else {
      const { status, problem } = await refusalOf(`${api.url}/v1/live`, wish);
      expect([status, problem.code]).toEqual([403, code]);
    }
  });

  it('answers under names of this machine only', async () => {
    const { status } = await refusalOf(`${api.url}/v1/live`, { headers: { Host: 'rebound.example.com' } });
    expect(status).toBe(403);
  });

  it('has WebSockets nowhere else, and answers in full', async () => {
    for (const path of ['/', '/v1/analyses', '/v1/nothing', '/v1/lives']) {
      const { status, headers, problem } = await refusalOf(api.url + path);
      expect([path, status, problem.code]).toEqual([path, 404, 'not_found']);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers.connection).toBe('close');
      expect(problem.request_id).toBe(headers['x-request-id']);
    }
  });

  it('says what is wrong with a handshake, and to a request that is none', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const [answer] = (await once(httpRequest(`${api.url}/v1/live`, { headers }).end(), 'response')) as [
      IncomingMessage,
    ];
    const problem = JSON.parse(await text(answer)) as Problem;
    expect([answer.statusCode, problem.code]).toEqual([400, 'invalid_request']);
    expect(problem.detail).toContain('Sec-WebSocket-Key');
    const plain = await api.request('/v1/live');
    expect(plain).toMatchObject({ status: 400, body: { errors: [{ pointer: 'Upgrade' }] } });
  });

  it('overlooks offers of other protocols, with and without a body', async () => {
    const offer = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' };
    const ask = async (method: string, path: string, body?: Buffer): Promise<[number, string]> => {
      const length =
        body === undefined ? {} : { 'Content-Length': body.length, 'Content-Type': 'image/jpeg' };
      const sent = httpRequest(api.url + path, { method, headers: { ...offer, ...length } });
      sent.end(body);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      return [answer.statusCode!, await text(answer)];
    };
    expect(await ask('GET', '/livez')).toEqual([200, '{"status":"ok"}']);
    const [status, record] = await ask('POST', '/v1/frames', jpeg);
    expect([status, JSON.parse(record)]).toMatchObject([200, { faces: [{ face_id: 1 }] }]);
  });

  /** All that is heard on a connection of sockets alone, until it ends. */
  async function talk(...lines: string[]): Promise<string> {
    const socket = connect(api.port, '127.0.0.1');
    socket.write([...lines, '', ''].join('\r\n'));
    return text(socket);
  }

  it('cuts a connection that wants to be a WebSocket while an earlier request on it is being answered', async () => {
    const slow = ['POST /v1/frames HTTP/1.1', 'Host: localhost', `Content-Length: ${jpeg.length}`, '', ''];
    const socket = connect(api.port, '127.0.0.1');
    socket.write(slow.join('\r\n'));
    socket.write(jpeg);
    socket.write(['GET /v1/live HTTP/1.1', ...HANDSHAKE, '', ''].join('\r\n'));
    expect(await text(socket)).not.toMatch(/HTTP\/1.1 101/);
    expect((await api.request('/livez')).status).toBe(200);
  });

  it('answers a handshake that announces a body, when it refuses it', async () => {
    const startedAtMs = performance.now();
    const answer = await talk('GET /v1/nothing HTTP/1.1', ...HANDSHAKE, 'Content-Length: 5', '', 'hello');
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(performance.now() - startedAtMs).toBeLessThan(4000);
  });

  it('survives whoever is gone before the handshake is over', async () => {
    for (let i = 0; i < 20; i++) {
      const socket = openSocket(`${api.url}/v1/live`);
      socket.on('error', () => undefined);
      await sleep(i % 4);
      socket.terminate();
    }
    expect((await api.request('/livez')).status).toBe(200);
  });

  it('writes a line when it opens and when it closes, and nothing of the pictures', async () => {
    written.length = 0;
    const client = await open();
    client.socket.send(json({}));
    await client.answerTo(1);
    await client.close();
    await until(() => Promise.resolve(written.join('').includes('live connection closed')));
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ req: { method: 'GET', path: '/v1/live' }, res: { status: 101 } }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'live connection closed',
        sent: 1,
        answered: 1,
        dropped: 0,
        code: 1005,
      }),
    );
    expect(written.join('')).not.toContain(jpeg.toString('base64').slice(100, 140));
    expect(written.join('')).not.toContain('"emotions"');
  });
});

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, the networks. */
describe('a service that stops', () => {
  it('answers the frame in work, says goodbye, and is gone in time', async () => {
    const database = await createTestDatabase();
    const api = await openTestApi(
      database.url,
      { kind: 'redis', url: testRedisUrl() },
      { LIVE_LANES: '1', EXECUTION_PROVIDER: 'cpu' },
    );
    const [working, silent] = await Promise.all([
      connectLive(`${api.url}/v1/live`),
      connectLive(`${api.url}/v1/live`),
    ]);
    const raw = connect(api.port, '127.0.0.1');
    raw.write(['GET /v1/live HTTP/1.1', ...HANDSHAKE, '', ''].join('\r\n'));
    await once(raw, 'data');
    working.socket.send(takeStill('average-person.mp4', 1, 'mjpeg'));
    await sleep(50);
    const startedAtMs = performance.now();
    await api.close();
    expect(performance.now() - startedAtMs).toBeLessThan(9000);
    expect(await working.closed).toMatchObject({ code: 1001 });
    expect(await silent.closed).toMatchObject({ code: 1001 });
    expect(working.heard).toMatchObject([{ frame: 1, faces: [{ face_id: 1 }] }]);
    await database.drop();
  });
});
