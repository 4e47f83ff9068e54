import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

import { announcedBytes, expectsBody, mediaTypeOf } from '../common/http/request-body.js';
import { byName, invalidRequest } from '../common/problems/field-errors.js';
import { collectBody } from './collect-body.js';
import { base64Bytes, readImageJson } from './read-image-json.js';
import { type LiveQuestion, readFrameFields, toQuestion } from './live-question.js';
import { receiveImageForm } from './receive-image-form.js';

/** What a form, or JSON, may be larger than the image in it. */
export const OVERHEAD_BYTES = 64 * 1024;

/**
 * The image that a request brings: as the body itself, as the part `file` of a form, or in JSON. Of its
 * type nothing is believed; the decoder looks at the content.
 *
 * @throws AppError invalid_request, payload_too_large, timed_out
 */
export async function receiveImage(request: Request, maxBytes: number): Promise<LiveQuestion> {
  if (!expectsBody(request)) throw emptyImage('');
  const mediaType = mediaTypeOf(request);
  const tooLarge = imageTooLarge(maxBytes);
  const check = (question: LiveQuestion, pointer: string): LiveQuestion => {
    checkImage(question.image, maxBytes, pointer);
    return question;
  };
  if (mediaType === 'application/json') {
    return check(readImageJson(await collectImageJson(request, maxBytes)), '/image');
  }
  if (mediaType === 'multipart/form-data') {
    refuseAbove(request, maxBytes + OVERHEAD_BYTES, tooLarge);
    return check(await receiveImageForm(request, maxBytes, tooLarge), '/file');
  }
  if (mediaType === null || mediaType === 'application/octet-stream' || mediaType.startsWith('image/')) {
    refuseAbove(request, maxBytes, tooLarge);
    const { searchParams } = new URL(request.url, 'http://localhost');
    const fields = readFrameFields([...searchParams], byName);
    return check(toQuestion(await collectBody(request, maxBytes, tooLarge), fields, byName), '');
  }
  throw invalidRequest([
    {
      pointer: 'Content-Type',
      message: `${mediaType} is not a way to send an image: use image/*, multipart/form-data with a part file, or application/json.`,
    },
  ]);
}

/**
 * The body of a request whose JSON holds an image, with room for its base64 and for what stands beside it.
 *
 * @throws AppError payload_too_large, timed_out, invalid_request when the connection ends
 */
export function collectImageJson(request: Request, maxBytes: number): Promise<Buffer> {
  const limit = base64Bytes(maxBytes) + OVERHEAD_BYTES;
  const tooLarge = imageTooLarge(maxBytes);
  refuseAbove(request, limit, tooLarge);
  return collectBody(request, limit, tooLarge);
}

/** @throws AppError payload_too_large, or invalid_request when it is empty */
export function checkImage(image: Uint8Array, maxBytes: number, pointer: string): void {
  if (image.length > maxBytes) throw imageTooLarge(maxBytes);
  if (image.length === 0) throw emptyImage(pointer);
}

function refuseAbove(request: Request, limit: number, tooLarge: AppError): void {
  if ((announcedBytes(request) ?? 0) > limit) throw tooLarge;
}

const imageTooLarge = (maxBytes: number): AppError =>
  new AppError('payload_too_large', { detail: `An image may hold at most ${maxBytes} bytes.` });

const emptyImage = (pointer: string): AppError =>
  invalidRequest([{ pointer, message: 'It is empty: send the bytes of an image.' }]);
