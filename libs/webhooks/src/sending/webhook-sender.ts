import { AppError } from '@eyeline/contracts';

import { type AddressGuard } from '../addresses/address-guard.js';
import { signMessage } from '../sign-message.js';
import { postMessage } from './post-message.js';
import { readRetryAfter } from './retry-after.js';

/** Standard Webhooks advises 15 to 30 s. */
const TIMEOUT_MS = 15_000;

/** What is sent, and to whom. */
export interface Message {
  /** The same in each attempt. */
  readonly id: string;
  readonly url: string;
  readonly body: string;
  /** One signature for each. */
  readonly secrets: readonly string[];
}

/** What an attempt has come to. */
export interface Answer {
  /** 2xx, and nothing else. */
  readonly succeeded: boolean;
  /** Null when no answer came. */
  readonly status: number | null;
  /** Why it did not succeed. */
  readonly error: string | null;
  /** How long the receiver asks to be left alone, in s. */
  readonly retryAfterS: number | null;
  readonly durationMs: number;
}

/** Makes attempts to deliver. */
export class WebhookSender {
  constructor(
    private readonly guard: AddressGuard,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  /**
   * One attempt: the address is checked again, and the connection goes where the check has looked. Whatever the receiver
   * does is an answer; nothing is thrown for it.
   *
   * @throws the reason of the signal
   */
  async send(message: Message, signal: AbortSignal): Promise<Answer> {
    const startedAtMs = performance.now();
    const limit = AbortSignal.timeout(this.timeoutMs);
    const finish = (
      status: number | null,
      error: string | null,
      retryAfterS: number | null = null,
    ): Answer => {
      const durationMs = Math.round(performance.now() - startedAtMs);
      return { succeeded: error === null, status, error, retryAfterS, durationMs };
    };
    try {
      const { status, retryAfter } = await this.post(message, AbortSignal.any([signal, limit]));
      return finish(status, judgeStatus(status), readRetryAfter(retryAfter));
    } catch (error) {
      signal.throwIfAborted();
      if (limit.aborted) return finish(null, `No answer came within ${this.timeoutMs / 1000} s.`);
      return finish(null, describeFailure(error));
    }
  }

  private async post({ id, url, body, secrets }: Message, signal: AbortSignal) {
    // The resolver of the system knows no signal.
    const checked = await Promise.race([this.guard.check(url), rejectOn(signal)]);
    const timestampS = Math.floor(Date.now() / 1000);
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Eyeline-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestampS),
      'webhook-signature': signMessage(secrets, id, timestampS, body),
    };
    return postMessage(checked, headers, body, signal);
  }
}

/** Why a status is no success; null for 2xx. */
function judgeStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `It was answered ${status}; redirects are not followed.`;
  return `It was answered ${status}.`;
}

function describeFailure(error: unknown): string {
  if (error instanceof AppError) return error.detail;
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? message : `No answer came (${code}).`;
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => reject(signal.reason as Error);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
