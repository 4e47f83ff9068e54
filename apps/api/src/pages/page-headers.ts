/** Pages load what this service has, and nothing else: no inline script, no other site. Pictures may be made in the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What answers of the dashboard say beside what all answers say. */
export const PAGE_HEADERS = {
  'Content-Security-Policy': POLICY,
  'Permissions-Policy': 'camera=(self), microphone=()',
};
