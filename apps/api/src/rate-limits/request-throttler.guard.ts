import { ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import { type Request, type Response } from 'express';

import { findCaller } from '../keys/caller.js';
import { KeyDirectory } from '../keys/key-directory.service.js';
import { addressOf } from './address-subject.js';
import { type Policy, RateLimits, type Subject } from './rate-limits.service.js';

/**
 * Limits requests by their keys, and those that need none by their addresses; by all routes together. It runs before
 * anybody reads a video, and ahead of the scopes, so that refusals count too.
 */
@Injectable()
export class RequestThrottler extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly limits: RateLimits,
    private readonly keys: KeyDirectory,
  ) {
    super(options, storage, reflector);
  }

  protected override shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(this.subjectOf(context.switchToHttp().getRequest<Request>()) === null);
  }

  /** @throws AppError rate_limited */
  protected override async handleRequest({ context, throttler }: ThrottlerRequest): Promise<boolean> {
    const http = context.switchToHttp();
    const subject = this.subjectOf(http.getRequest<Request>());
    if (subject !== null) {
      await this.limits.take(throttler.name as Policy, subject, http.getResponse<Response>());
    }
    return true;
  }

  /** Null: this machine, as long as no key exists. */
  private subjectOf(request: Request): Subject | null {
    const caller = findCaller(request);
    if (caller === null) return this.keys.anyKnown() ? addressOf(request) : null;
    return caller.keyId === null ? null : `key:${caller.keyId}`;
  }
}
