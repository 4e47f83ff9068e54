import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';

import { findCaller } from '../../keys/caller.js';

/** Asked for every few seconds by machines: not worth a line while they go well. */
const QUIET_PATHS = new Set(['/livez', '/readyz', '/metrics']);

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?', 1)[0];

/** The name of a session is its client's own, and may be a person's. */
const withoutNames = (path: string): string => path.replace(/^(\/+v1\/+sessions\/+)[^/]+/i, '$1...');

/**
 * One line for each request, with the id of its key. Neither bodies nor headers nor the query are written: they hold
 * keys, tags and addresses that are the client's own. A client's `X-Request-Id` is kept when it is harmless, and always
 * answered.
 */
export function logRequests(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w.-]{1,128}$/.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customProps: (request: IncomingMessage) => {
      const keyId = findCaller(request)?.keyId ?? null;
      return keyId === null ? {} : { keyId };
    },
    serializers: {
      req: (request: { method: string; raw: IncomingMessage }) => ({
        method: request.method,
        path: withoutNames(pathOf(request.raw)),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (request: IncomingMessage, response: ServerResponse) =>
      QUIET_PATHS.has(pathOf(request)) && response.statusCode < 400 ? 'debug' : 'info',
    customSuccessMessage: () => 'request completed',
    customErrorMessage: () => 'request failed',
  });
}
