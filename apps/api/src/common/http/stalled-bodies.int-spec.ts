import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type Request, type Response } from 'express';

import { cutStalledBodies } from './stalled-bodies.js';

const STALL_MS = 150;

/** Real: an HTTP server that echoes how many bytes came, after a pause. */
describe('cutStalledBodies', () => {
  let server: Server;
  let socket: Socket;

  beforeAll(async () => {
    const guard = cutStalledBodies(STALL_MS);
    server = createServer((request, response) => {
      // A cut request fails; what the client sees of it is what the test looks at.
      request.on('error', () => undefined);
      guard(request as Request, response as Response, () => {
        let bytes = 0;
        request.on('data', (chunk: Buffer) => (bytes += chunk.length));
        request.on('end', () => setTimeout(() => response.end(String(bytes)), STALL_MS * 2));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  beforeEach(() => {
    socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n');
  });

  afterEach(() => socket.destroy());

  afterAll(() => server.close());

  it('cuts a client that falls silent in the middle', async () => {
    socket.resume().write('ab');
    const asked = performance.now();
    await once(socket, 'close');
    expect(performance.now() - asked).toBeLessThan(STALL_MS * 5);
  });

  it('lets a slow client finish, and an answer take its time', async () => {
    for (const byte of 'abcde') {
      socket.write(byte);
      await new Promise((resolve) => setTimeout(resolve, STALL_MS / 2));
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 OK[^]*5/);
  });
});
