import { AppError } from '@eyeline/contracts';
import { z } from 'zod';

/** The last row of a page; the next page starts after it. */
export interface PagePosition {
  readonly createdAt: Date;
  readonly id: string;
}

const positionSchema = z.tuple([z.iso.datetime(), z.string().regex(/^[\w-]{1,64}$/)]);

/** A position as clients carry it: opaque, safe in a query. */
export function encodeCursor({ createdAt, id }: PagePosition): string {
  return Buffer.from(JSON.stringify([createdAt.toISOString(), id])).toString('base64url');
}

/** @throws AppError invalid_request (`cursor`) for anything that `encodeCursor` did not make */
export function decodeCursor(cursor: string): PagePosition {
  const parsed = positionSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!parsed.success) {
    throw new AppError('invalid_request', {
      detail: 'The cursor is none that a list has given.',
      errors: [{ pointer: 'cursor', message: 'must be the next_cursor of an earlier page' }],
    });
  }
  const [createdAt, id] = parsed.data;
  return { createdAt: new Date(createdAt), id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema takes it
  }
}
