import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

import { until } from '../../test-api.factory.js';
import { EventStream } from './event-stream.js';

/** Real: HTTP over a socket that the test reads, or does not. */
describe('an event stream', () => {
  let server: Server;
  let socket: Socket;
  let response: ServerResponse;
  let received: string;

  /** What the server writes to the answer goes through `EventStream`; the client begins to read when it is told to. */
  async function open(heartbeatMs: number, reads = true): Promise<EventStream> {
    server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    received = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined); // it is cut on purpose
    if (reads) socket.on('data', (text) => (received += text.toString()));
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    const [, answer] = (await once(server, 'request')) as [unknown, ServerResponse];
    response = answer;
    return new EventStream(response, heartbeatMs);
  }

  afterEach(() => {
    socket.destroy();
    server.close();
  });

  const event = (n: number, padding = '') => ({ type: 'progress', id: `1-2-${n}`, data: { n, padding } });

  it('says how to come back, then events, and closes after the last', async () => {
    const stream = await open(60_000);
    stream.send(event(1));
    stream.end({ type: 'completed', id: '1-4-9', data: { text: 'line\nbreak' } });
    await once(socket, 'close');
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*Content-Type: text\/event-stream\r\n/);
    const lines = received.split('\r\n').join('\n');
    expect(lines).toContain('retry: 2000\n\n');
    expect(lines).toContain('event: progress\nid: 1-2-1\ndata: {"n":1,"padding":""}\n\n');
    expect(lines).toContain('event: completed\nid: 1-4-9\ndata: {"text":"line\\nbreak"}\n\n');
  });

  it('sends comments while nothing happens', async () => {
    await open(20);
    await until(() => Promise.resolve(received.split(': heartbeat\n\n').length > 3));
    expect(received).not.toContain('event:');
  });

  it('keeps no more than the latest event for a client that reads slowly, and then the end', async () => {
    const stream = await open(60_000, false);
    const padding = 'x'.repeat(100_000);
    let sent = 0;
    while (!response.writableNeedDrain) stream.send(event(++sent, padding));
    const buffered = response.writableLength;
    for (let i = 0; i < 1_000; i++) stream.send(event(++sent, padding));
    expect(response.writableLength).toBe(buffered);
    socket.on('data', (text) => (received += text.toString()));
    await until(() => Promise.resolve(received.includes(`id: 1-2-${sent}\n`)));
    expect(received).not.toContain(`id: 1-2-${sent - 1}\n`);
    stream.end({ type: 'failed', id: '1-4-0', data: {} });
    await once(socket, 'close');
    expect(received).toContain('event: failed\n');
  });

  it('cuts a client that reads nothing at all', async () => {
    const stream = await open(50, false);
    const events = setInterval(() => stream.send(event(1, 'x'.repeat(500_000))), 1); // more than buffers on the way take
    await once(response, 'close');
    clearInterval(events);
    expect([response.destroyed, response.writableEnded]).toEqual([true, false]);
  });

  it('cuts nobody who reads, however much there is to read', async () => {
    const stream = await open(5);
    for (let i = 0; i < 100; i++) {
      stream.send(event(i, 'x'.repeat(500_000)));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(response.destroyed).toBe(false);
    stream.end(event(100));
    await once(socket, 'close');
    expect(received).toContain('id: 1-2-100\n');
  });

  it('may be told anything after it has ended', async () => {
    const stream = await open(20);
    stream.end(event(1));
    stream.send(event(2));
    stream.end(event(3));
    await once(socket, 'close');
    expect([received.includes('1-2-1'), received.includes('1-2-2'), received.includes('1-2-3')]).toEqual([
      ...[true, false, false],
    ]);
  });
});
