import { type IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { AppError } from '@eyeline/contracts';
import { type StoredObject } from '@eyeline/storage';

import { pumpBody } from '../../common/http/pump-body.js';
import { invalidRequest } from '../../common/problems/field-errors.js';
import { type AnalysisFields, checkQuery } from './analysis-fields.js';

/** Where the bytes of a file go as they arrive. */
export type StoreFile = (bytes: Readable) => Promise<StoredObject>;

export interface ReceivedUpload {
  readonly fields: AnalysisFields;
  readonly file: StoredObject;
}

/** Bytes between the socket and the storage. */
const BUFFER_BYTES = 64 * 1024;

/**
 * Way 2: the body is the video, the query says the rest.
 *
 * @throws AppError invalid_request, not_supported, or what `storeFile` throws; the object may then exist and is the caller's to delete
 */
export async function receiveRaw(request: IncomingMessage, storeFile: StoreFile): Promise<ReceivedUpload> {
  const checked = checkQuery(new URL(request.url ?? '/', 'http://localhost').searchParams);
  if (!checked.ok) throw checked.error;
  return { fields: checked.fields, file: await receiveFile(request, storeFile) };
}

/** The body as it is. @throws AppError invalid_request when it is empty or cut; what `storeFile` throws */
export async function receiveFile(request: IncomingMessage, storeFile: StoreFile): Promise<StoredObject> {
  const file = await storeBody(request, storeFile);
  if (file.sizeBytes === 0) throw emptyBody();
  return file;
}

export const emptyBody = (): AppError =>
  invalidRequest([{ pointer: '', message: 'The body is empty: send the bytes of a video.' }]);

async function storeBody(request: IncomingMessage, storeFile: StoreFile): Promise<StoredObject> {
  const bytes = new PassThrough({ highWaterMark: BUFFER_BYTES });
  const stored = storeFile(bytes);
  // A storage that gave up before reading would otherwise leave the body waiting for ever.
  stored.catch((error: Error) => bytes.destroy(error));
  const [pumped, file] = await Promise.allSettled([pumpBody(request, bytes), stored]);
  // A cut connection makes the storage fail too; the cut is what happened.
  if (pumped.status === 'rejected' && pumped.reason instanceof AppError) throw pumped.reason;
  if (file.status === 'rejected') throw file.reason;
  if (pumped.status === 'rejected') throw pumped.reason;
  return file.value;
}
