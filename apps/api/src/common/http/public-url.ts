import { type Request } from 'express';

/**
 * The address under which the client reached this API, without a slash at the end: what links begin with.
 *
 * @example publicUrl(request) // 'http://127.0.0.1:3000'
 */
export function publicUrl(request: Request): string {
  return `${request.protocol}://${request.headers.host ?? 'localhost'}`;
}
