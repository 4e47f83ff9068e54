import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

import { type CheckedAddress } from '../addresses/address-guard.js';

/** The head of an answer: all that counts. */
export interface AnswerHead {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** What of an answer's body is read, so that receivers are not cut off in the middle of a polite word, and how long. */
const READ_BYTES = 16 * 1024;
const READ_MS = 1000;

/**
 * Posts to one of the checked addresses, on a connection of its own. TLS is told the name of the host, so that the
 * certificate has to be the host's. Redirects are answers like others.
 *
 * @throws {Error} when no answer came: Node's, or the reason of the signal
 */
export function postMessage(
  { url, addresses }: CheckedAddress,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<AnswerHead> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' },
      agent: false,
      lookup: pinTo(addresses),
      signal,
    };
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    // Errors of the rest of the body come here too, after the promise is settled.
    request.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    request.on('response', (answer) => {
      resolve({ status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null });
      readLittle(answer);
    });
    // Without an answer and without an error: the receiver wanted another protocol.
    request.on('close', () => reject(new Error('The connection was closed without an answer.')));
    request.end(body);
  });
}

/** Answers every question for the host with the addresses that were checked. */
function pinTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, { all: wantsAll }, callback) => {
    if (wantsAll === true) callback(null, all);
    else callback(null, all[0].address, all[0].family);
  };
}

function readLittle(answer: IncomingMessage): void {
  let read = 0;
  const timer = setTimeout(() => answer.destroy(), READ_MS);
  answer.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > READ_BYTES) answer.destroy();
  });
  answer.on('error', () => {
    // Its head has said what counts.
  });
  answer.on('close', () => clearTimeout(timer));
}
