import { type PipeTransform } from '@nestjs/common';
import { type z } from 'zod';

import { byName, invalidRequest, toFieldErrors } from './field-errors.js';

/** Checks a query string against a schema; every mistake is reported, unknown names too. */
export class ZodQueryPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(query: unknown): z.output<S> {
    const parsed = this.schema.safeParse(query);
    if (!parsed.success) throw invalidRequest(toFieldErrors(parsed.error, byName));
    return parsed.data;
  }
}
