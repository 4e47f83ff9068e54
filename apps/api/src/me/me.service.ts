import { Inject, Injectable } from '@nestjs/common';
import { type Config, readEngineVersion } from '@eyeline/config';
import { AppError, type Me, SCOPES } from '@eyeline/contracts';
import { type Request, type Response } from 'express';

import { writeAuditLine } from '../audit/write-audit-line.js';
import { Authenticator } from '../keys/authenticator.service.js';
import { allows, type Caller, callerWith, setCaller } from '../keys/caller.js';
import { isSameOrigin, requireSameOrigin } from '../keys/same-origin.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../keys/session-cookie.js';
import { SignIns } from '../keys/sign-ins.service.js';
import { CONFIG } from '../runtime/runtime.module.js';

/** Who is there, and how a browser comes and goes. */
@Injectable()
export class MeService {
  private readonly engineVersion = readEngineVersion();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly authenticator: Authenticator,
    private readonly signIns: SignIns,
  ) {}

  present(caller: Caller): Me {
    const { projectId, keyId, keyName, by } = caller;
    return {
      project: projectId,
      key: keyId === null || keyName === null ? null : { id: keyId, name: keyName },
      scopes: SCOPES.filter((scope) => allows(caller, scope)),
      by,
      engine: { version: this.engineVersion },
      features: {
        narrative: this.config.languageModel !== null,
        live: this.config.live.maxConnections > 0,
      },
    };
  }

  /**
   * The request is from then on one of whoever has the key. A sign-in that it came with is ended.
   *
   * @throws AppError unauthorized, forbidden, rate_limited, database_unavailable
   */
  async signIn(key: string, request: Request, response: Response): Promise<Caller> {
    // Nobody is to work, without noticing, under a name that another site has chosen for them.
    if (isSameOrigin(request) === false) {
      throw new AppError('forbidden', { detail: 'Pages of other sites cannot sign in here.' });
    }
    const row = await this.authenticator.recognise(key, request, response);
    const earlier = readSessionCookie(request);
    if (earlier !== null) await this.signIns.end(earlier);
    setSessionCookie(request, response, await this.signIns.begin(row.id), this.signIns.lastsMs);
    const caller = callerWith(row, 'session');
    setCaller(request, caller);
    return caller;
  }

  /** @throws AppError forbidden, database_unavailable */
  async signOut(request: Request, response: Response): Promise<void> {
    const token = readSessionCookie(request);
    if (token !== null) {
      requireSameOrigin(request);
      const key = await this.signIns.find(token);
      await this.signIns.end(token);
      if (key !== null) {
        setCaller(request, callerWith(key, 'session'));
        writeAuditLine(request, 'signed_out', {});
      }
    }
    clearSessionCookie(request, response);
  }
}
