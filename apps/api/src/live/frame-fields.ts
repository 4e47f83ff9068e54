import { AppError, type FieldError } from '@eyeline/contracts';

import { invalidRequest } from '../common/problems/field-errors.js';

/**
 * Checks what stands beside an image in a query or a form.
 *
 * @param pointer the place of a field, for the answer
 * @throws AppError invalid_request with every mistake, those of the caller included; not_supported for a session
 */
export function checkFrameFields(
  fields: readonly (readonly [name: string, value: string])[],
  pointer: (name: string) => string,
  mistakes: readonly FieldError[] = [],
): void {
  const all = [...mistakes];
  for (const [name] of fields) {
    if (name !== 'session_id') all.push({ pointer: pointer(name), message: 'There is no such field.' });
  }
  if (all.length > 0) throw invalidRequest(all);
  if (fields.length > 0) throw noSessions();
}

/** Rather than leaving it out of account: whoever names a session expects smoothed values. */
export const noSessions = (): AppError =>
  new AppError('not_supported', {
    detail: 'Sessions are not supported: send the image without session_id.',
  });
