import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { ERROR_TABLE, type ErrorCode } from '@eyeline/contracts';
import { z } from 'zod';

import { type AnswerHeaderName, headerRefs } from './answer-headers.js';
import { exampleProblem } from './examples/problem.examples.js';
import { type JsonSchema, type SchemaName, schemaRef } from './schemas.js';

/** What the OpenAPI document says of an operation. */
export const Summary = (summary: string, description: string): MethodDecorator =>
  ApiOperation({ summary, description });

/** A JSON answer. */
export const Answers = (
  status: number,
  schema: SchemaName,
  description: string,
  headers: readonly AnswerHeaderName[] = [],
): MethodDecorator =>
  ApiResponse({
    status,
    description,
    headers: headerRefs(headers),
    content: { 'application/json': { schema: schemaRef(schema) } },
  });

/** An answer without a body. */
export const AnswersNothing = (
  description: string,
  { status = 204, headers = [] }: { status?: number; headers?: readonly AnswerHeaderName[] } = {},
): MethodDecorator => ApiResponse({ status, description, headers: headerRefs(headers) });

/** A JSON body. */
export const Takes = (schema: SchemaName): MethodDecorator =>
  ApiBody({ required: true, schema: schemaRef(schema) });

/** An answer with a form for each media type; `text` is plain text, `binary` is bytes. */
export const AnswersStream = (
  forms: Record<string, SchemaName | 'text' | 'binary'>,
  headers: readonly AnswerHeaderName[] = [],
): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: `One of: ${Object.keys(forms).join(', ')}.`,
    headers: headerRefs(headers),
    content: Object.fromEntries(
      Object.entries(forms).map(([type, schema]) => [type, { schema: formOf(schema) }]),
    ),
  });

function formOf(schema: SchemaName | 'text' | 'binary'): JsonSchema {
  if (schema === 'text') return { type: 'string' };
  return schema === 'binary' ? { type: 'string', format: 'binary' } : schemaRef(schema);
}

/** A stored file, whole or, where the request asks for it by `Range`, in part. */
export function AnswersFile(...types: string[]): MethodDecorator {
  const content = Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string' as const, contentMediaType: type } }]),
  );
  return applyDecorators(
    ApiResponse({
      ...{ status: 200, description: 'All of it.', content },
      headers: headerRefs(['ETag', 'Accept-Ranges']),
    }),
    ApiResponse({
      ...{ status: 206, description: 'The part that was asked for.', content },
      headers: headerRefs(['ETag', 'Accept-Ranges', 'Content-Range']),
    }),
  );
}

interface ProblemAnswer {
  readonly code: ErrorCode;
  readonly status: number;
}

const asListed = (codes: readonly ErrorCode[]): ProblemAnswer[] =>
  codes.map((code) => ({ code, status: ERROR_TABLE[code].status }));

/**
 * The problems that an operation answers with, beside those that other decorators of it have named; `internal` is
 * always one. Codes of one status share an entry.
 */
export const Problems = (...codes: ErrorCode[]): MethodDecorator =>
  addProblems(asListed([...codes, 'internal']));

/** What an analysis can fail with, once it was taken. */
const FAILURES: ErrorCode[] = [
  ...(['unsupported_media', 'corrupt_video', 'no_video_stream', 'video_too_long'] as const),
  ...([
    'too_many_pixels',
    'source_unreachable',
    'source_forbidden',
    'model_unavailable',
    'timed_out',
    'internal',
  ] as const),
];

/** The problems of asking for results, which are not there yet or never will be: then 409, with the error it ended with. */
export const ResultProblems = (...codes: ErrorCode[]): MethodDecorator =>
  addProblems([
    ...asListed(['not_found', 'not_ready', 'canceled', 'internal', ...codes]),
    ...FAILURES.map((code) => ({ code, status: 409 })),
  ]);

/** What was named for an operation so far. */
const PROBLEMS = 'eyeline:problems';

function addProblems(problems: readonly ProblemAnswer[]): MethodDecorator {
  return (target, name, descriptor) => {
    const method = descriptor.value as object;
    const all = [...((Reflect.getMetadata(PROBLEMS, method) ?? []) as ProblemAnswer[]), ...problems];
    Reflect.defineMetadata(PROBLEMS, all, method);
    const byStatus = new Map<number, Set<ErrorCode>>();
    for (const { code, status } of all) byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
    for (const [status, codes] of byStatus) describeProblems(status, [...codes])(target, name, descriptor);
  };
}

function describeProblems(status: number, codes: readonly ErrorCode[]): MethodDecorator {
  const example = (code: ErrorCode) => ({
    summary: ERROR_TABLE[code].title,
    value: exampleProblem(code, status),
  });
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\`: ${ERROR_TABLE[code].title}`).join('; '),
    content: {
      'application/problem+json': {
        schema: schemaRef('Problem'),
        examples: Object.fromEntries(codes.map((code) => [code, example(code)])),
      },
    },
  });
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
