import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type NextFunction } from 'express';

import { announcedBytes } from './request-body.js';

/** Longer than the 60 s that load balancers keep an idle connection, so that the balancer is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;

/** Requests whose clients hold their body back until they are told to go on. */
const waiting = new WeakSet<IncomingMessage>();

/** Time limits for a server that takes large uploads; `100 Continue` is left to `sendContinue`. */
export function configureServer(server: Server): void {
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    waiting.add(request);
    server.emit('request', request, response);
  });
}

/** Middleware: asks for a body that was held back, unless it is too large to be taken. */
export function sendContinue(maxBodyBytes: number) {
  return (request: IncomingMessage, response: ServerResponse, next: NextFunction): void => {
    if (waiting.has(request) && (announcedBytes(request) ?? 0) <= maxBodyBytes) response.writeContinue();
    next();
  };
}
