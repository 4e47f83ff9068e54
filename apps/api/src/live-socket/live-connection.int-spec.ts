import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError, type LiveFrameRecord } from '@eyeline/contracts';
import { type WebSocket, WebSocketServer } from 'ws';

import { until } from '../test-api.factory.js';
import { CONNECTION_TIMES, type ConnectionTimes } from './connection-times.js';
import { connectLive } from './live-client.factory.js';
import { type ConnectionWork, LiveConnection } from './live-connection.js';

const RECORD: LiveFrameRecord = { t_s: null, faces: [] };

/** Real: WebSockets, and clients that do not keep to their rules. The pictures are looked at as each test says. */
describe('LiveConnection', () => {
  let http: Server;
  let sockets: WebSocketServer;
  let port: number;
  let served: { connection: LiveConnection; socket: WebSocket }[];
  let times: Partial<ConnectionTimes>;
  let work: Partial<ConnectionWork>;
  let dropped: number;

  beforeEach(async () => {
    [served, times, work, dropped] = [[], {}, {}, 0];
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    ({ port } = http.address() as AddressInfo);
    sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => {
      const given: ConnectionWork = {
        maxImageBytes: 1000,
        answer: () => Promise.resolve(RECORD),
        toProblem: (error) => error.toProblem(null),
        isStillKnown: () => Promise.resolve(true),
        onDropped: () => dropped++,
        ...work,
      };
      const connection = new LiveConnection(socket, given, { ...CONNECTION_TIMES, ...times });
      served.push({ connection, socket });
    });
  });

  afterEach(async () => {
    for (const { socket } of served) socket.terminate();
    sockets.close();
    http.close();
    await once(http, 'close');
  });

  const open = () => connectLive(`http://127.0.0.1:${port}`);

  /** A client of sockets alone: it answers neither pings nor goodbyes. */
  async function openRaw(): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    const head = [
      'Host: localhost',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
    ];
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    socket.write(['GET / HTTP/1.1', ...head, key, '', ''].join('\r\n'));
    await once(socket, 'data');
    return socket;
  }

  it('cuts a client that answers no ping, and keeps those that do', async () => {
    times = { pingMs: 100 };
    const client = await open();
    const raw = await openRaw();
    raw.resume();
    const startedAtMs = performance.now();
    await once(raw, 'close');
    expect(performance.now() - startedAtMs).toBeGreaterThan(150);
    await sleep(300);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    await client.close();
  });

  it('closes a connection on which nothing is sent', async () => {
    times = { silenceMs: 300 };
    const [quiet, busy] = [await open(), await open()];
    const talk = setInterval(() => busy.socket.send('x'), 100);
    expect(await quiet.closed).toEqual({ code: 1000, reason: 'nothing was sent for too long' });
    await sleep(200);
    expect(busy.socket.readyState).toBe(busy.socket.OPEN);
    clearInterval(talk);
    expect((await busy.closed).code).toBe(1000);
  });

  it('cuts who does not answer its goodbye', async () => {
    times = { silenceMs: 100, closeMs: 200 };
    const raw = await openRaw();
    raw.resume();
    await once(raw, 'close');
    await until(() => Promise.resolve(served[0].socket.readyState === served[0].socket.CLOSED));
  });

  it('looks from time to time whether the key still holds', async () => {
    times = { keyCheckMs: 50 };
    let known = true;
    work = { isStillKnown: () => Promise.resolve(known) };
    const client = await open();
    await sleep(200);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    known = false;
    expect((await client.closed).code).toBe(1008);
  });

  it('drops the frames of a client that does not read its answers, and tells it when it reads again', async () => {
    times = { tellMs: 100 };
    const padding = 'x'.repeat(400_000);
    work = { answer: () => Promise.resolve({ ...RECORD, padding } as LiveFrameRecord) };
    const client = await open();
    client.socket.pause();
    let sent = 0;
    await until(async () => {
      client.socket.send(`frame ${++sent}`);
      await sleep(5);
      return dropped >= 5;
    }, 20_000);
    const { socket, connection } = served[0];
    expect(socket.bufferedAmount).toBeGreaterThan(1024 * 1024);
    // One answer at most on top of the limit.
    expect(socket.bufferedAmount).toBeLessThan(1024 * 1024 + 2 * 400_100);
    expect(connection.counts).toMatchObject({ sent, dropped });
    client.socket.resume();
    await until(() => Promise.resolve(client.heard.at(-1)?.dropped === dropped), 10_000);
    const answered = client.heard.filter(({ frame }) => frame !== null).length;
    expect(answered + dropped).toBe(sent);
    await client.close();
  });

  it('closes a connection with an image that is too large at once, whatever is in work', async () => {
    work = { answer: () => new Promise(() => undefined) };
    const client = await open();
    client.socket.send(Buffer.alloc(1000));
    client.socket.send(Buffer.alloc(1001));
    expect((await client.closed).code).toBe(1009);
    expect(served[0].connection.counts).toEqual({ sent: 2, answered: 0, dropped: 0 });
  });

  it('gives up the frame of a client that has gone away', async () => {
    let reason = '';
    work = {
      answer: (_message, gone) =>
        new Promise((_resolve, reject) =>
          gone.addEventListener('abort', () => {
            reason = 'gone';
            reject(new AppError('canceled'));
          }),
        ),
    };
    const client = await open();
    client.socket.send('frame');
    await sleep(50);
    client.socket.terminate();
    await until(() => Promise.resolve(reason === 'gone'));
  });

  it('answers the frame in work when it is stopped, none that waits or comes, and says goodbye', async () => {
    let finish = (): void => undefined;
    work = { answer: () => new Promise((resolve) => (finish = () => resolve(RECORD))) };
    const client = await open();
    for (let i = 0; i < 3; i++) client.socket.send('frame');
    await until(() => Promise.resolve(served[0].connection.counts.sent === 3));
    const stopped = served[0].connection.stop();
    client.socket.send('late');
    await sleep(50);
    expect(client.heard).toEqual([]);
    finish();
    await stopped;
    expect(client.heard).toEqual([{ frame: 1, dropped: 1, ...RECORD }]);
    expect(await client.closed).toMatchObject({ code: 1001 });
  });

  it('does not wait for ever for a frame when it is stopped', async () => {
    times = { finishMs: 100, closeMs: 100 };
    work = { answer: () => new Promise(() => undefined) };
    const raw = await openRaw();
    const client = await open();
    client.socket.send('frame');
    await sleep(50);
    await Promise.all(served.map(({ connection }) => connection.stop()));
    expect((await client.closed).code).toBe(1001);
    raw.destroy();
  });

  it('tells what went wrong inside as internal, and goes on', async () => {
    let isBroken = true;
    work = { answer: () => (isBroken ? Promise.reject(new Error('secret')) : Promise.resolve(RECORD)) };
    const client = await open();
    client.socket.send('frame');
    expect(await client.answerTo(1)).toMatchObject({ error: { code: 'internal', status: 500 } });
    expect(JSON.stringify(client.heard)).not.toContain('secret');
    isBroken = false;
    client.socket.send('frame');
    expect(await client.answerTo(2)).toEqual({ frame: 2, dropped: 0, ...RECORD });
    await client.close();
  });
});
