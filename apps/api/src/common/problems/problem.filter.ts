import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { type Application, type Request, type Response } from 'express';

import { publicUrl } from '../http/public-url.js';
import { allowedMethods } from './allowed-methods.js';
import { sendProblem } from './send-problem.js';
import { toAppError } from './to-app-error.js';

/** Seconds after which a client may ask again, by status: a line has to become shorter, or a service to come back. */
const RETRY_AFTER_S: Readonly<Record<number, number>> = { 429: 30, 503: 2 };

/** Refusals at a limit of ours: nothing is broken, and a log of each would be as long as the line of clients. */
const AT_A_LIMIT: readonly ErrorCode[] = ['live_overloaded', 'too_many_streams'];

/** The one place where an error becomes an answer. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly adapter: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = this.refineNotFound(thrown, request, response);
    if (error.status >= 500 && !AT_A_LIMIT.includes(error.code)) {
      request.log.error({ err: error.cause ?? error, code: error.code }, error.message);
    }
    if (error.code === 'unauthorized' && !response.headersSent) response.set('WWW-Authenticate', 'Bearer');
    const retryAfterS = error.retryable ? RETRY_AFTER_S[error.status] : undefined;
    // Whoever knows it better has said so already.
    if (retryAfterS !== undefined && !response.headersSent && response.get('Retry-After') === undefined) {
      response.set('Retry-After', String(retryAfterS));
    }
    const problem = error.toProblem(request.id as string);
    sendProblem(request, response, { ...problem, type: `${publicUrl(request)}${problem.type}` });
  }

  /** Only Nest's router throws `NotFoundException`: no route takes this method at this path. */
  private refineNotFound(thrown: unknown, request: Request, response: Response): AppError {
    if (!(thrown instanceof NotFoundException)) return toAppError(thrown);
    const allowed = allowedMethods(this.adapter.httpAdapter.getInstance<Application>(), request.path);
    if (allowed.length === 0) {
      return new AppError('not_found', { detail: `There is nothing at ${request.path}.` });
    }
    response.set('Allow', allowed.join(', '));
    return new AppError('method_not_allowed', {
      detail: `${request.path} takes ${allowed.join(', ')}, not ${request.method}.`,
    });
  }
}
