import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AppError } from '@eyeline/contracts';
import { type Application, type Request, type Response } from 'express';

import { publicUrl } from '../http/public-url.js';
import { allowedMethods } from './allowed-methods.js';
import { sendProblem } from './send-problem.js';
import { toAppError } from './to-app-error.js';

/** Seconds after which a client may ask again when a service behind the API is down. */
const RETRY_AFTER_S = 2;

/** The one place where an error becomes an answer. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly adapter: HttpAdapterHost) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = this.refineNotFound(thrown, request, response);
    if (error.status >= 500) {
      request.log.error({ err: error.cause ?? error, code: error.code }, error.message);
    }
    if (error.code === 'unauthorized' && !response.headersSent) response.set('WWW-Authenticate', 'Bearer');
    if (error.status === 503 && error.retryable && !response.headersSent) {
      response.set('Retry-After', String(RETRY_AFTER_S));
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
