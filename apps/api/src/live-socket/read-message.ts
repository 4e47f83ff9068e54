import { type LiveFrameFields } from '@eyeline/contracts';
import { type Request } from 'express';

import { byName } from '../common/problems/field-errors.js';
import { type LiveQuestion, readFrameFields, toQuestion } from '../live/live-question.js';
import { base64Bytes, readImageJson } from '../live/read-image-json.js';
import { checkImage, OVERHEAD_BYTES } from '../live/receive-image.js';
import { type SocketMessage } from './live-connection.js';

/** The longest message that is received at all: an image of so many bytes as JSON. */
export const longestMessage = (maxImageBytes: number): number => base64Bytes(maxImageBytes) + OVERHEAD_BYTES;

/**
 * What the address of a connection says of all its pictures.
 *
 * @throws AppError invalid_request
 */
export function readConnectionFields(request: Pick<Request, 'url'>): LiveFrameFields {
  const { searchParams } = new URL(request.url, 'http://localhost');
  const fields = [...searchParams];
  const mistakes = fields
    .filter(([name]) => name === 't_s')
    .map(() => ({ pointer: 't_s', message: 'Each picture has a time of its own: send it as JSON.' }));
  return readFrameFields(fields, byName, mistakes);
}

/**
 * A picture as it came: bytes, or the JSON of `POST /v1/frames`, whose own fields come before those of the connection.
 *
 * @throws AppError invalid_request, payload_too_large
 */
export function readMessage(
  { data, isBinary }: SocketMessage,
  fields: LiveFrameFields,
  maxImageBytes: number,
): LiveQuestion {
  const question = isBinary ? toQuestion(data, fields, byName) : readImageJson(data, fields);
  checkImage(question.image, maxImageBytes, isBinary ? '' : '/image');
  return question;
}
