import { type Request } from 'express';

import { isPagePath } from '../pages/page-paths.js';

/** What anybody may ask for: no answer says anything about a project. */
const OPEN_PATHS = new Set(['/', '/livez', '/readyz', '/health', '/metrics', '/openapi.json']);

/** Where browsers sign in, which is how they come to be known, and out. */
const SIGN_IN_PATH = '/v1/me/session';

/** Whether a request needs no key. Everything that is not named here needs one. */
export const isOpen = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  method === 'GET' || method === 'HEAD'
    ? OPEN_PATHS.has(path) || /^\/docs(\/|$)/.test(path) || isPagePath(path)
    : path === SIGN_IN_PATH && (method === 'POST' || method === 'DELETE');
