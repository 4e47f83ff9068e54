import { type IncomingMessage } from 'node:http';

/**
 * A line of the audit log: somebody used a key, or the cookie of a sign-in, that exists no more, never did, or may not
 * do this. Of a key that does not
 * exist nothing is written: it may be one of another service.
 */
export function logRefusedKey(
  request: Pick<IncomingMessage, 'log'>,
  reason: 'unknown' | 'revoked' | 'scope' | 'session',
  key: { readonly keyId: string | null; readonly projectId: string | null },
): void {
  const { keyId, projectId } = key;
  request.log.info({ event: 'key_refused', reason, keyId, projectId }, 'audit: key refused');
}
