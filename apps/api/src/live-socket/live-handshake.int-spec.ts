import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { type Problem } from '@eyeline/contracts';
import { createTestDatabase, takeStill, testRedisUrl } from '@eyeline/testing';

import { openTestApi, until } from '../test-api.factory.js';
import { connectLive, openSocket, refusalOf } from './live-client.factory.js';
import { type LiveRig, openLiveRig } from './live-rig.factory.js';

/** For clients of sockets alone. */
const HANDSHAKE = [
  ...['Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
];

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, sharp, the networks; the log as it is written. No key exists. */
describe('how live connections are opened', () => {
  let rig: LiveRig;

  beforeAll(async () => {
    rig = await openLiveRig();
  });
  afterEach(() => rig.closeClients());
  afterAll(() => rig?.close());

  it('refuses addresses that say what there is not', async () => {
    for (const query of ['?colour=red', '?t_s=1', '?landmarks=maybe', '?session_id=']) {
      const { status, problem } = await refusalOf(`${rig.api.url}/v1/live${query}`);
      expect([query, status, problem.code]).toEqual([query, 400, 'invalid_request']);
      expect(problem.errors[0].pointer).toBe(/\?(\w+)/.exec(query)?.[1]);
    }
  });

  it('compresses nothing, and selects its own protocol alone', async () => {
    const client = await rig.open('', { protocols: ['other', 'eyeline.v1'] });
    expect(client.socket.protocol).toBe('eyeline.v1');
    expect(client.socket.extensions).toBe('');
  });

  it.each([
    ['of its own', () => rig.api.url, null],
    ['of a site that is allowed', () => 'http://localhost:5173', null],
    ['of another port', () => 'http://localhost:5174', 'forbidden'],
    ['of another site', () => 'https://example.com', 'forbidden'],
    ['of no site', () => 'null', 'forbidden'],
  ])('judges pages %s', async (_name, origin, code) => {
    const wish = { headers: { Origin: origin() } };
    if (code === null) {
      const client = await rig.open('', wish);
      expect(client.socket.readyState).toBe(client.socket.OPEN);
    } else {
      const { status, problem } = await refusalOf(`${rig.api.url}/v1/live`, wish);
      expect([status, problem.code]).toEqual([403, code]);
    }
  });

  it('answers under names of this machine only', async () => {
    const { status } = await refusalOf(`${rig.api.url}/v1/live`, {
      headers: { Host: 'rebound.example.com' },
    });
    expect(status).toBe(403);
  });

  it('has WebSockets nowhere else, and answers in full', async () => {
    for (const path of ['/', '/v1/analyses', '/v1/nothing', '/v1/lives']) {
      const { status, headers, problem } = await refusalOf(rig.api.url + path);
      expect([path, status, problem.code]).toEqual([path, 404, 'not_found']);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(headers.connection).toBe('close');
      expect(problem.request_id).toBe(headers['x-request-id']);
    }
  });

  it('says what is wrong with a handshake, and to a request that is none', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const [answer] = (await once(httpRequest(`${rig.api.url}/v1/live`, { headers }).end(), 'response')) as [
      IncomingMessage,
    ];
    const problem = JSON.parse(await text(answer)) as Problem;
    expect([answer.statusCode, problem.code]).toEqual([400, 'invalid_request']);
    expect(problem.detail).toContain('Sec-WebSocket-Key');
    const plain = await rig.api.request('/v1/live');
    expect(plain).toMatchObject({ status: 400, body: { errors: [{ pointer: 'Upgrade' }] } });
  });

  it('overlooks offers of other protocols, with and without a body', async () => {
    const offer = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' };
    const ask = async (method: string, path: string, body?: Buffer): Promise<[number, string]> => {
      const length =
        body === undefined ? {} : { 'Content-Length': body.length, 'Content-Type': 'image/jpeg' };
      const sent = httpRequest(rig.api.url + path, { method, headers: { ...offer, ...length } });
      sent.end(body);
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      return [answer.statusCode!, await text(answer)];
    };
    expect(await ask('GET', '/livez')).toEqual([200, '{"status":"ok"}']);
    const [status, record] = await ask('POST', '/v1/frames', rig.jpeg);
    expect([status, JSON.parse(record)]).toMatchObject([200, { faces: [{ face_id: 1 }] }]);
  });

  /** All that is heard on a connection of sockets alone, until it ends. */
  async function talk(...lines: string[]): Promise<string> {
    const socket = connect(rig.api.port, '127.0.0.1');
    socket.write([...lines, '', ''].join('\r\n'));
    return text(socket);
  }

  it('cuts a connection that wants to be a WebSocket while an earlier request on it is being answered', async () => {
    const slow = [
      'POST /v1/frames HTTP/1.1',
      'Host: localhost',
      `Content-Length: ${rig.jpeg.length}`,
      '',
      '',
    ];
    const socket = connect(rig.api.port, '127.0.0.1');
    socket.write(slow.join('\r\n'));
    socket.write(rig.jpeg);
    socket.write(['GET /v1/live HTTP/1.1', ...HANDSHAKE, '', ''].join('\r\n'));
    expect(await text(socket)).not.toMatch(/HTTP\/1.1 101/);
    expect((await rig.api.request('/livez')).status).toBe(200);
  });

  it('answers a handshake that announces a body, when it refuses it', async () => {
    const startedAtMs = performance.now();
    const answer = await talk('GET /v1/nothing HTTP/1.1', ...HANDSHAKE, 'Content-Length: 5', '', 'hello');
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(performance.now() - startedAtMs).toBeLessThan(4000);
  });

  it('survives whoever is gone before the handshake is over', async () => {
    for (let i = 0; i < 20; i++) {
      const socket = openSocket(`${rig.api.url}/v1/live`);
      socket.on('error', () => undefined);
      await sleep(i % 4);
      socket.terminate();
    }
    expect((await rig.api.request('/livez')).status).toBe(200);
  });

  it('writes a line when it opens and when it closes, and nothing of the pictures', async () => {
    rig.written.length = 0;
    const client = await rig.open();
    client.socket.send(JSON.stringify({ image: rig.jpeg.toString('base64') }));
    await client.answerTo(1);
    await client.close();
    await until(() => Promise.resolve(rig.written.join('').includes('live connection closed')));
    const lines = rig.written.map((line) => JSON.parse(line) as Record<string, unknown>);
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
    expect(rig.written.join('')).not.toContain(rig.jpeg.toString('base64').slice(100, 140));
    expect(rig.written.join('')).not.toContain('"emotions"');
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
