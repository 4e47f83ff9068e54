import { type ThrottlerStorage } from '@nestjs/throttler';
import { type HitCounter } from '@eyeline/rate-limits';

type Record = Awaited<ReturnType<ThrottlerStorage['increment']>>;

/** What is said when nobody can count at present: no hit, so no limit. */
const NOT_COUNTED: Record = { totalHits: 0, timeToExpire: 0, isBlocked: false, timeToBlockExpire: 0 };

/**
 * The throttler's storage on our counters. Its own one for Redis fails requests when Redis is away, and begins a second
 * minute when the first is used up; its own one in memory keeps a number for each hit.
 */
export class CounterStorage implements ThrottlerStorage {
  constructor(private readonly counter: HitCounter) {}

  /** Times in seconds, as the throttler has them. */
  async increment(
    subject: string,
    ttlMs: number,
    limit: number,
    _blockMs: number,
    policy: string,
  ): Promise<Record> {
    const window = await this.counter.hit(`${policy}:${subject}`, ttlMs);
    if (window === null) return NOT_COUNTED;
    const restS = Math.max(1, Math.ceil(window.restMs / 1000));
    const isBlocked = window.hits > limit;
    return {
      totalHits: window.hits,
      timeToExpire: restS,
      isBlocked,
      timeToBlockExpire: isBlocked ? restS : 0,
    };
  }
}
