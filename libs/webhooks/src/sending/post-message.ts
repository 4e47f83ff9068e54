import { type IncomingMessage } from 'node:http';

import { type CheckedAddress } from '../addresses/address-guard.js';
import { requestPinned } from '../addresses/request-pinned.js';

/** The head of an answer: all that counts. */
export interface AnswerHead {
  readonly status: number;
  readonly retryAfter: string | null;
}

/** What of an answer's body is read, so that receivers are not cut off in the middle of a polite word, and how long. */
const READ_BYTES = 16 * 1024;
const READ_MS = 1000;

/**
 * Posts to one of the checked addresses.
 *
 * @throws {Error} when no answer came: Node's, or the reason of the signal
 */
export async function postMessage(
  address: CheckedAddress,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<AnswerHead> {
  const allHeaders = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) };
  const answer = await requestPinned(address, { method: 'POST', headers: allHeaders, body }, signal);
  readLittle(answer);
  return { status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] ?? null };
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
