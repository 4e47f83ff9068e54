/** What was counted of one name, since its window began. */
export interface HitWindow {
  /** With the hit that was asked about. */
  readonly hits: number;
  /** Until the window ends, in ms. */
  readonly restMs: number;
}

/** Counts hits by name. A window begins with its first hit. */
export interface HitCounter {
  /** Counts one. Never throws: null when nobody can tell at present. */
  hit(name: string, windowMs: number): Promise<HitWindow | null>;
  close(): void;
}

export interface HitCounterSettings {
  /** Null: hits are counted in the memory of this process. */
  readonly redisUrl: string | null;
  /** Keeps counters apart that share a server. Default `eyeline-limits`. */
  readonly prefix?: string;
  /** A hit waits for Redis no longer. Default 100 ms. */
  readonly answerMs?: number;
  /** Redis does not answer. At most once a minute. */
  readonly onError: (error: Error) => void;
}
