import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { map, type Observable } from 'rxjs';

/**
 * Gives a JSON answer an `ETag`, and answers 304 when the client has that version. Express does so too, but not for
 * requests with `Cache-Control: no-cache`, which `fetch` adds to every conditional one.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body) => {
        const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url')}"`;
        response.set('ETag', etag);
        if (!names(request.headers['if-none-match'], etag)) return body;
        response.status(304);
        return undefined;
      }),
    );
  }
}

/** Whether `If-None-Match` names the version; `W/` before it makes no difference here (RFC 9110, 13.1.2). */
function names(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const candidates = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return candidates.includes('*') || candidates.includes(etag);
}
