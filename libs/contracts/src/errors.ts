import { z } from 'zod';

interface ErrorEntry {
  /** HTTP status of the answer that carries the code. */
  readonly status: number;
  /** Short text, the same for every occurrence (RFC 9457 `title`). */
  readonly title: string;
  /** Whether the same request, or the same job, can succeed later without being changed. */
  readonly retryable: boolean;
}

/** Every error that a client can meet. docs/errors.md holds a line for each; a test ties the two together. */
export const ERROR_TABLE = {
  invalid_request: { status: 400, title: 'The request is not valid', retryable: false },
  unauthorized: { status: 401, title: 'A valid API key is needed', retryable: false },
  forbidden: { status: 403, title: 'The key does not allow this', retryable: false },
  not_found: { status: 404, title: 'There is no such thing', retryable: false },
  method_not_allowed: { status: 405, title: 'The address does not take this method', retryable: false },
  conflict: { status: 409, title: 'The state does not allow this', retryable: false },
  not_ready: { status: 409, title: 'The result is not there yet', retryable: true },
  idempotency_mismatch: {
    status: 422,
    title: 'The idempotency key belongs to another request',
    retryable: false,
  },
  unsupported_tus_version: {
    status: 412,
    title: 'The request does not speak tus 1.0.0',
    retryable: false,
  },
  payload_too_large: { status: 413, title: 'The upload is too large', retryable: false },
  unsupported_media: { status: 422, title: 'The file is not a video or image', retryable: false },
  corrupt_video: { status: 422, title: 'The video cannot be read', retryable: false },
  no_video_stream: { status: 422, title: 'The file holds no picture', retryable: false },
  video_too_long: { status: 422, title: 'The video is too long', retryable: false },
  too_many_pixels: { status: 422, title: 'The picture is too large', retryable: false },
  source_unreachable: { status: 422, title: 'The source address did not answer', retryable: true },
  source_forbidden: { status: 422, title: 'The source address is not allowed', retryable: false },
  webhook_forbidden: { status: 422, title: 'The webhook address is not allowed', retryable: false },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  queue_full: { status: 429, title: 'Too many analyses are waiting', retryable: true },
  too_many_streams: { status: 503, title: 'Too many event streams are open', retryable: true },
  live_overloaded: { status: 503, title: 'Too many live frames or connections are in hand', retryable: true },
  live_unavailable: { status: 503, title: 'The live process does not answer', retryable: true },
  queue_unavailable: { status: 503, title: 'The queue does not take work at present', retryable: true },
  storage_unavailable: { status: 503, title: 'The object storage does not answer', retryable: true },
  database_unavailable: { status: 503, title: 'The database does not answer', retryable: true },
  narrative_not_configured: { status: 503, title: 'No language model is configured', retryable: false },
  narrative_unavailable: { status: 503, title: 'The language model does not answer', retryable: true },
  narrative_failed: { status: 502, title: 'The language model gave no usable answer', retryable: true },
  canceled: { status: 409, title: 'The analysis was canceled', retryable: false },
  model_unavailable: { status: 503, title: 'A network that is to be used is not there', retryable: true },
  not_supported: { status: 409, title: 'This installation does not support this', retryable: false },
  timed_out: { status: 504, title: 'The work took too long', retryable: true },
  internal: { status: 500, title: 'Something went wrong on our side', retryable: true },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;

export const ERROR_CODES = Object.keys(ERROR_TABLE) as [ErrorCode, ...ErrorCode[]];

const OUTAGES: readonly ErrorCode[] = ['storage_unavailable', 'database_unavailable', 'queue_unavailable'];

/** Whether something that the work depends on is away: the work waits for it, and no try is used up. */
export const isOutage = (code: ErrorCode): boolean => OUTAGES.includes(code);

/** One field of a request that is wrong: `pointer` is a JSON pointer or the name of a query or form field. */
export const fieldErrorSchema = z.object({ pointer: z.string(), message: z.string() });

export type FieldError = z.infer<typeof fieldErrorSchema>;

/** `application/problem+json` (RFC 9457), extended by a machine-readable `code`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string(),
  errors: z.array(fieldErrorSchema),
  request_id: z.string().nullable(),
});

export type Problem = z.infer<typeof problemSchema>;

/** Where the documentation of a code lives, relative to the API's own address. */
export const errorDocsPath = (code: ErrorCode): string => `/docs/errors#${code}`;

/**
 * The only error that is thrown on purpose. Everything else that reaches an edge is an `internal` one.
 *
 * @example throw new AppError('not_found', { detail: `There is no analysis ${id}.` });
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  private readonly isFinal: boolean;

  /** @param options retryable: false where this occurrence will not pass, although others of its code may */
  constructor(
    code: ErrorCode,
    options: {
      detail?: string;
      errors?: readonly FieldError[];
      cause?: unknown;
      retryable?: false;
    } = {},
  ) {
    const detail = options.detail ?? ERROR_TABLE[code].title;
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.errors = options.errors ?? [];
    this.isFinal = options.retryable === false;
  }

  get status(): number {
    return ERROR_TABLE[this.code].status;
  }

  /** Whether the same request, or the same job, can succeed later without being changed. */
  get retryable(): boolean {
    return !this.isFinal && ERROR_TABLE[this.code].retryable;
  }

  toProblem(requestId: string | null): Problem {
    return {
      type: errorDocsPath(this.code),
      title: ERROR_TABLE[this.code].title,
      status: this.status,
      code: this.code,
      detail: this.detail,
      errors: [...this.errors],
      request_id: requestId,
    };
  }

  /** Any thrown value as an `AppError`; what is not one becomes `internal`, its text kept in `cause` alone. */
  static from(error: unknown): AppError {
    return error instanceof AppError ? error : new AppError('internal', { cause: error });
  }
}
