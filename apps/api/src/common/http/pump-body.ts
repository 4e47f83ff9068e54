import { type IncomingMessage } from 'node:http';
import { finished, type Writable } from 'node:stream';
import { AppError } from '@eyeline/contracts';

import { askForBody } from './configure-server.js';

/**
 * Moves a request's body into `sink` and settles when the sink is done with it. Unlike `pipeline` it leaves the
 * request alone when the sink fails: destroying it would take away the connection that the answer needs.
 *
 * @throws AppError invalid_request when the connection ends before the body does; otherwise what the sink failed with
 */
export function pumpBody(request: IncomingMessage, sink: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = (cause?: Error): void => {
      if (request.complete) return;
      const detail = 'The connection ended before the upload was complete.';
      sink.destroy(new AppError('invalid_request', { detail, cause }));
    };
    request.once('error', cut).once('close', cut);
    finished(sink, { readable: false }, (error) => {
      request.unpipe(sink);
      request.off('close', cut);
      if (error) reject(error);
      else resolve();
    });
    if (request.destroyed) {
      cut();
      return;
    }
    askForBody(request);
    request.pipe(sink);
  });
}
