import { type AppError } from '@eyeline/contracts';
import { type Request } from 'express';
import { type z } from 'zod';

import { expectsBody, mediaTypeOf } from '../../common/http/request-body.js';
import { invalidRequest } from '../../common/problems/field-errors.js';
import { ZodBodyPipe } from '../../common/problems/zod-body.pipe.js';
import { type LiveQuestion } from '../../live/live-question.js';
import { decodeDataUrl, parseImageJson } from '../../live/read-image-json.js';
import { checkImage, collectImageJson } from '../../live/receive-image.js';

/** How a prototype's clients send a picture. */
export interface PictureForm {
  readonly field: 'image' | 'frame';
  /** What the JSON has to hold: the field, and what `session_id` may be where the route knows sessions. */
  readonly schema: z.ZodType<Record<string, unknown>>;
  readonly hasSessions: boolean;
  /** What is answered to JSON without the field, and to no JSON at all. */
  readonly missing: AppError;
}

/** What is answered where the field is missing, unless the route has more to say about it. */
export const missingPicture = (field: PictureForm['field']): AppError =>
  invalidRequest([
    { pointer: `/${field}`, message: `It is missing: send {"${field}": "data:image/jpeg;base64,..."}.` },
  ]);

/**
 * The picture in a body of JSON.
 *
 * @throws AppError invalid_request, payload_too_large, timed_out
 */
export async function receivePicture(
  request: Request,
  { field, schema, hasSessions, missing }: PictureForm,
  maxBytes: number,
): Promise<LiveQuestion> {
  if (!expectsBody(request)) throw missing;
  const mediaType = mediaTypeOf(request);
  if (mediaType !== 'application/json') {
    const message = `It has to be application/json, not ${mediaType ?? 'missing'}.`;
    throw invalidRequest([{ pointer: 'Content-Type', message }]);
  }
  const value = parseImageJson(await collectImageJson(request, maxBytes));
  if (isWithout(value, field)) throw missing;
  const body = new ZodBodyPipe(schema).transform(value);
  const image = decodeDataUrl(body[field] as string, `/${field}`);
  checkImage(image, maxBytes, `/${field}`);
  const sessionId = hasSessions ? ((body.session_id ?? null) as string | null) : null;
  return { image, sessionId, tS: null, landmarks: false };
}

const isWithout = (value: unknown, field: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  [undefined, null, ''].includes((value as Record<string, null | undefined | string>)[field]);
