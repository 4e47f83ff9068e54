import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

import { KEY_HEADER } from './idempotency-key.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { IDEMPOTENT, type IdempotentOptions } from './idempotent-options.js';

/** The header as the OpenAPI document describes it. */
export const KEY_PARAMETER = {
  name: KEY_HEADER,
  required: false,
  description:
    'A key of your own (a UUID, say) for this request. Sent again with the same key, the request is answered with what ' +
    'it was answered with before, for 24 h, and `Idempotent-Replayed: true`.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
};

/**
 * For an operation that makes something: requests with an `Idempotency-Key` are answered once. The operation names
 * `invalid_request`, `conflict` and `idempotency_mismatch` among its problems.
 */
export const Idempotent = (options: IdempotentOptions = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, options),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader(KEY_PARAMETER),
  );
