import { AppError } from '@eyeline/contracts';
import { type Request } from 'express';

import { announcedBytes, expectsBody, mediaTypeOf } from '../../common/http/request-body.js';
import { invalidRequest } from '../../common/problems/field-errors.js';
import { receiveMultipart } from './receive-multipart.js';
import { type AnalysisFields } from './analysis-fields.js';
import { emptyBody, receiveFile, receiveRaw, type ReceivedUpload, type StoreFile } from './receive-raw.js';

/** What a form may be larger than the file in it. */
const FORM_OVERHEAD_BYTES = 1024 * 1024;

/** Chooses the way by the media type. Of the file's own type nothing is believed: a worker looks at the content. */
export async function receiveUpload(
  request: Request,
  storeFile: StoreFile,
  maxUploadBytes: number,
): Promise<ReceivedUpload> {
  const mediaType = mediaTypeOf(request);
  checkHead(request, maxUploadBytes, mediaType === 'multipart/form-data' ? FORM_OVERHEAD_BYTES : 0);
  if (mediaType === 'multipart/form-data') return receiveMultipart(request, storeFile);
  if (mediaType === null || mediaType === 'application/octet-stream' || mediaType.startsWith('video/')) {
    return receiveRaw(request, storeFile);
  }
  throw invalidRequest([
    {
      pointer: 'Content-Type',
      message: `${mediaType} is not a way to send a video: use multipart/form-data with a part file, or the bytes as video/* or application/octet-stream.`,
    },
  ]);
}

/** The body itself, whatever its type, where all that is said about it is known already. */
export async function receiveBody(
  request: Request,
  fields: AnalysisFields,
  storeFile: StoreFile,
  maxUploadBytes: number,
): Promise<ReceivedUpload> {
  checkHead(request, maxUploadBytes, 0);
  return { fields, file: await receiveFile(request, storeFile) };
}

/** What the head of a request shows by itself. @throws AppError invalid_request, payload_too_large */
function checkHead(request: Request, maxUploadBytes: number, overheadBytes: number): void {
  if (!expectsBody(request)) throw emptyBody();
  if ((announcedBytes(request) ?? 0) > maxUploadBytes + overheadBytes) {
    throw new AppError('payload_too_large', {
      detail: `An upload may hold at most ${maxUploadBytes} bytes.`,
    });
  }
}
