import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP way to a server that a test can cut and mend. */
export interface BreakableProxy {
  /** The server's own address with the proxy's host and port. */
  readonly url: string;
  /** From now on connections are refused, and existing ones are reset: the server is down. */
  cut(): Promise<void>;
  /** From now on nothing passes, and nobody is told: the network is gone. */
  freeze(): void;
  /** Undoes `cut` and `freeze`. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback address and passes everything on to the server at `target`. */
export async function openProxy(target: string): Promise<BreakableProxy> {
  const address = new URL(target);
  const sockets = new Set<Socket>();
  let frozen = false;
  let server: Server | undefined;
  let port = 0;

  const listen = async (): Promise<void> => {
    server = createServer((client) => {
      const upstream = connect(Number(address.port), address.hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ]) {
        sockets.add(from);
        // A test cuts the line on purpose: resets are what it wants.
        from.on('error', () => to.destroy());
        from.on('close', () => {
          sockets.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
      if (frozen) for (const socket of [client, upstream]) socket.pause();
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };

  const cut = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    for (const socket of sockets) socket.destroy();
    if (closing === undefined) return;
    closing.close();
    await once(closing, 'close');
  };

  await listen();
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    cut,
    freeze: () => {
      frozen = true;
      for (const socket of sockets) socket.pause();
    },
    mend: async () => {
      frozen = false;
      for (const socket of sockets) socket.resume();
      if (server === undefined) await listen();
    },
    close: cut,
  };
}
