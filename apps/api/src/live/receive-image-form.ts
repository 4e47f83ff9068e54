import { type IncomingMessage } from 'node:http';
import { type Readable } from 'node:stream';
import { type AppError, type FieldError } from '@eyeline/contracts';

import { asFormError, openForm } from '../common/http/open-form.js';
import { byJsonPointer } from '../common/problems/field-errors.js';
import { pumpInTime } from './collect-body.js';
import { type LiveQuestion, readFrameFields, toQuestion } from './live-question.js';

const LIMITS = { fieldNameSize: 100, fieldSize: 1024, fields: 5, files: 2, parts: 7 };

/**
 * The part `file` of a form, and the fields beside it.
 *
 * @throws AppError `tooLarge`, invalid_request with every mistake, timed_out
 */
export async function receiveImageForm(
  request: IncomingMessage,
  maxBytes: number,
  tooLarge: AppError,
): Promise<LiveQuestion> {
  // One byte more tells a file at the limit from one above it.
  const form = openForm(request, { ...LIMITS, fileSize: maxBytes + 1 });
  let image: Buffer[] | null = null;
  const fields: [string, string][] = [];
  const mistakes: FieldError[] = [];
  form.on('field', (name, value) => {
    if (name === 'file') {
      mistakes.push({ pointer: '/file', message: 'Send it as a file, with a filename.' });
    } else fields.push([name, value]);
  });
  form.on('file', (name, bytes: Readable) => {
    bytes.on('error', () => {
      // Only the destroyed form breaks its parts, and the form's own error is the one that is answered.
    });
    if (name !== 'file' || image !== null) {
      const message = name === 'file' ? 'Send one file.' : 'There is no such field.';
      mistakes.push({ pointer: `/${name}`, message });
      bytes.resume();
      return;
    }
    const chunks: Buffer[] = [];
    image = chunks;
    bytes.on('data', (chunk: Buffer) => chunks.push(chunk));
    // The parser goes on with its parts after it has said so.
    bytes.on('limit', () => process.nextTick(() => form.destroy(tooLarge)));
  });
  try {
    await pumpInTime(request, form);
  } catch (error) {
    throw asFormError(error);
  }
  if (image === null && mistakes.length === 0) {
    mistakes.push({ pointer: '/file', message: 'The part is missing.' });
  }
  const pointer = byJsonPointer();
  return toQuestion(Buffer.concat(image ?? []), readFrameFields(fields, pointer, mistakes), pointer);
}
