import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { type BreakableProxy, openProxy } from './breakable-proxy.js';

const SENT_BYTES = 64 * 1024 * 1024;

describe('openProxy', () => {
  let server: Server;
  let line: BreakableProxy;
  let client: Socket;

  beforeEach(async () => {
    server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(Buffer.alloc(SENT_BYTES));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    line = await openProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    client = connect(Number(new URL(line.url).port), '127.0.0.1');
    await once(client, 'readable');
  });

  afterEach(async () => {
    client.destroy();
    await line.close();
    server.close();
  });

  it('passes nothing on while it is frozen, even to a reader that was behind, and all of it when it is mended', async () => {
    // Until the buffers of both sides are full, and the proxy waits for its reader.
    await sleep(200);
    line.freeze();
    let read = 0;
    client.on('data', (chunk) => (read += chunk.length));
    await sleep(500);
    const whileFrozen = read;
    expect(whileFrozen).toBeLessThan(SENT_BYTES / 2);
    await sleep(200);
    expect(read).toBe(whileFrozen);
    await line.mend();
    await once(client, 'end');
    expect(read).toBe(SENT_BYTES);
  });
});
