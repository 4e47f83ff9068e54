import { type NextFunction, type Request, type Response } from 'express';

import { expectsBody } from './request-body.js';

/** A client that sends nothing for so long is taken for gone. */
export const BODY_STALL_MS = 60_000;

/**
 * Large uploads may take hours, so the server sets no limit to a whole request; this limits silence instead.
 */
export function cutStalledBodies(stallMs = BODY_STALL_MS) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (expectsBody(request)) {
      const { socket } = request;
      request.setTimeout(stallMs, () =>
        request.destroy(new Error(`The client sent nothing for ${stallMs} ms.`)),
      );
      // Once the body is there, silence is ours: an answer may take its time.
      request.once('end', () => socket.setTimeout(0));
    }
    next();
  };
}
