import { AppError, type LiveFrameFields, liveFrameRequestSchema } from '@eyeline/contracts';

import { byJsonPointer, invalidRequest } from '../common/problems/field-errors.js';
import { ZodBodyPipe } from '../common/problems/zod-body.pipe.js';
import { type LiveQuestion, toQuestion } from './live-question.js';

const readRequest = new ZodBodyPipe(liveFrameRequestSchema);

const DATA_URL = /^data:image\/[\w.+-]+;base64,/i;

/** The length of the base64 of so many bytes. */
export const base64Bytes = (bytes: number): number => 4 * Math.ceil(bytes / 3);

/**
 * `{ "image": "data:image/jpeg;base64,...", "session_id": "..." }`.
 *
 * @param defaults what holds where the JSON says nothing
 * @throws AppError invalid_request
 */
export function readImageJson(body: Buffer, defaults: Partial<LiveFrameFields> = {}): LiveQuestion {
  const said = parseImageJson(body);
  const isObject = typeof said === 'object' && said !== null && !Array.isArray(said);
  const { image, ...fields } = readRequest.transform(isObject ? { ...defaults, ...said } : said);
  return toQuestion(decodeDataUrl(image, '/image'), fields, byJsonPointer());
}

/** @throws AppError invalid_request, which repeats nothing of the body */
export function parseImageJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    // The parser's own message repeats what was sent, and that is a picture.
    throw new AppError('invalid_request', { detail: 'The body is not valid JSON.', cause });
  }
}

/**
 * A `data:` URL of an image in base64, or its base64 alone -> the image's bytes.
 *
 * @throws AppError invalid_request
 */
export function decodeDataUrl(text: string, pointer: string): Buffer {
  const start = DATA_URL.exec(text)?.[0].length ?? 0;
  const base64 = text.slice(start);
  const bytes = Buffer.from(base64, 'base64');
  const digits = base64.replace(/={1,2}$/, '').length;
  // Node skips what is no base64, and stops at a sign of the end.
  if (bytes.length !== Math.floor((digits * 3) / 4) || digits % 4 === 1) {
    const message = 'It is neither base64 nor a data: URL of an image in base64.';
    throw invalidRequest([{ pointer, message }]);
  }
  return bytes;
}
