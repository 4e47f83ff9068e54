import { Module } from '@nestjs/common';

import { Authenticator } from './authenticator.service.js';
import { KeyDirectory } from './key-directory.service.js';
import { ScopeGuard } from './scope.guard.js';

@Module({ providers: [KeyDirectory, Authenticator, ScopeGuard] })
export class KeysModule {}
