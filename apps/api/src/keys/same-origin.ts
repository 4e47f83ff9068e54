import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

/**
 * Whether a request was made by a page of this service: as `Sec-Fetch-Site` says, which no script can set; else by
 * `Origin`, since browsers leave the former out where there is no TLS. Null: it does not say, as programs do not.
 */
export function isSameOrigin(request: Pick<Request, 'headers'>): boolean | null {
  const { 'sec-fetch-site': site, origin, host } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  if (origin === undefined) return null;
  // A proxy may have taken the TLS off: of the page's own address only host and port count.
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Browsers add cookies by themselves, whoever has made them send a request. So one that changes something, or that opens
 * a WebSocket, has to come from a page of this service.
 *
 * @throws AppError forbidden
 */
export function requireSameOrigin(request: Pick<Request, 'headers' | 'method'>): void {
  if (HARMLESS.has(request.method) && request.headers.upgrade === undefined) return;
  if (isSameOrigin(request) === true) return;
  throw new AppError('forbidden', {
    detail: 'With the cookie of a sign-in, only pages of this service may do this. Programs send a key.',
  });
}
