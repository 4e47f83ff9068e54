import { PassThrough, Readable } from 'node:stream';
import { type Request as ExpressRequest } from 'express';

import { askForBody } from '../common/http/configure-server.js';
import { expectsBody } from '../common/http/request-body.js';

/**
 * A request as the tus server takes it. When the client goes away the body merely ends: what has come is kept, and the
 * client goes on from there.
 */
export function toWebRequest(request: ExpressRequest): Request {
  const init: RequestInit = { method: request.method, headers: toHeaders(request) };
  if (expectsBody(request) && request.method === 'PATCH') {
    const body = new PassThrough();
    const end = (): void => {
      body.end();
    };
    request.once('error', end).once('close', end);
    // The tus server stops reading when it refuses a body; the answer drains what is left.
    body.once('close', () => request.unpipe(body));
    askForBody(request);
    request.pipe(body);
    init.body = Readable.toWeb(body) as ReadableStream;
    init.duplex = 'half';
  }
  return new Request(`http://localhost${request.originalUrl}`, init);
}

function toHeaders({ headers }: ExpressRequest): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  );
  return new Headers(pairs);
}
