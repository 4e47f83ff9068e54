import { type ExecutionContext, Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { type Config } from '@eyeline/config';
import { type HitCounter } from '@eyeline/rate-limits';
import { type Request } from 'express';

import { CONFIG, HIT_COUNTER } from '../runtime/runtime.module.js';
import { CounterStorage } from './counter-storage.js';
import { RateLimits, WINDOW_MS } from './rate-limits.service.js';
import { policyOf } from './request-policy.js';

const skipIfNot = (policy: string) => (context: ExecutionContext) =>
  policyOf(context.switchToHttp().getRequest<Request>()) !== policy;

/** For whoever counts requests. */
@Global()
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [CONFIG, HIT_COUNTER],
      useFactory: ({ rateLimits: { reads, writes, live } }: Config, counter: HitCounter) => ({
        throttlers: [
          { name: 'default', ttl: WINDOW_MS, limit: reads, skipIf: skipIfNot('default') },
          { name: 'writes', ttl: WINDOW_MS, limit: writes, skipIf: skipIfNot('writes') },
          { name: 'live', ttl: WINDOW_MS, limit: live, skipIf: skipIfNot('live') },
        ],
        storage: new CounterStorage(counter),
      }),
    }),
  ],
  providers: [RateLimits],
  exports: [RateLimits],
})
export class RateLimitsModule {}
