import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type NextFunction, type Request } from 'express';

import { isProcessFrame } from '../../compat/process-frame/is-process-frame.js';
import { isLiveFrame } from '../../live/is-live-frame.js';
import { mediaTypeOf } from './request-body.js';

/** Longer than the 60 s that load balancers keep an idle connection, so that the balancer is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;

/** The answers to requests whose clients hold their body back until they are asked for it. */
const waiting = new WeakMap<IncomingMessage, ServerResponse>();

/** Time limits for a server that takes large uploads; `100 Continue` is left to `askForBody`. */
export function configureServer(server: Server): void {
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    waiting.set(request, response);
    server.emit('request', request, response);
  });
}

/** Asks for a body that was held back: for whoever reads it, once nothing else stands against the request. */
export function askForBody(request: IncomingMessage): void {
  waiting.get(request)?.writeContinue();
  waiting.delete(request);
}

/**
 * Whether the JSON parser takes the body. Frames are larger than other JSON, and have to be let in first; a prototype's
 * video is one whatever its type says.
 */
export const isParsed = (request: IncomingMessage): boolean =>
  mediaTypeOf(request) === 'application/json' &&
  !isLiveFrame(request as Request) &&
  !isProcessFrame(request as Request);

/** Middleware ahead of the JSON parser, which reads a body before anybody else has a say. */
export function askForJson(request: IncomingMessage, _response: ServerResponse, next: NextFunction): void {
  if (isParsed(request)) askForBody(request);
  next();
}
