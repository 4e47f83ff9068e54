import { AppError, type FieldError } from '@eyeline/contracts';
import { type z } from 'zod';

/** Names the place of a mistake from the path inside the checked value. */
export type Pointer = (path: readonly PropertyKey[]) => string;

/** Query and form fields: by their name, what lies inside one behind dots (`smoothing.alpha`). */
export const byName: Pointer = (path) => path.map(String).join('.');

/** JSON: an RFC 6901 pointer below `root` (`/options/max_side`). */
export const byJsonPointer =
  (root = ''): Pointer =>
  (path) =>
    [root, ...path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)].join('');

/** Zod's issues as the contract's `errors`: one for each wrong or unknown field. */
export function toFieldErrors(error: z.ZodError, pointer: Pointer): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointer([...issue.path, key]),
          message: 'There is no such field.',
        }))
      : [{ pointer: pointer(issue.path), message: issue.message }],
  );
}

/** All mistakes of a request as one error whose detail names the first. */
export function invalidRequest(errors: readonly FieldError[]): AppError {
  const [first] = errors;
  // The body as a whole has no name to be called by.
  const where = first.pointer === '' ? '' : `${first.pointer}: `;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new AppError('invalid_request', { detail: `${where}${first.message}${more}`, errors });
}
