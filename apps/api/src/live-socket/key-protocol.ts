import { type IncomingMessage } from 'node:http';

/** What both sides speak; the only sub-protocol that is ever selected. */
export const PROTOCOL = 'eyeline.v1';

/** Browsers cannot set headers on a WebSocket: a sub-protocol of this form is the key. */
const KEY_PREFIX = 'eyeline.key.';

/**
 * Makes of a key among the sub-protocols the header that all requests have, unless they have it, and takes it out of the
 * list, so that nothing can echo it.
 */
export function takeKeyFromProtocols(request: Pick<IncomingMessage, 'headers'>): void {
  const { headers } = request;
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const key = offered.find((name) => name.startsWith(KEY_PREFIX));
  if (key === undefined) return;
  headers.authorization ??= `Bearer ${key.slice(KEY_PREFIX.length)}`;
  const others = offered.filter((name) => !name.startsWith(KEY_PREFIX));
  if (others.length > 0) headers['sec-websocket-protocol'] = others.join(', ');
  else delete headers['sec-websocket-protocol'];
}
