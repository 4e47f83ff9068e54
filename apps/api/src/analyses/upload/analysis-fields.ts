import {
  AppError,
  type AnalysisOptions,
  analysisOptionsSchema,
  type FieldError,
  metadataSchema,
  sourceUrlSchema,
  tagSchema,
  webhookUrlSchema,
} from '@eyeline/contracts';
import { z } from 'zod';

import {
  byJsonPointer,
  byName,
  invalidRequest,
  type Pointer,
  toFieldErrors,
} from '../../common/problems/field-errors.js';

/** What a client says about a video beside its bytes. */
export interface AnalysisFields {
  readonly options: AnalysisOptions;
  readonly tag: string | null;
  readonly metadata: z.output<typeof metadataSchema>;
  /** Who is told of the end beside the project's endpoints. */
  readonly webhookUrl: string | null;
}

/** The parts of a multipart upload beside `file`. */
export const FORM_FIELDS = ['options', 'webhook_url', 'metadata', 'tag'] as const;

export type FormField = (typeof FORM_FIELDS)[number];

export const isFormField = (name: string): name is FormField =>
  (FORM_FIELDS as readonly string[]).includes(name);

/** The checked fields, or what is wrong with them: nothing is thrown, so that a form's other mistakes can join. */
export type CheckedFields =
  { readonly ok: true; readonly fields: AnalysisFields } | { readonly ok: false; readonly error: AppError };

/** Text that is JSON, or a mistake at `path`. */
const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: 'This is not JSON.' });
    return z.NEVER;
  }
});

const formSchema = z.object({
  options: jsonText.pipe(analysisOptionsSchema).default(() => analysisOptionsSchema.parse({})),
  metadata: jsonText.pipe(metadataSchema).default({}),
  tag: tagSchema.nullable().default(null),
  webhook_url: webhookUrlSchema.nullable().default(null),
});

/** `mistakes`: what was already wrong with the form itself. */
export function checkForm(
  fields: ReadonlyMap<FormField, string>,
  mistakes: readonly FieldError[],
): CheckedFields {
  return check(Object.fromEntries(fields), mistakes, byJsonPointer());
}

/** A video that lies elsewhere, one of the two, and what is to be done with it. */
export interface VideoReference {
  readonly uploadId: string | null;
  readonly sourceUrl: string | null;
  readonly fields: AnalysisFields;
}

const referenceSchema = z
  .looseObject({
    upload_id: z.string().min(1).nullable().default(null),
    source_url: sourceUrlSchema.nullable().default(null),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .superRefine(({ upload_id, source_url }, context) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', path: ['source_url'], message });
    if (upload_id === null && source_url === null) refuse('Name the video: give upload_id or source_url.');
    if (upload_id !== null && source_url !== null) refuse('Give upload_id or source_url, not both.');
  });

/**
 * Ways 3 and 4, JSON: `upload_id` or `source_url`, the fields of a form, and options inside `options` or beside it.
 *
 * @throws AppError invalid_request with every mistake
 */
export function readReference(body: unknown): VideoReference {
  const parsed = referenceSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest(toFieldErrors(parsed.error, byJsonPointer()));
  const { upload_id, source_url, options, tag, metadata, webhook_url, ...flat } = parsed.data;
  const texts = {
    options: JSON.stringify({ ...flat, ...options }),
    metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
    ...{ tag, webhook_url },
  };
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  const checked = check(given, [], (path) =>
    byJsonPointer()(path[0] === 'options' && String(path[1]) in flat ? path.slice(1) : path),
  );
  if (!checked.ok) throw checked.error;
  return { uploadId: upload_id, sourceUrl: source_url, fields: checked.fields };
}

const QUERY_FIELDS = new Set<string>(['webhook_url', 'metadata', 'tag']);

/**
 * The query of a raw upload: `tag`, `metadata` (JSON) and each option by its name. An option's value is JSON
 * (`landmarks=true`, `smoothing={"alpha":0.3}`), a member of an object option may stand behind a dot
 * (`smoothing.alpha=0.3`).
 */
export function checkQuery(query: URLSearchParams): CheckedFields {
  const mistakes: FieldError[] = [];
  const fields = new Map<string, unknown>();
  const options = new Map<string, unknown>();
  const seen = new Set<string>();
  for (const [name, text] of query) {
    if (seen.has(name)) mistakes.push({ pointer: name, message: 'Give it once.' });
    else if (QUERY_FIELDS.has(name)) fields.set(name, text);
    else setOption(options, name, parseLoosely(text));
    seen.add(name);
  }
  return check(
    { ...Object.fromEntries(fields), options: JSON.stringify(toPlainObject(options)) },
    mistakes,
    (path) => byName(path[0] === 'options' ? path.slice(1) : path),
  );
}

function check(
  fields: Record<string, unknown>,
  mistakes: readonly FieldError[],
  pointer: Pointer,
): CheckedFields {
  const parsed = formSchema.safeParse(fields);
  const errors = [...mistakes, ...(parsed.success ? [] : toFieldErrors(parsed.error, pointer))];
  if (errors.length > 0) return { ok: false, error: invalidRequest(errors) };
  const { webhook_url: webhookUrl, ...rest } = parsed.data as z.output<typeof formSchema>;
  return { ok: true, fields: { ...rest, webhookUrl } };
}

function setOption(options: Map<string, unknown>, name: string, value: unknown): void {
  const dot = name.indexOf('.');
  if (dot < 1) {
    options.set(name, value);
    return;
  }
  const [parent, member] = [name.slice(0, dot), name.slice(dot + 1)];
  const siblings = options.get(parent);
  options.set(parent, (siblings instanceof Map ? siblings : new Map<string, unknown>()).set(member, value));
}

/** Options are numbers, booleans, null and objects; anything else stays the text that it is, for the schema to refuse. */
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
}

const toPlainObject = (map: ReadonlyMap<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    [...map].map(([name, value]) => [name, value instanceof Map ? toPlainObject(value) : value]),
  );
