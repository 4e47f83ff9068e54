import { Injectable } from '@nestjs/common';
import { AppError } from '@eyeline/contracts';
import { type NextFunction, type Request, type Response } from 'express';

import { requireLoopback } from '../common/http/loopback.js';
import { type Caller, LOCAL_CALLER, setCaller } from './caller.js';
import { KeyDirectory } from './key-directory.service.js';
import { isOpen } from './open-paths.js';

/** `Authorization: Bearer ey_...` (RFC 6750); the name of the scheme in any case. */
const BEARER = /^bearer +(\S+) *$/i;

/** What cannot be a key is refused without asking the database. */
const LOOKS_LIKE_A_KEY = /^ey_[\w-]{20,100}$/;

/** Finds out who sent a request. */
@Injectable()
export class Authenticator {
  constructor(private readonly keys: KeyDirectory) {}

  /**
   * Middleware ahead of everything that reads a body. What is open to all answers even while the database is away.
   *
   * @throws AppError unauthorized, forbidden, database_unavailable
   */
  readonly authenticate = async (
    request: Request,
    _response: Response,
    next: NextFunction,
  ): Promise<void> => {
    if (isOpen(request)) {
      if (!this.keys.anyKnown()) requireLoopback(request);
    } else {
      setCaller(request, await this.identify(request));
    }
    next();
  };

  private async identify(request: Request): Promise<Caller> {
    const key = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const row = key !== undefined && LOOKS_LIKE_A_KEY.test(key) ? await this.keys.find(key) : null;
    if (row !== null) return { keyId: row.id, projectId: row.projectId, scopes: row.scopes };
    if (await this.keys.anyExist()) {
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
}
