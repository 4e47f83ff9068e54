import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Writable } from 'node:stream';

import { pumpInTime } from './collect-body.js';

/** Real: HTTP. */
it('gives a body up that does not arrive in time', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const asked = once(server, 'request') as Promise<[IncomingMessage]>;
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc');
  const [request] = await asked;
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  await expect(pumpInTime(request, sink, 50)).rejects.toMatchObject({ code: 'timed_out', status: 504 });
  socket.destroy();
  server.close();
  await once(server, 'close');
});
