import { AppError } from '@eyeline/contracts';

interface FailureOptions {
  /** How long the server asks to be left alone, in s. */
  readonly retryAfterS?: number | null;
  /** False: it would answer the same again. */
  readonly retryable?: false;
}

/** The server, or the way to it, did not do its part. Without a cause: those of Node may name the whole address. */
export class SourceFailure extends AppError {
  readonly retryAfterS: number | null;

  constructor(detail: string, { retryAfterS = null, retryable }: FailureOptions = {}) {
    super('source_unreachable', { detail, retryable });
    this.retryAfterS = retryAfterS;
  }
}
