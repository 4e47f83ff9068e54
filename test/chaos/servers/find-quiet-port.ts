import { createServer } from 'node:net';

/** Below the ports that systems give to clients (Linux: from 32768), above those that programs have by habit. */
const FIRST = 20_000;
const LAST = 32_000;

/**
 * A free port that stays free while its server is down: a port for clients could be given to one meanwhile, even to
 * one that looks for that very server.
 */
export async function findQuietPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
