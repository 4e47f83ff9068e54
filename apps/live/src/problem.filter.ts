import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { type Response } from 'express';
import { type Logger } from 'pino';

/** Every error as a problem document, which the API turns back into the error that it was. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const error = toAppError(thrown);
    if (error.code === 'internal') this.logger.error({ err: error.cause ?? error }, error.message);
    if (response.headersSent || response.destroyed) return;
    response
      .status(error.status)
      .type('application/problem+json')
      .send(JSON.stringify(error.toProblem(null)));
  }
}

/** What Nest and its body parser throw before a controller is reached. */
function toAppError(thrown: unknown): AppError {
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusOf(thrown);
  if (status === 413) return new AppError('payload_too_large', { cause: thrown });
  if (status === 404) return new AppError('not_found', { cause: thrown });
  return status === 400 ? new AppError('invalid_request', { cause: thrown }) : AppError.from(thrown);
}

const statusOf = (thrown: unknown): unknown =>
  thrown instanceof Error && 'status' in thrown && !(thrown instanceof AppError) ? thrown.status : null;
