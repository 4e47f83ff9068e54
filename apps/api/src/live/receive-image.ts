import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

import { announcedBytes, expectsBody, mediaTypeOf } from '../common/http/request-body.js';
import { byName, invalidRequest } from '../common/problems/field-errors.js';
import { collectBody } from './collect-body.js';
import { base64Bytes, readImageJson } from './read-image-json.js';
import { type LiveQuestion, readFrameFields, toQuestion } from './live-question.js';
import { receiveImageForm } from './receive-image-form.js';

/** What a form, or JSON, may be larger than the image in it. */
const OVERHEAD_BYTES = 64 * 1024;

/**
 * The image that a request brings: as the body itself, as the part `file` of a form, or in JSON. Of its
 * type nothing is believed; the decoder looks at the content.
 *
 * @throws AppError invalid_request, payload_too_large, timed_out
 */
export async function receiveImage(request: Request, maxBytes: number): Promise<LiveQuestion> {
  if (!expectsBody(request)) throw emptyImage('');
  const mediaType = mediaTypeOf(request);
  const tooLarge = new AppError('payload_too_large', {
    detail: `An image may hold at most ${maxBytes} bytes.`,
  });
  const refuseAbove = (limit: number): void => {
    if ((announcedBytes(request) ?? 0) > limit) throw tooLarge;
  };
  const refuseEmpty = (question: LiveQuestion, pointer: string): LiveQuestion => {
    if (question.image.length > maxBytes) throw tooLarge;
    if (question.image.length === 0) throw emptyImage(pointer);
    return question;
  };
  if (mediaType === 'application/json') {
    const limit = base64Bytes(maxBytes) + OVERHEAD_BYTES;
    refuseAbove(limit);
    return refuseEmpty(readImageJson(await collectBody(request, limit, tooLarge)), '/image');
  }
  if (mediaType === 'multipart/form-data') {
    refuseAbove(maxBytes + OVERHEAD_BYTES);
    return refuseEmpty(await receiveImageForm(request, maxBytes, tooLarge), '/file');
  }
  if (mediaType === null || mediaType === 'application/octet-stream' || mediaType.startsWith('image/')) {
    refuseAbove(maxBytes);
    const { searchParams } = new URL(request.url, 'http://localhost');
    const fields = readFrameFields([...searchParams], byName);
    return refuseEmpty(toQuestion(await collectBody(request, maxBytes, tooLarge), fields, byName), '');
  }
  throw invalidRequest([
    {
      pointer: 'Content-Type',
      message: `${mediaType} is not a way to send an image: use image/*, multipart/form-data with a part file, or application/json.`,
    },
  ]);
}

const emptyImage = (pointer: string): AppError =>
  invalidRequest([{ pointer, message: 'It is empty: send the bytes of an image.' }]);
