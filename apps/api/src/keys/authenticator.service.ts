import { Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { type ApiKeyRow } from '@eyeline/database';
import { type NextFunction, type Request, type Response } from 'express';

import { logRefusedKey } from '../audit/log-refused-key.js';
import { requireLoopback } from '../common/http/loopback.js';
import { addressOf } from '../rate-limits/address-subject.js';
import { RateLimits } from '../rate-limits/rate-limits.service.js';
import { type Caller, callerOf, callerWith, LOCAL_CALLER, setCaller } from './caller.js';
import { KeyDirectory } from './key-directory.service.js';
import { isOpen } from './open-paths.js';
import { requireSameOrigin } from './same-origin.js';
import { readSessionCookie, setSessionCookie } from './session-cookie.js';
import { SignIns } from './sign-ins.service.js';

/** `Authorization: Bearer ey_...` (RFC 6750); the name of the scheme in any case. */
const BEARER = /^bearer +(\S+) *$/i;

/** What cannot be a key is refused without asking the database. */
const LOOKS_LIKE_A_KEY = /^ey_[\w-]{20,100}$/;

const NO_SUCH_KEY = 'This API key does not exist, or it was revoked.';

/** Finds out who sent a request. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly keys: KeyDirectory,
    private readonly signIns: SignIns,
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
   * Who has this key, which came by another way than the header.
   *
   * @throws AppError unauthorized, rate_limited, database_unavailable
   */
  async recognise(key: string, request: Request, response: Response): Promise<ApiKeyRow> {
    const row = await this.find(key, request, response);
    if (row !== null) return row;
    await this.limits.take('unauthorized', addressOf(request), response);
    await this.tellRefused(key, request);
    throw new AppError('unauthorized', { detail: NO_SUCH_KEY });
  }

  /**
   * Whether a request that was let in, and that is still being answered, would be let in again. While the database is
   * away, what was known holds.
   */
  async stillKnows(request: Request): Promise<boolean> {
    const { keyId } = callerOf(request);
    try {
      if (keyId === null) return !(await this.keys.anyExist());
      const token = tokenOf(request);
      const key = keyOf(request);
      if (token !== null) return (await this.signIns.find(token))?.id === keyId;
      return key !== undefined && (await this.keys.find(key))?.id === keyId;
    } catch (error) {
      return error instanceof AppError && error.code === 'database_unavailable';
    }
  }

  private async identify(request: Request, response: Response): Promise<Caller> {
    const token = tokenOf(request);
    const caller =
      token === null
        ? await this.identifyByKey(request, response)
        : await this.identifyBySession(token, request, response);
    if (caller !== null) return caller;
    if (await this.keys.anyExist()) {
      await this.limits.take('unauthorized', addressOf(request), response);
      throw await this.explainRefusal(request);
    }
    requireLoopback(request);
    return LOCAL_CALLER;
  }

  private async identifyByKey(request: Request, response: Response): Promise<Caller | null> {
    const key = keyOf(request);
    const row = key === undefined ? null : await this.find(key, request, response);
    return row === null ? null : callerWith(row, 'key');
  }

  private async identifyBySession(
    token: string,
    request: Request,
    response: Response,
  ): Promise<Caller | null> {
    if (!this.signIns.wasFound(token)) {
      this.limits.refuseSpent('unauthorized', addressOf(request), response);
    }
    const found = await this.signIns.use(token);
    if (found === null) return null;
    requireSameOrigin(request);
    if (found.isExtended) setSessionCookie(request, response, token, this.signIns.lastsMs);
    return callerWith(found.key, 'session');
  }

  private async explainRefusal(request: Request): Promise<AppError> {
    const key = keyOf(request);
    if (tokenOf(request) !== null) {
      logRefusedKey(request, 'session', { keyId: null, projectId: null });
      return new AppError('unauthorized', { detail: 'This sign-in is over: sign in again.' });
    }
    if (key === undefined) {
      return new AppError('unauthorized', { detail: 'Send an API key: Authorization: Bearer ey_...' });
    }
    await this.tellRefused(key, request);
    return new AppError('unauthorized', { detail: NO_SUCH_KEY });
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

/** A cookie counts only where there is no `Authorization`, whatever that says. */
const tokenOf = (request: Request): string | null =>
  request.headers.authorization === undefined ? readSessionCookie(request) : null;
