import { type CookieOptions, type Request, type Response } from 'express';

const NAME = 'eyeline_session';

/** What a token looks like: 256 bits as base64url. */
const TOKEN = /^[\w-]{43}$/;

/** The token in the request's cookie; null when there is none, or what can be none. */
export function readSessionCookie({ headers }: Pick<Request, 'headers'>): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name === NAME) return TOKEN.test(value) ? value : null;
  }
  return null;
}

/** Gives the browser the token for so long; no script can read it, no other site can have it sent. */
export function setSessionCookie(request: Request, response: Response, token: string, keptMs: number): void {
  response.cookie(NAME, token, { ...attributesFor(request), maxAge: keptMs });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(NAME, attributesFor(request));
}

/** `secure` as the trusted proxies say (TRUSTED_PROXIES). */
const attributesFor = ({ secure }: Request): CookieOptions => ({
  ...{ httpOnly: true, sameSite: 'strict', path: '/', secure },
});
