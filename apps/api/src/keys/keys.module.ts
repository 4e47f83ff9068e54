import { Module } from '@nestjs/common';

import { RequestThrottler } from '../rate-limits/request-throttler.guard.js';
import { Authenticator } from './authenticator.service.js';
import { KeyDirectory } from './key-directory.service.js';
import { SignIns } from './sign-ins.service.js';
import { ScopeGuard } from './scope.guard.js';

@Module({
  providers: [KeyDirectory, SignIns, Authenticator, RequestThrottler, ScopeGuard],
  exports: [Authenticator, SignIns],
})
export class KeysModule {}
