import { Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { type ApiKeyRow } from '@eyeline/database';
import { type NextFunction, type Request, type Response } from 'express';

import { logRefusedKey } from '../audit/log-refused-key.js';
import { requireLoopback } from '../common/http/loopback.js';
import { addressOf } from '../rate-limits/address-subject.js';
import { RateLimits } from '../rate-limits/rate-limits.service.js';
import { type Caller, callerOf, LOCAL_CALLER, setCaller } from './caller.js';
import { KeyDirectory } from './key-directory.service.js';
import { isOpen } from './open-paths.js';

/** `Authorization: Bearer ey_...` (RFC 6750); the name of the scheme in any case. */
const BEARER = /^bearer +(\S+) *$/i;

/** What cannot be a key is refused without asking the database. */
const LOOKS_LIKE_A_KEY = /^ey_[\w-]{20,100}$/;

/** Finds out who sent a request. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: KeyDirectory,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Middleware ahead of everything that reads a body. What is open to all answers even while the database is away.
   *
   * @throws AppError unauthorized, forbidden, rate_limited, database_unavailable
   */
  readonly authenticate = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (isOpen(request)) {
      if (!this.keys.anyKnown()) requireLoopback(request);
    } else {
      setCaller(request, await this.identify(request, response));
    }
    next();
  };

  /**
   * Whether a request that was let in, and that is still being answered, would be let in again. While the database is
   * away, what was known holds.
   */
  async stillKnows(request: Request): Promise<boolean> {
    const { keyId } = callerOf(request);
    const key = keyOf(request);
    try {
      if (keyId === null || key === undefined) return !(await this.keys.anyExist());
      return (await this.keys.find(key))?.id === keyId;
    } catch (error) {
      return error instanceof AppError && error.code === 'database_unavailable';
    }
  }

  private async identify(request: Request, response: Response): Promise<Caller> {
    const key = keyOf(request);
    const row = key === undefined ? null : await this.find(key, request, response);
    if (row !== null) return { keyId: row.id, projectId: row.projectId, scopes: row.scopes };
    if (await this.keys.anyExist()) {
      await this.limits.take('unauthorized', addressOf(request), response);
      if (key !== undefined) await this.tellRefused(key, request);
      throw new AppError('unauthorized', {
        detail:
          key === undefined
            ? 'Send an API key: Authorization: Bearer ey_...'
            : 'This API key does not exist, or it was revoked.',
      });
    }
    requireLoopback(request);
    return LOCAL_CALLER;
  }

  private async tellRefused(key: string, request: Request): Promise<void> {
    const revoked = LOOKS_LIKE_A_KEY.test(key) ? await this.keys.findRevoked(key) : null;
    const { id: keyId = null, projectId = null } = revoked ?? {};
    logRefusedKey(request, revoked === null ? 'unknown' : 'revoked', { keyId, projectId });
  }

  /** Whoever has tried too many keys has to wait before another is looked up; those that are in use go on. */
  private async find(key: string, request: Request, response: Response): Promise<ApiKeyRow | null> {
    if (!LOOKS_LIKE_A_KEY.test(key)) return null;
    if (!this.keys.wasFound(key)) this.limits.refuseSpent('unauthorized', addressOf(request), response);
    return this.keys.find(key);
  }
}

const keyOf = (request: Request): string | undefined => BEARER.exec(request.headers.authorization ?? '')?.[1];
