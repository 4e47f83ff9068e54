import { type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { announcedBytes } from './request-body.js';

/** Longer than the 60 s that load balancers keep an idle connection, so that the balancer is the one to close it. */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 30_000;

/** Time limits for a server that takes large uploads, and no `100 Continue` for a body that will be refused. */
export function configureServer(server: Server, maxBodyBytes: number): void {
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if ((announcedBytes(request) ?? 0) <= maxBodyBytes) response.writeContinue();
    server.emit('request', request, response);
  });
}
