import { createServer } from 'node:net';

/** Listens for a moment. Resolves to the port, rejects with the system's error (`EADDRINUSE`, `EACCES`). */
export function tryPort(host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export const findFreePort = (): Promise<number> => tryPort('127.0.0.1', 0);
