import { errorOf, EyelineError } from '../eyeline-error.js';
import { pause } from './pause.js';

export interface RetryRules {
  /** How often a request is sent again at most. */
  readonly maxRetries: number;
  /** Whether sending it twice does no more than sending it once. */
  readonly isRepeatable: boolean;
  readonly signal?: AbortSignal | null;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** A service that wants to be left alone for longer is not waited for. */
const LONGEST_RETRY_AFTER_S = 120;

/**
 * Sends a request until it is answered with a success, or with an error that no repetition changes.
 *
 * @param send sends it once
 * @throws EyelineError, or the reason of the signal
 */
export async function withRetries(send: () => Promise<Response>, rules: RetryRules): Promise<Response> {
  for (let retry = 0; ; retry++) {
    const outcome = await attempt(send, rules.signal);
    if (!(outcome instanceof EyelineError)) return outcome;
    if (retry >= rules.maxRetries || !isWorthARetry(outcome, rules.isRepeatable)) throw outcome;
    const longestMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** retry);
    // Not all at the same moment: something between half of it and all of it.
    const pauseMs = (outcome.retryAfterS ?? 0) * 1000 + longestMs * (0.5 + Math.random() / 2);
    await pause(pauseMs, rules.signal ?? undefined);
  }
}

async function attempt(
  send: () => Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response | EyelineError> {
  signal?.throwIfAborted();
  try {
    const answer = await send();
    return answer.ok || answer.status === 304 ? answer : await errorOf(answer);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    const detail = `The service did not answer: ${describe(error)}`;
    return new EyelineError({ code: 'unreachable', detail, cause: error });
  }
}

/** `fetch` says "fetch failed", and why in the cause. */
function describe(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string; code?: string } };
  return [message, cause?.code ?? cause?.message].filter(Boolean).join(', ');
}

function isWorthARetry(error: EyelineError, isRepeatable: boolean): boolean {
  if ((error.retryAfterS ?? 0) > LONGEST_RETRY_AFTER_S) return false;
  // The first request with the same Idempotency-Key is still worked on.
  if (error.status === 409) return error.code === 'conflict' && error.retryAfterS !== null;
  // Nothing was done.
  if (error.status === 429 || error.status === 503) return error.retryable;
  return isRepeatable && error.retryable && (error.status ?? 500) >= 500;
}
