import { ERROR_TABLE, type Problem } from '@eyeline/contracts';
import { type OpenAPIObject } from '@nestjs/swagger';

import { ANSWER_HEADERS, type AnswerHeaderName, headerRefs } from './answer-headers.js';
import { examplePathParameter } from './examples/example-ids.js';
import { ANSWER_EXAMPLES, SCHEMA_EXAMPLES } from './examples/schema-examples.js';
import { type JsonSchema, type SchemaName } from './schemas.js';

export const METHODS = ['get', 'head', 'options', 'put', 'post', 'patch', 'delete'] as const;

const PROBLEM = 'application/problem+json';

/** The parts of an operation that are completed here, as JSON. */
interface Operation {
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, Answer>;
}
interface Parameter {
  name: string;
  in: string;
  schema?: JsonSchema;
  example?: unknown;
}
interface Answer {
  headers?: Record<string, object>;
  content?: Content;
}
type Content = Record<string, { schema?: JsonSchema; example?: unknown; examples?: Record<string, unknown> }>;

/**
 * Puts in what follows by rule, and what no decorator has to say: headers that every answer of a kind carries, examples by
 * the schema of a body, examples of parameters.
 */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation === undefined) continue;
      // Said of each operation: this one is open to all.
      operation.security ??= [];
      for (const parameter of operation.parameters ?? []) giveParameterExample(path, parameter);
      if (operation.requestBody !== undefined) giveExamples(operation.requestBody.content, SCHEMA_EXAMPLES);
      completeAnswers(method, operation);
    }
  }
  document.components = { ...document.components, headers: ANSWER_HEADERS };
  return document;
}

function giveParameterExample(path: string, parameter: Parameter): void {
  const { schema = {} } = parameter;
  const byRule = parameter.in === 'path' ? examplePathParameter(path, parameter.name) : exampleOf(schema);
  if (byRule !== undefined) parameter.example ??= byRule;
}

const exampleOf = (schema: JsonSchema): unknown =>
  [schema.examples, [schema.default], schema.enum]
    .flatMap((list) => list ?? [])
    .find((one) => one !== undefined);

interface OperationKind {
  readonly isIdempotent: boolean;
  readonly isLimited: boolean;
  readonly makesAnalysis: boolean;
  readonly speaksTus: boolean;
}

function completeAnswers(method: string, operation: Operation): void {
  const kind: OperationKind = {
    isIdempotent: (operation.parameters ?? []).some(({ name }) => name === 'Idempotency-Key'),
    isLimited: Object.values(operation.responses).some(({ content }) =>
      Object.hasOwn(content?.[PROBLEM]?.examples ?? {}, 'rate_limited'),
    ),
    // It says so as soon as there is one, in whatever it answers then.
    makesAnalysis: 'X-Analysis-Id' in (operation.responses['200']?.headers ?? {}),
    speaksTus: Object.values(operation.responses).some(({ headers = {} }) => 'Tus-Resumable' in headers),
  };
  for (const [key, answer] of Object.entries(operation.responses)) {
    const status = Number(key);
    answer.headers = { ...headerRefs(usualHeaders(status, answer, kind)), ...answer.headers };
    // An answer to HEAD has no body, whatever it says.
    if (method === 'head') delete answer.content;
    if (answer.content !== undefined) {
      giveExamples(answer.content, { ...SCHEMA_EXAMPLES, ...ANSWER_EXAMPLES[status] });
    }
  }
}

function usualHeaders(
  status: number,
  { content = {} }: Answer,
  { isIdempotent, isLimited, makesAnalysis, speaksTus }: OperationKind,
): AnswerHeaderName[] {
  const problems = Object.values(content[PROBLEM]?.examples ?? {}).map(
    (example) => (example as { value: Problem }).value,
  );
  const waits = problems.some(
    ({ code }) => ERROR_TABLE[code].retryable && (status === 429 || status === 503),
  );
  // Answers that a repetition may change are not kept.
  const isKept = isIdempotent && status !== 429 && status < 500;
  return [
    'X-Request-Id',
    ...(isLimited ? (['RateLimit-Policy', 'RateLimit'] as const) : []),
    ...(makesAnalysis && status >= 404 ? (['Location', 'X-Analysis-Id'] as const) : []),
    ...(speaksTus && status >= 400 ? (['Tus-Resumable', 'Tus-Version'] as const) : []),
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    // 409: the first request with the same Idempotency-Key is still worked on.
    ...(waits || (isIdempotent && status === 409) ? (['Retry-After'] as const) : []),
    ...(isKept ? (['Idempotent-Replayed'] as const) : []),
  ];
}

function giveExamples(content: Content, examples: Partial<Record<SchemaName, unknown>>): void {
  for (const media of Object.values(content)) {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(String(media.schema?.$ref))?.[1];
    const example = examples[name as SchemaName];
    if (media.example !== undefined || media.examples !== undefined || example === undefined) continue;
    media.example = example;
  }
}
