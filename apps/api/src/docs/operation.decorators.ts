import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { ERROR_TABLE, type ErrorCode } from '@eyeline/contracts';
import { z } from 'zod';

import { type JsonSchema, type SchemaName, schemaRef } from './schemas.js';

/** What the OpenAPI document says of an operation. */
export const Summary = (summary: string, description: string): MethodDecorator =>
  ApiOperation({ summary, description });

/** A JSON answer. */
export const Answers = (status: number, schema: SchemaName, description: string): MethodDecorator =>
  ApiResponse({ status, description, content: { 'application/json': { schema: schemaRef(schema) } } });

/** An answer without a body. */
export const AnswersNothing = (description: string): MethodDecorator =>
  ApiResponse({ status: 204, description });

/** A JSON body. */
export const Takes = (schema: SchemaName): MethodDecorator =>
  ApiBody({ required: true, schema: schemaRef(schema) });

/** An answer with a form for each media type; `text` is plain text. */
export const AnswersStream = (forms: Record<string, SchemaName | 'text'>): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: `One of: ${Object.keys(forms).join(', ')}.`,
    content: Object.fromEntries(
      Object.entries(forms).map(([type, schema]) => [
        type,
        { schema: schema === 'text' ? { type: 'string' } : schemaRef(schema) },
      ]),
    ),
  });

/** The codes that were named for an operation so far. */
const PROBLEM_CODES = 'eyeline:problem-codes';

/**
 * The problems that an operation answers with, beside those that other decorators of it have named; `internal` is
 * always one. Codes of one status share an entry.
 */
export function Problems(...codes: ErrorCode[]): MethodDecorator {
  return (target, name, descriptor) => {
    const method = descriptor.value as object;
    const named = new Set((Reflect.getMetadata(PROBLEM_CODES, method) ?? []) as ErrorCode[]);
    for (const code of [...codes, 'internal' as const]) named.add(code);
    Reflect.defineMetadata(PROBLEM_CODES, [...named], method);
    const byStatus = new Map<number, ErrorCode[]>();
    for (const code of named) {
      const { status } = ERROR_TABLE[code];
      byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
    }
    for (const [status, group] of byStatus) {
      ApiResponse({
        status,
        description: group.map((code) => `\`${code}\`: ${ERROR_TABLE[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: schemaRef('Problem') } },
      })(target, name, descriptor);
    }
  };
}

/** The query parameters of an operation, from the schema that checks them. */
export function QueryOf(schema: z.ZodObject): MethodDecorator {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return applyDecorators(
    ...Object.entries(properties as Record<string, JsonSchema>).map(([name, { description, ...property }]) =>
      ApiQuery({
        name,
        required: required.includes(name),
        description: description as string | undefined,
        schema: property,
      }),
    ),
  );
}
