import { HttpException } from '@nestjs/common';
import { AppError, type ErrorCode } from '@eyeline/contracts';

/** Which code of the table stands for a status that Nest or Express chose. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  429: 'rate_limited',
};

/**
 * Whatever was thrown while a request was served, as an entry of the error table. Nest's own exceptions (Express's are
 * mapped to them by the adapter: bad JSON, bad percent-encoding, a body over the limit) keep their text; a server
 * fault's text stays in `cause`, for the log alone.
 */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    return new AppError(CODE_OF_STATUS[thrown.getStatus()] ?? 'invalid_request', {
      detail: thrown.message,
      cause: thrown,
    });
  }
  return AppError.from(thrown);
}
