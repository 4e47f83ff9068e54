import { Redis } from 'ioredis';

import { type HitCounter, type HitCounterSettings, type HitWindow } from './hit-counter.js';

/** A Redis that did not answer is left alone for so long: requests in between do not wait at all. */
const PAUSE_MS = 2_000;

/** A server that vanished without a word is given up and looked for anew. */
const SILENCE_MS = 5_000;

const REPORT_EVERY_MS = 60_000;

/** One step on the server, so that no window is left without an end. Answers hits and the rest of the window in ms. */
const HIT = `
local hits = redis.call('INCR', KEYS[1])
local rest = redis.call('PTTL', KEYS[1])
if rest < 0 then
  rest = tonumber(ARGV[1])
  redis.call('PEXPIRE', KEYS[1], rest)
end
return { hits, rest }`;

/** Counts on Redis, for all processes together. */
export class RedisCounter implements HitCounter {
  private readonly client: Redis;
  private pausedUntilMs = -Infinity;
  private reportedAtMs = -Infinity;

  constructor(
    url: string,
    private readonly settings: Required<Omit<HitCounterSettings, 'redisUrl'>>,
  ) {
    this.client = new Redis(url, {
      // Nothing is parked while the server is away: the request goes on.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: settings.answerMs,
      socketTimeout: SILENCE_MS,
      connectTimeout: SILENCE_MS,
      retryStrategy: (attempts) => Math.min(50 * 2 ** Math.min(attempts, 6), PAUSE_MS),
    });
    this.client.on('error', (error: Error) => this.report(error));
  }

  async hit(name: string, windowMs: number): Promise<HitWindow | null> {
    if (performance.now() < this.pausedUntilMs) return null;
    try {
      const answer = await this.client.eval(HIT, 1, `${this.settings.prefix}:${name}`, windowMs);
      const [hits, restMs] = answer as [number, number];
      return { hits, restMs };
    } catch (error) {
      // One that is connecting answers soon; one that is silent would keep every request waiting.
      if (this.client.status === 'ready') this.pausedUntilMs = performance.now() + PAUSE_MS;
      this.report(error as Error);
      return null;
    }
  }

  close(): void {
    this.client.disconnect();
  }

  private report(error: Error): void {
    if (performance.now() - this.reportedAtMs < REPORT_EVERY_MS) return;
    this.reportedAtMs = performance.now();
    this.settings.onError(error);
  }
}
