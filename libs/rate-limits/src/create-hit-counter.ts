import { type HitCounter, type HitCounterSettings } from './hit-counter.js';
import { MemoryCounter } from './memory-counter.js';
import { RedisCounter } from './redis-counter.js';

const ANSWER_MS = 100;

/** Opens at once; a Redis that is away is looked for in the background. */
export function createHitCounter({
  redisUrl,
  prefix = 'eyeline-limits',
  answerMs = ANSWER_MS,
  onError,
}: HitCounterSettings): HitCounter {
  return redisUrl === null ? new MemoryCounter() : new RedisCounter(redisUrl, { prefix, answerMs, onError });
}
