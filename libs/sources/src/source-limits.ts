/** How long a server may keep us waiting. */
export interface SourceLimits {
  /** For a connection. */
  readonly connectMs: number;
  /** For the head of an answer, with all that comes before it: name server, connection. */
  readonly headMs: number;
  /** Of a body, so many bytes have to come in so much time of waiting for them: 17 kB/s by default. */
  readonly paceBytes: number;
  readonly paceMs: number;
  /** Before a transfer that broke off is gone on with; the last one counts for all further. */
  readonly waitsMs: readonly number[];
  /** `Retry-After` is followed up to here: a worker waits that could fetch something else. */
  readonly longestRetryAfterMs: number;
}

export const DEFAULT_LIMITS: SourceLimits = {
  connectMs: 10_000,
  headMs: 30_000,
  paceBytes: 1_000_000,
  paceMs: 60_000,
  waitsMs: [500, 2_000, 5_000],
  longestRetryAfterMs: 60_000,
};
