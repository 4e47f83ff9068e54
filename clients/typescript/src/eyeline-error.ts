import { ERROR_CODES, type ErrorCode } from './generated/error-codes.js';
import { type Problem } from './types.js';

/** No answer came; what answered is no Eyeline. */
export type ClientErrorCode = 'unreachable' | 'unexpected_answer';

interface ErrorFacts {
  readonly code: ErrorCode | ClientErrorCode;
  readonly detail: string;
  readonly status?: number | null;
  readonly errors?: Problem['errors'];
  readonly requestId?: string | null;
  readonly retryAfterS?: number | null;
  readonly cause?: unknown;
}

/**
 * Whatever a call fails with, unless its signal was aborted.
 *
 * @example if (error instanceof EyelineError && error.code === 'not_found') ...
 */
export class EyelineError extends Error {
  readonly code: ErrorCode | ClientErrorCode;
  readonly detail: string;
  /** The HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Which fields of the request are wrong. */
  readonly errors: Problem['errors'];
  /** Names the request in the logs of the service. */
  readonly requestId: string | null;
  /** Seconds after which the service wants to be asked again, if it said so. */
  readonly retryAfterS: number | null;

  constructor({ code, detail, cause, ...facts }: ErrorFacts) {
    super(`${detail} (${code})`, { cause });
    this.name = 'EyelineError';
    this.code = code;
    this.detail = detail;
    this.status = facts.status ?? null;
    this.errors = facts.errors ?? [];
    this.requestId = facts.requestId ?? null;
    this.retryAfterS = facts.retryAfterS ?? null;
  }

  /** Whether the same request can succeed later. */
  get retryable(): boolean {
    if (this.code === 'unreachable') return true;
    if (this.code === 'unexpected_answer') return this.status !== null && this.status >= 500;
    const entry = ERROR_CODES[this.code];
    // The error of a failed analysis comes with a status that is not its own: asking again changes nothing.
    return entry.retryable && (this.status === null || this.status === entry.status);
  }

  static fromProblem(problem: Problem, more: Pick<ErrorFacts, 'status' | 'retryAfterS'> = {}): EyelineError {
    const { code, detail, errors, request_id: requestId } = problem;
    const known = Object.hasOwn(ERROR_CODES, code) ? code : 'unexpected_answer';
    return new EyelineError({ status: problem.status, ...more, code: known, detail, errors, requestId });
  }
}

/** An answer that is no success, read. */
export const errorOf = async (answer: Response): Promise<EyelineError> =>
  errorOfText(answer.status, await answer.text(), (name) => answer.headers.get(name));

export function errorOfText(
  status: number,
  text: string,
  header: (name: string) => string | null | undefined,
): EyelineError {
  const retryAfterS = readRetryAfter(header('Retry-After'));
  const problem = readProblem(text);
  if (problem !== null) return EyelineError.fromProblem(problem, { status, retryAfterS });
  return new EyelineError({
    ...{ code: 'unexpected_answer', status, retryAfterS, requestId: header('X-Request-Id') ?? null },
    detail: `The service answered ${status}, and not as Eyeline does`,
  });
}

function readProblem(text: string): Problem | null {
  try {
    const body = JSON.parse(text) as Partial<Problem> | null;
    return typeof body?.code === 'string' && typeof body.detail === 'string' ? (body as Problem) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
export function readRetryAfter(value: string | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}
