import { setTimeout as sleep } from 'node:timers/promises';

import { type Answer, EyelineClient } from '@eyeline/testing';

const RETRY_AFTER_MS = 500;
/** An answer that takes longer is given up and asked for again. */
const PATIENCE_MS = 20_000;

/** "Not now": what a good client tries again. Anything else is an answer. */
const TRY_AGAIN = new Set([429, 503]);

/** A client that does not give up when the API is away for a while, as a good one of a user does. */
export class PatientClient {
  private readonly client: EyelineClient;

  constructor(
    baseUrl: string,
    private readonly signal: AbortSignal,
  ) {
    this.client = new EyelineClient(baseUrl);
  }

  /**
   * Asks until there is an answer. What was sent over a connection that broke may have arrived all the same.
   *
   * @throws the signal's reason, once nobody is to wait any longer
   */
  async request(path: string, init: RequestInit = {}): Promise<Answer> {
    for (;;) {
      this.signal.throwIfAborted();
      const answer = await this.ask(path, init);
      if (answer !== null && !TRY_AGAIN.has(answer.status)) return answer;
      await sleep(RETRY_AFTER_MS, undefined, { signal: this.signal });
    }
  }

  private async ask(path: string, init: RequestInit): Promise<Answer | null> {
    try {
      const signal = AbortSignal.any([this.signal, AbortSignal.timeout(PATIENCE_MS)]);
      return await this.client.request(path, { ...init, signal });
    } catch (error) {
      // Refused, cut or too slow: fetch tells the first two by a TypeError, and the end of an answer by a SyntaxError.
      const { name } = error as Error;
      if (!['TypeError', 'TimeoutError', 'SyntaxError'].includes(name)) throw error;
      return null;
    }
  }
}
