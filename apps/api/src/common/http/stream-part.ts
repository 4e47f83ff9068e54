import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { type StreamableFile } from '@nestjs/common';
import { type Request, type Response } from 'express';

import { streamAnswer } from './stream-answer.js';

/** A stored body of which a client may ask for a part. */
export interface DividedAnswer {
  readonly type: string;
  readonly sizeBytes: number;
  /** Names the bytes: the same name, the same bytes. */
  readonly version: string;
  /** First and last byte, inclusive. */
  open(range: { readonly start: number; readonly end: number }): Promise<Readable>;
}

/**
 * Answers a request for all of a body or, as players of video ask, for a part of it (RFC 9110, section 14). Several
 * parts at once are answered with all of it, which is allowed.
 */
export async function streamPart(
  request: Request,
  response: Response,
  answer: DividedAnswer,
): Promise<StreamableFile> {
  const { type, sizeBytes, version } = answer;
  const etag = `"${createHash('sha256').update(version).digest('base64url')}"`;
  response.set({ ETag: etag, 'Accept-Ranges': 'bytes', 'Cache-Control': 'private, max-age=3600' });
  const part = choosePart(request, etag, sizeBytes);
  if (part === null) {
    const body = await answer.open({ start: 0, end: sizeBytes - 1 });
    return streamAnswer(response, { body, type, sizeBytes });
  }
  response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${sizeBytes}`);
  return streamAnswer(response, {
    body: await answer.open(part),
    type,
    sizeBytes: part.end - part.start + 1,
  });
}

/** Null: all of it. A part that lies behind the end is taken for none, so that nobody has to handle a 416. */
function choosePart(
  request: Request,
  etag: string,
  sizeBytes: number,
): { readonly start: number; readonly end: number } | null {
  const condition = request.get('If-Range');
  if (condition !== undefined && condition !== etag) return null;
  const ranges = request.range(sizeBytes);
  return Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : null;
}
