import { type Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type Response } from 'express';

/** A body that is made while it is sent. */
export interface StreamedAnswer {
  readonly body: Readable;
  readonly type: string;
  readonly sizeBytes?: number;
  /** A browser saves the answer under this name. */
  readonly fileName?: string;
}

/** Hands a stream to Nest. When it breaks midway the connection is cut, so that no client takes half for the whole. */
export function streamAnswer(response: Response, answer: StreamedAnswer): StreamableFile {
  const file = new StreamableFile(answer.body, {
    type: answer.type,
    length: answer.sizeBytes,
    disposition: answer.fileName === undefined ? undefined : `attachment; filename="${answer.fileName}"`,
  });
  const cut = (error: Error): void => {
    response.log.error({ err: error }, 'an answer broke off');
    response.destroy();
  };
  return file
    .setErrorHandler(cut)
    .setErrorLogger((error) => response.log.debug({ err: error }, 'the client went away'));
}
