/** Metadata of an operation that may be asked for with an Idempotency-Key. */
export const IDEMPOTENT = 'eyeline:idempotent';

export interface IdempotentOptions {
  /** The body may be a video, which the handler reads by itself and answers in one transaction with its row. */
  readonly uploads?: boolean;
  /** Headers that say what is asked for. */
  readonly headers?: readonly string[];
}
