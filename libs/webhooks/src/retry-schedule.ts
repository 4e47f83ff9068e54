/** At once, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h: ten attempts over 75 h, as Standard Webhooks advises. */
const DELAYS_S = [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** Receivers that were away together are not called on together: 10 % more or less. */
const JITTER = 0.1;

/** A receiver may ask for more time than the schedule gives, up to this. */
const MAX_RETRY_AFTER_S = 86_400;

/** When attempts are made. */
export class RetrySchedule {
  private readonly delaysS: readonly number[];
  private readonly jitter: number;

  /** @param delaysS the delay before each attempt, kept to exactly; null: the default, with jitter */
  constructor(delaysS: readonly number[] | null) {
    this.delaysS = delaysS ?? DELAYS_S;
    this.jitter = delaysS === null ? JITTER : 0;
  }

  /** How long after the event the first attempt is made. */
  get firstDelayS(): number {
    return this.delaysS[0];
  }

  /**
   * How long after the failed attempt the next one is made.
   *
   * @param made attempts that were made
   * @param retryAfterS what the receiver asked for
   * @returns null when that was the last one
   */
  nextDelayS(made: number, retryAfterS: number | null = null): number | null {
    if (made >= this.delaysS.length) return null;
    const delayS = this.delaysS[made] * (1 - this.jitter + 2 * this.jitter * Math.random());
    return Math.max(delayS, Math.min(retryAfterS ?? 0, MAX_RETRY_AFTER_S));
  }
}
