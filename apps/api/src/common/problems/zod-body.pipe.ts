import { type PipeTransform } from '@nestjs/common';
import { type z } from 'zod';

import { byJsonPointer, invalidRequest, toFieldErrors } from './field-errors.js';

/** Checks a JSON body against a schema; every mistake is reported, unknown fields too. */
export class ZodBodyPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(body: unknown): z.output<S> {
    if (body === undefined) {
      throw invalidRequest([{ pointer: '', message: 'Send a JSON object as application/json.' }]);
    }
    const parsed = this.schema.safeParse(body);
    if (!parsed.success) throw invalidRequest(toFieldErrors(parsed.error, byJsonPointer()));
    return parsed.data;
  }
}
