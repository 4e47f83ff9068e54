import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A server on loopback from which videos are fetched. */
export interface SourceServer {
  readonly port: number;
  /** What was asked, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Connections that are open now. */
  connections(): Promise<number>;
  addressOf(path: string): string;
  /** From now on requests are answered by this. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

export async function startSourceServer(): Promise<SourceServer> {
  const requests: SourceServer['requests'][number][] = [];
  let listener: RequestListener = (_request, response) => response.writeHead(404).end();
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    addressOf: (path) => `http://127.0.0.1:${port}${path}`,
    answer: (next) => (listener = next),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface SendFileOptions {
  /** Names the state of the file; with null, the answer has no validator. Default `"1"`. */
  readonly etag?: string | null;
  /** Whether ranges are answered. Default true. */
  readonly ranges?: boolean;
  /** The connection is cut after so many bytes. */
  readonly cutAfter?: number;
}

/** Answers with a file as a web server does: whole, or the rest of it when the `If-Range` holds. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Uint8Array,
  { etag = '"1"', ranges = true, cutAfter }: SendFileOptions = {},
): void {
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  const condition = request.headers['if-range'];
  const isRest = ranges && asked !== null && (condition === undefined || condition === etag);
  const start = isRest ? Number(asked[1]) : 0;
  response.writeHead(isRest ? 206 : 200, {
    'Content-Length': bytes.length - start,
    ...(etag !== null && { ETag: etag }),
    ...(isRest && { 'Content-Range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
  });
  if (cutAfter === undefined) response.end(bytes.subarray(start));
  else response.write(bytes.subarray(start, start + cutAfter), () => response.destroy());
}
