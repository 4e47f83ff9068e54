import { liveFrameFieldsSchema, type FieldError, type LiveFrameFields } from '@eyeline/contracts';

import { invalidRequest, type Pointer, toFieldErrors } from '../common/problems/field-errors.js';

/** One picture, and what its sender says about it. */
export interface LiveQuestion {
  /** JPEG, PNG or WebP, as far as the sender says. */
  readonly image: Uint8Array;
  /** Null: the picture stands for itself. */
  readonly sessionId: string | null;
  /** When it was taken, in seconds; null: when it arrives. */
  readonly tS: number | null;
  readonly landmarks: boolean;
}

/** @throws AppError invalid_request for a time without a session */
export function toQuestion(image: Uint8Array, fields: LiveFrameFields, pointer: Pointer): LiveQuestion {
  const { session_id: sessionId = null, t_s: tS = null, landmarks } = fields;
  if (tS !== null && sessionId === null) {
    throw invalidRequest([{ pointer: pointer(['t_s']), message: 'Only within a session: give session_id.' }]);
  }
  return { image, sessionId, tS, landmarks };
}

/**
 * What stands beside an image in a query or a form, where everything is text.
 *
 * @param mistakes what was already wrong
 * @throws AppError invalid_request with every mistake
 */
export function readFrameFields(
  fields: readonly (readonly [name: string, text: string])[],
  pointer: Pointer,
  mistakes: readonly FieldError[] = [],
): LiveFrameFields {
  const all = [...mistakes];
  const values: Record<string, unknown> = {};
  for (const [name, text] of fields) {
    if (name in values) all.push({ pointer: pointer([name]), message: 'Give it once.' });
    values[name] = fromText(name, text);
  }
  const parsed = liveFrameFieldsSchema.safeParse(values);
  if (!parsed.success) all.push(...toFieldErrors(parsed.error, pointer));
  if (all.length > 0 || !parsed.success) throw invalidRequest(all);
  return parsed.data;
}

/** What is no number and no truth value stays text, for the schema to refuse. */
function fromText(name: string, text: string): unknown {
  if (name === 't_s' && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
  if (name === 'landmarks' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
