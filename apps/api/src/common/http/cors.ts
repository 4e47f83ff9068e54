import { type CorsOptionsDelegate } from '@nestjs/common/interfaces/external/cors-options.interface.js';
import { type Request } from 'express';

const METHODS = ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];

/** What clients may send beside what browsers always allow: the API's own, and those of the tus protocol. */
const REQUEST_HEADERS = [
  'Authorization',
  'Cache-Control',
  'Content-Type',
  'Idempotency-Key',
  'If-None-Match',
  'If-Range',
  'If-Range',
  'Last-Event-ID',
  'Range',
  'Range',
  'Tus-Resumable',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'X-Request-Id',
  'X-Requested-With',
];

/** What pages may read of an answer beside its body. */
const ANSWER_HEADERS = [
  'Accept-Ranges',
  'Accept-Ranges',
  'Allow',
  'Content-Disposition',
  'Content-Range',
  'Content-Range',
  'ETag',
  'Idempotent-Replayed',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Tus-Extension',
  'Tus-Max-Size',
  'Tus-Resumable',
  'Tus-Version',
  'Upload-Expires',
  'Upload-Length',
  'Upload-Metadata',
  'Upload-Offset',
  'WWW-Authenticate',
  'X-Analysis-Id',
  'X-Request-Id',
];

/** The longest that any browser remembers the answer to a preflight: two hours, in Chromium. */
const PREFLIGHT_S = 7200;

/**
 * Lets pages of these sites read answers. Keys travel in a header that scripts set; the cookie of a sign-in is for our
 * own pages, so cookies are not allowed.
 */
export function allowOrigins(origins: readonly string[]): CorsOptionsDelegate<Request> {
  const settings = {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: METHODS,
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: ANSWER_HEADERS,
    maxAge: PREFLIGHT_S,
  };
  return (request, choose) =>
    // OPTIONS that is no preflight asks the tus server what it can do.
    choose(null, { ...settings, preflightContinue: !isPreflight(request) });
}

const isPreflight = ({ method, headers }: Request): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
