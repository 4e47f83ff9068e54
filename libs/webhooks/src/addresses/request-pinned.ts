import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';

import { type CheckedAddress } from './address-guard.js';

export interface PinnedRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the connection, TLS included, may take. Default: as long as the signal lets it. */
  readonly connectMs?: number;
}

/**
 * Makes a request to one of the checked addresses, on a connection of its own. TLS is told the name of the host, so that
 * the certificate has to be the host's. Redirects are answers like others. After the signal the answer fails too.
 *
 * @returns the head of the answer; its body is the caller's to read or to destroy
 * @throws {Error} when no answer came: Node's, or the reason of the signal
 */
export function requestPinned(
  { url, addresses }: CheckedAddress,
  { method, headers, body, connectMs }: PinnedRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      headers: { ...headers, Connection: 'close' },
      agent: false,
      lookup: pinTo(addresses),
      signal,
    };
    const isSecure = url.protocol === 'https:';
    const request = isSecure ? requestHttps(url, options) : requestHttp(url, options);
    // Errors of the rest of the body come here too, after the promise is settled.
    request.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    request.on('response', resolve);
    // Without an answer and without an error: the receiver wanted another protocol.
    request.on('close', () => reject(new Error('The connection was closed without an answer.')));
    if (connectMs !== undefined) {
      request.on('socket', (socket) =>
        limitConnecting(socket, isSecure ? 'secureConnect' : 'connect', connectMs),
      );
    }
    request.end(body);
  });
}

function limitConnecting(socket: Socket, connected: 'connect' | 'secureConnect', withinMs: number): void {
  const timer = setTimeout(() => {
    socket.destroy(Object.assign(new Error('No connection came about in time.'), { code: 'ETIMEDOUT' }));
  }, withinMs);
  const stop = (): void => clearTimeout(timer);
  socket.once(connected, stop).once('close', stop);
}

/** Answers every question for the host with the addresses that were checked. */
function pinTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: wantsAll }, callback) => {
    if (wantsAll === true) callback(null, all);
    else callback(null, all[0].address, all[0].family);
  };
}
