import { AppError, type JobName, JOB_NAMES } from '@eyeline/contracts';
import { type FailedPosition } from '@eyeline/queue';
import { z } from 'zod';

/** The query of `GET /v1/admin/jobs`. */
export const failedJobsQuerySchema = z.strictObject({
  state: z.enum(['failed']).default('failed').describe('Those that were given up.'),
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('How many on one page.'),
  cursor: z.string().max(512).optional().describe('`next_cursor` of the page before.'),
});

export type FailedJobsQuery = z.output<typeof failedJobsQuerySchema>;

const positionSchema = z.tuple([
  z.iso.datetime(),
  z.enum(JOB_NAMES as [JobName, ...JobName[]]),
  z.string().min(1).max(200),
]);

/** A position as clients carry it: opaque, safe in a query. */
export function encodePosition({ failedAt, queue, id }: FailedPosition): string {
  return Buffer.from(JSON.stringify([failedAt.toISOString(), queue, id])).toString('base64url');
}

/** @throws AppError invalid_request (`cursor`) for anything that `encodePosition` did not make */
export function decodePosition(cursor: string): FailedPosition {
  const parsed = positionSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new AppError('invalid_request', {
      detail: 'The cursor is none that a list has given.',
      errors: [{ pointer: 'cursor', message: 'must be the next_cursor of an earlier page' }],
    });
  }
  const [failedAt, queue, id] = parsed.data;
  return { failedAt: new Date(failedAt), queue, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes it
  }
}
