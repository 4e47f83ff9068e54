import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request, type Response } from 'express';
import { type Observable, tap } from 'rxjs';

import { type AuditEvent } from './audit-events.js';
import { AUDITED } from './audited.decorator.js';
import { type AuditIds, writeAuditLine } from './write-audit-line.js';

/**
 * The audit log: who changed what, by ids alone. Names, addresses, tags, metadata and bodies are the clients' own and
 * stay out of it.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const event = this.reflector.get<AuditEvent | undefined>(AUDITED, context.getHandler());
    if (event === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((answer) => {
        // A repetition changes nothing: the first one has its line.
        if (response.get('Idempotent-Replayed') === 'true') return;
        writeAuditLine(request, event, idsOf(request, answer));
      }),
    );
  }
}

function idsOf({ params }: Request, answer: unknown): AuditIds {
  const named = (params.id ?? params.upload_id) as string | undefined;
  const made = (answer as { id?: unknown } | null | undefined)?.id;
  const resultId = typeof made === 'string' && made !== named ? made : undefined;
  return named === undefined ? { id: resultId } : { id: named, resultId };
}
