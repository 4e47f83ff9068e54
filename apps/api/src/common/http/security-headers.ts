import { type NextFunction, type Request, type Response } from 'express';

const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Swagger UI brings its own scripts and sets styles inline; nothing comes from elsewhere. */
const PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers that keep a browser from guessing types, framing answers, or reading them from other sites. */
export function setSecurityHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set({
    'Content-Security-Policy': /^\/docs(\/|$)/.test(request.path) ? PAGES_POLICY : API_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  // Results are about people: no shared cache may keep them, and every use is checked again by its ETag.
  if (request.path.startsWith('/v1/')) response.set('Cache-Control', 'private, no-cache');
  next();
}
