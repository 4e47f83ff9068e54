import { type NestExpressApplication } from '@nestjs/platform-express';
import { AppError } from '@eyeline/contracts';
import { type JobQueue } from '@eyeline/queue';
import { type NextFunction, type Request, type Response } from 'express';

import { logRefusedKey } from '../audit/log-refused-key.js';
import { allows, callerOf, DEFAULT_PROJECT } from '../keys/caller.js';

const BOARD_PATH = '/admin/queues';

/** Bull Board brings its own scripts and styles, sets some styles inline and its base address; nothing comes from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Bull Board, behind the authentication of everything else: for the operators of the whole, since queues know no projects. */
export async function serveBoard(app: NestExpressApplication, queue: JobQueue): Promise<void> {
  app.use(BOARD_PATH, requireOperator, await queue.board(BOARD_PATH));
}

/** @throws AppError unauthorized, forbidden */
function requireOperator(request: Request, response: Response, next: NextFunction): void {
  const caller = callerOf(request);
  if (!allows(caller, 'admin')) {
    logRefusedKey(request, 'scope', caller);
    throw new AppError('forbidden', { detail: 'This needs a key with the scope admin.' });
  }
  if (caller.projectId !== DEFAULT_PROJECT) {
    logRefusedKey(request, 'scope', caller);
    throw new AppError('forbidden', {
      detail: `The queues of all projects are shown to admins of the project ${DEFAULT_PROJECT}.`,
    });
  }
  response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'private, no-cache' });
  next();
}
