import { type IncomingMessage } from 'node:http';

import { AppError } from '@eyeline/contracts';

import { type SourceDoor } from './source-door.js';
import { SourceFailure } from './source-failure.js';
import { type SourceLimits } from './source-limits.js';

const MAX_REDIRECTS = 5;
const REDIRECTS: readonly (number | undefined)[] = [301, 302, 303, 307, 308];

/** Statuses that may pass, beside all from 500 on. */
const PASSING = [408, 425, 429];

export interface Way {
  readonly door: SourceDoor;
  readonly limits: SourceLimits;
  readonly signal: AbortSignal;
}

/**
 * Asks for an address and follows redirects, each of which is checked like the address itself.
 *
 * @throws AppError source_unreachable | source_forbidden, or the reason of the signal
 */
export async function openAnswer(
  way: Way,
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  let target = address;
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(way, target, headers);
    const { location } = answer.headers;
    if (!REDIRECTS.includes(answer.statusCode) || location === undefined) return answer;
    answer.destroy();
    if (redirects === MAX_REDIRECTS) {
      throw new SourceFailure(`It redirects more than ${MAX_REDIRECTS} times.`, { retryable: false });
    }
    if (!URL.canParse(location, target)) {
      throw new SourceFailure('It redirects to what is no address.', { retryable: false });
    }
    target = new URL(location, target).href;
  }
}

/** What an answer that is not the file means. */
export function explainStatus(answer: IncomingMessage, door: SourceDoor): SourceFailure {
  const { statusCode = 0, headers } = answer;
  const retryAfterS = door.readRetryAfter(headers['retry-after'] ?? null);
  const detail = `The server answered ${statusCode}.`;
  if (statusCode >= 500 || PASSING.includes(statusCode)) return new SourceFailure(detail, { retryAfterS });
  return new SourceFailure(detail, { retryable: false });
}

async function ask(
  { door, limits, signal }: Way,
  target: string,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), limits.headMs);
  const either = AbortSignal.any([signal, late.signal]);
  try {
    // The resolver of the system knows no signal.
    const checked = await Promise.race([door.check(target), rejectOn(either)]);
    return await door.request(checked, { method: 'GET', headers, connectMs: limits.connectMs }, either);
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) throw new SourceFailure(`No answer came within ${limits.headMs / 1000} s.`);
    if (error instanceof AppError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new SourceFailure(code === undefined ? 'No answer came.' : `No answer came (${code}).`);
  } finally {
    clearTimeout(timer);
  }
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => reject(signal.reason as Error);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
