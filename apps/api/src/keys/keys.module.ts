import { Module } from '@nestjs/common';

import { RequestThrottler } from '../rate-limits/request-throttler.guard.js';
import { Authenticator } from './authenticator.service.js';
import { KeyDirectory } from './key-directory.service.js';
import { ScopeGuard } from './scope.guard.js';

@Module({
  providers: [KeyDirectory, Authenticator, RequestThrottler, ScopeGuard],
  exports: [Authenticator],
})
export class KeysModule {}
