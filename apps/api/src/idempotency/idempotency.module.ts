import { Global, Module } from '@nestjs/common';

import { IdempotencyService } from './idempotency.service.js';

/** For every module whose operations make something. */
@Global()
@Module({ providers: [IdempotencyService], exports: [IdempotencyService] })
export class IdempotencyModule {}
