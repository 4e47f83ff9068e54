import { inspect } from 'node:util';

import { AppError, type ErrorCode, type FieldError } from '@eyeline/contracts';

/** What a lane answers: a thrown class does not survive the way between threads, a plain object does. */
export type LaneAnswer<R> = { readonly ok: true; readonly result: R } | LaneFailure;

interface LaneFailure {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Stack of what was thrown, for the log alone. */
  readonly trace: string;
}

export function packError(thrown: unknown): LaneFailure {
  const error = AppError.from(thrown);
  return {
    ok: false,
    code: error.code,
    detail: error.detail,
    errors: error.errors,
    trace: inspect(error),
  };
}

export function unpackError({ code, detail, errors, trace }: LaneFailure): AppError {
  const cause = new Error('thrown in a lane');
  cause.stack = trace;
  return new AppError(code, { detail, errors, cause });
}
