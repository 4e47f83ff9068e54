import { type Request } from 'express';

import { invalidRequest } from '../common/problems/field-errors.js';

export const KEY_HEADER = 'Idempotency-Key';

const FIT = /^[\x20-\x7e]{1,255}$/;

/**
 * The key by which a client's repetitions of a request are known; null when it sent none.
 *
 * @throws AppError invalid_request
 */
export function readIdempotencyKey(request: Request): string | null {
  const key = request.get(KEY_HEADER);
  if (key === undefined) return null;
  if (FIT.test(key)) return key;
  throw invalidRequest([{ pointer: KEY_HEADER, message: 'Send 1 to 255 printable ASCII characters.' }]);
}
