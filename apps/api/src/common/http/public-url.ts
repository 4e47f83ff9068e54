import { type Request } from 'express';

/** Who may say in `X-Forwarded-Proto` that the client came by TLS: a proxy on this machine or in a private network. */
export const TRUSTED_PROXIES = 'loopback, linklocal, uniquelocal';

/**
 * The address under which the client reached this API, without a slash at the end: what links begin with.
 *
 * @example publicUrl(request) // 'http://127.0.0.1:3000'
 */
export function publicUrl(request: Request): string {
  return `${request.secure ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`;
}
