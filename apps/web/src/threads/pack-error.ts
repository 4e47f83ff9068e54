import { EyelineError } from '@eyeline/client/browser';

/** Errors lose their class on the way from one thread to another. */
export type Failure =
  { readonly facts: ConstructorParameters<typeof EyelineError>[0] } | { readonly message: string };

export function packError(error: unknown): Failure {
  if (!(error instanceof EyelineError))
    return { message: error instanceof Error ? error.message : String(error) };
  const { code, detail, status, errors, requestId, retryAfterS } = error;
  return { facts: { code, detail, status, errors, requestId, retryAfterS } };
}

export const unpackError = (failure: Failure): Error =>
  'facts' in failure ? new EyelineError(failure.facts) : new Error(failure.message);
