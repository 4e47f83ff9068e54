import { type Problem } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { expectsBody } from '../http/request-body.js';

/** How long the rest of a refused body is read and thrown away, and how long the client may be silent meanwhile. */
const DRAIN_MS = 30_000;
const DRAIN_IDLE_MS = 5_000;

/** Answers with `application/problem+json`, in a way that a client which is still sending can read. */
export function sendProblem(request: Request, response: Response, problem: Problem): void {
  if (response.headersSent || response.destroyed) {
    // Part of another answer is out: only a cut connection tells the client that it is not whole.
    response.destroy();
    return;
  }
  const body = Buffer.from(JSON.stringify(problem));
  response.status(problem.status).set({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(body.length),
    'Cache-Control': 'no-store',
  });
  if (request.method === 'HEAD' || !expectsBody(request) || request.complete) {
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  answerThenDrain(request, response, body);
}

/**
 * Closing a socket that holds unread bytes resets the connection, and the reset can overtake the answer. So the whole
 * answer goes out first, then the rest of the body is read for a while, and only then the connection ends.
 */
function answerThenDrain(request: Request, response: Response, body: Buffer): void {
  response.set('Connection', 'close');
  response.write(body);
  const close = (): void => {
    clearTimeout(total);
    clearTimeout(idle);
    response.end();
  };
  const total = setTimeout(close, DRAIN_MS);
  const idle = setTimeout(close, DRAIN_IDLE_MS);
  request.on('data', () => idle.refresh());
  request.once('end', close).once('error', close).once('close', close);
  request.resume();
}
