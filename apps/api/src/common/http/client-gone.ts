import { type Response } from 'express';

/** A signal that fires when the client goes away before its answer is complete. */
export function clientGone(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) controller.abort();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
