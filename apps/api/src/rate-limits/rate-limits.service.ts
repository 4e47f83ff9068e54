import { Inject, Injectable } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import { type Config } from '@eyeline/config';
import { AppError } from '@eyeline/contracts';
import { type Response } from 'express';

import { CONFIG } from '../runtime/runtime.module.js';

export const WINDOW_MS = 60_000;

/** The policies by the names that answers give them. */
export type Policy = 'default' | 'writes' | 'live' | 'unauthorized';

/** Whose requests are counted together. */
export type Subject = `${'key' | 'address'}:${string}`;

/**
 * How many requests a minute are answered. The minute begins with the first of them. When nobody can count, all are.
 */
@Injectable()
export class RateLimits {
  private readonly quotas: Readonly<Record<Policy, number>>;
  /** Until when nothing more is answered, as far as this process was told; by policy and subject. */
  private readonly spent = new Map<string, number>();

  constructor(
    @Inject(CONFIG) { rateLimits: { reads, writes, live, unauthorized } }: Config,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {
    this.quotas = { default: reads, writes, live, unauthorized };
  }

  /**
   * Counts a request, and tells its sender what is left; where no answer has headers, in the error alone.
   *
   * @throws AppError rate_limited
   */
  async take(policy: Policy, subject: Subject, response: Response | null): Promise<void> {
    const quota = this.quotas[policy];
    if (quota === 0) return;
    this.refuseSpent(policy, subject, response);
    const { totalHits, timeToExpire, isBlocked } = await this.storage.increment(
      ...([subject, WINDOW_MS, quota, 0, policy] as const),
    );
    if (totalHits === 0) return;
    tellRest(response, policy, quota, quota - totalHits, timeToExpire);
    if (!isBlocked) return;
    this.rememberSpent(`${policy}:${subject}`, timeToExpire);
    throw refuse(response, quota, timeToExpire);
  }

  /**
   * Counts nothing and asks nobody: what this process knows already.
   *
   * @throws AppError rate_limited
   */
  refuseSpent(policy: Policy, subject: Subject, response: Response | null): void {
    const restMs = (this.spent.get(`${policy}:${subject}`) ?? -Infinity) - performance.now();
    if (restMs <= 0) return;
    const [quota, restS] = [this.quotas[policy], Math.ceil(restMs / 1000)];
    tellRest(response, policy, quota, 0, restS);
    throw refuse(response, quota, restS);
  }

  private rememberSpent(name: string, restS: number): void {
    const nowMs = performance.now();
    // Oldest first, and none lasts longer than a window: what is over lies at the front, or will soon.
    for (const [known, untilMs] of this.spent) {
      if (untilMs > nowMs) break;
      this.spent.delete(known);
    }
    this.spent.set(name, nowMs + restS * 1000);
  }
}

/** The fields of draft-ietf-httpapi-ratelimit-headers-10: quota, window, rest, and time until the quota is whole again. */
function tellRest(
  response: Response | null,
  policy: Policy,
  quota: number,
  rest: number,
  restS: number,
): void {
  response?.set({
    'RateLimit-Policy': `"${policy}";q=${quota};w=${WINDOW_MS / 1000}`,
    RateLimit: `"${policy}";r=${Math.max(0, rest)};t=${restS}`,
  });
}

function refuse(response: Response | null, quota: number, restS: number): AppError {
  response?.set('Retry-After', String(restS));
  return new AppError('rate_limited', {
    detail: `More than ${quota} requests within a minute: wait ${restS} s.`,
  });
}
