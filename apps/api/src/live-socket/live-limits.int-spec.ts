import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { until } from '../test-api.factory.js';
import { connectLive, refusalOf } from './live-client.factory.js';
import { type LiveRig, MAX_BYTES, MAX_CONNECTIONS, MAX_FRAMES, openLiveRig } from './live-rig.factory.js';

/** Real: WebSockets, HTTP, PostgreSQL, Redis, threads, sharp, the networks. */
describe('limits of live connections', () => {
  let rig: LiveRig;

  beforeAll(async () => {
    rig = await openLiveRig();
  });
  afterEach(() => rig.closeClients());
  afterAll(() => rig?.close());

  it('drops what comes too fast, answers the newest, and loses count of none', async () => {
    const failedBefore = await rig.metric('eyeline_live_frames_total{outcome="dropped"}');
    const client = await rig.open();
    for (let i = 0; i < 50; i++) client.socket.send(rig.jpeg);
    await client.answerTo(50);
    const answers = client.heard.filter(({ frame }) => frame !== null);
    expect(answers.length).toBeLessThan(20);
    expect(answers.length + client.heard.at(-1)!.dropped).toBe(50);
    const numbers = answers.map(({ frame }) => frame!);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const dropped = client.heard.map((one) => one.dropped);
    expect(dropped).toEqual([...dropped].sort((a, b) => a - b));
    expect((await rig.metric('eyeline_live_frames_total{outcome="dropped"}')) - failedBefore).toBe(
      dropped.at(-1),
    );
  });

  it('tells how many were dropped also when nothing is answered', async () => {
    const client = await rig.open();
    // All the room that there is, held by requests that do not arrive.
    const held = await Promise.all(
      Array.from({ length: MAX_FRAMES }, async () => {
        const socket = connect(rig.api.port, '127.0.0.1');
        const head = ['Host: localhost', 'Content-Type: image/jpeg', 'Content-Length: 10'];
        socket.write(['POST /v1/frames HTTP/1.1', ...head, 'Expect: 100-continue', '', ''].join('\r\n'));
        await once(socket, 'data');
        return socket;
      }),
    );
    client.socket.send(rig.jpeg);
    await once(client.socket, 'message');
    expect(client.heard).toEqual([{ frame: null, dropped: 1 }]);
    expect(rig.judge(client.heard[0])).toEqual([]);
    for (const socket of held) socket.destroy();
    await until(async () => {
      client.socket.send(rig.jpeg);
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
      const client = await rig.open();
      client.socket.send(message);
      expect((await client.closed).code).toBe(1009);
    }
    const client = await rig.open();
    client.socket.send(Buffer.alloc(MAX_BYTES));
    expect(await client.answerTo(1)).toMatchObject({ error: { code: 'unsupported_media' } });
  });

  it('has only so many connections, and room again when one is closed', async () => {
    const all = await Promise.all(Array.from({ length: MAX_CONNECTIONS }, () => rig.open()));
    const { status, headers, problem } = await refusalOf(`${rig.api.url}/v1/live`);
    expect([status, problem.code]).toEqual([503, 'live_overloaded']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await all[0].close();
    await rig.open();
  });

  it('keeps nothing of those that come and go', async () => {
    for (let i = 0; i < 200; i++) {
      const client = await connectLive(`${rig.api.url}/v1/live`);
      if (i % 2 === 0) client.socket.send(rig.jpeg);
      if (i % 3 === 0) client.socket.terminate();
      else client.socket.close();
      await client.closed;
      await until(async () => (await rig.metric('eyeline_live_connections')) < MAX_CONNECTIONS);
    }
    await until(async () => (await rig.metric('eyeline_live_connections')) === 0);
    // Also the room for frames is there again.
    const answers = await Promise.all(
      Array.from({ length: MAX_FRAMES }, () =>
        rig.api.request('/v1/frames', { method: 'POST', body: rig.jpeg }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('counts a frame as canceled whose client has gone away', async () => {
    const name = 'eyeline_live_frames_total{outcome="canceled"}';
    const before = await rig.metric(name);
    const working = await rig.open();
    const leaving = await rig.open();
    for (let i = 0; i < 3; i++) working.socket.send(rig.jpeg);
    leaving.socket.send(rig.jpeg);
    leaving.socket.terminate();
    await until(async () => (await rig.metric(name)) > before);
  });
});
