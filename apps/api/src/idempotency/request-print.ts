import { createHash } from 'node:crypto';
import { type RequestPrint } from '@eyeline/database';
import { type StoredObject } from '@eyeline/storage';
import { type Request } from 'express';

import { type AnalysisFields } from '../analyses/upload/analysis-fields.js';

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * What is known of a request before its handler runs.
 *
 * @param isStream the payload is still to come: see `printUpload`
 * @param headers that say what is asked for
 */
export const printRequest = (
  request: Request,
  isStream: boolean,
  headers: readonly string[] = [],
): RequestPrint => ({
  headHash: hash([request.method, request.originalUrl, headers.map((name) => request.get(name) ?? null)]),
  payloadHash: isStream ? null : printPayload(request.body ?? null),
});

/** The payload of a request that is not an upload: a JSON value. */
export const printPayload = (payload: unknown): string => hash(payload);

/** The payload of an upload: what the client means and sends, however it is put into parts. */
export const printUpload = (fields: AnalysisFields, { sizeBytes, sha256 }: StoredObject): string =>
  hash([fields, sizeBytes, sha256]);
