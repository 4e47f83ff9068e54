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
  /** Each socket, and the one to which it passes what it reads. */
  const lines = new Map<Socket, Socket>();
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
        lines.set(from, to);
        // A test cuts the line on purpose: resets are what it wants.
        from.on('error', () => to.destroy());
        from.on('close', () => {
          lines.delete(from);
          to.destroy();
        });
        if (!frozen) from.pipe(to);
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };

  const cut = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    for (const socket of lines.keys()) socket.destroy();
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
      // A pipe that is only paused flows again as soon as its reader has caught up.
      for (const [from, to] of lines) from.unpipe(to);
    },
    mend: async () => {
      if (frozen) for (const [from, to] of lines) from.pipe(to);
      frozen = false;
      if (server === undefined) await listen();
    },
    close: cut,
  };
}
