import { randomUUID } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Config } from '@eyeline/config';
import { type RequestPrint } from '@eyeline/database';
import { type Request, type Response } from 'express';
import { defer, lastValueFrom, type Observable } from 'rxjs';

import { receiveUpload } from '../analyses/upload/receive-upload.js';
import { expectsBody, mediaTypeOf } from '../common/http/request-body.js';
import { callerOf } from '../keys/caller.js';
import { CONFIG } from '../runtime/runtime.module.js';
import { IdempotencyService } from './idempotency.service.js';
import { readIdempotencyKey } from './idempotency-key.js';
import { setKeyedRequest } from './keyed-request.js';
import { measureFile } from './measure-file.js';
import { printRequest, printUpload } from './request-print.js';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent-options.js';

/** Answers a request with an Idempotency-Key once, and repetitions of it with the same answer. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly idempotency: IdempotencyService,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = readIdempotencyKey(request);
    if (key === null) return next.handle();
    const options = this.reflector.get<IdempotentOptions>(IDEMPOTENT, context.getHandler());
    const isStream =
      options.uploads === true && expectsBody(request) && mediaTypeOf(request) !== 'application/json';
    const response = context.switchToHttp().getResponse<Response>();
    return defer(() =>
      this.answer(key, request, response, printRequest(request, isStream, options.headers), next),
    );
  }

  private answer(
    key: string,
    request: Request,
    response: Response,
    print: RequestPrint,
    next: CallHandler<object>,
  ): Promise<object> {
    const claim = { projectId: callerOf(request).projectId, key, token: randomUUID() };
    return this.idempotency.answerOnce(claim, print, response, {
      readPayload: async () => {
        const { maxUploadBytes } = this.config;
        const measure = (bytes: Parameters<typeof measureFile>[0]) => measureFile(bytes, maxUploadBytes);
        const { fields, file } = await receiveUpload(request, measure, maxUploadBytes);
        return printUpload(fields, file);
      },
      work: async () => {
        setKeyedRequest(request, { claim, payloadHash: print.payloadHash });
        const body = await lastValueFrom(next.handle());
        return { status: response.statusCode, body, location: response.get('Location') ?? null };
      },
    });
  }
}
