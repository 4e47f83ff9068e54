import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError, type Scope } from '@eyeline/contracts';
import { type Request } from 'express';

import { logRefusedKey } from '../audit/log-refused-key.js';
import { allows, callerOf } from './caller.js';
import { NEEDED_SCOPE } from './needs-scope.decorator.js';
import { isOpen } from './open-paths.js';

/** Lets a request through whose key allows what the operation needs. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws AppError unauthorized, forbidden */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const named = this.reflector.get<Scope | null | undefined>(NEEDED_SCOPE, context.getHandler());
    if (named === undefined && isOpen(request)) return true;
    const caller = callerOf(request);
    if (named === null) return true;
    const needed = named ?? 'admin';
    if (!allows(caller, needed)) {
      logRefusedKey(request, 'scope', caller);
      throw new AppError('forbidden', { detail: `This needs a key with the scope ${needed}.` });
    }
    return true;
  }
}
