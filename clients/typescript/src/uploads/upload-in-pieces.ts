import { DetailedError, Upload, type UploadOptions as TusOptions } from 'tus-js-client';

import { type Connection, once } from '../calls/connection.js';
import { pause } from '../calls/pause.js';
import { errorOfText, EyelineError, readRetryAfter } from '../eyeline-error.js';
import { type UploadOptions } from './upload-options.js';
import { type Video } from './video.js';

/** As much is sent again at most when a connection is cut in a way that the service does not notice. */
const PIECE_BYTES = 16 * 1024 * 1024;

/** In all some five minutes without an answer; counted anew after each piece that arrives. */
const RETRY_DELAYS_MS = [0, 500, 1000, 2000, 4000, 8000, 15_000, ...Array<number>(9).fill(30_000)];

/**
 * Sends a video by tus: after a cut it goes on from the byte that arrived last.
 *
 * @returns the `upload_id` that starts an analysis
 * @throws EyelineError, or the reason of the signal
 */
export function uploadInPieces(
  connection: Connection,
  video: Video,
  options: UploadOptions,
): Promise<string> {
  const { signal, onProgress, unfinished } = options;
  return new Promise((done, fail) => {
    signal?.throwIfAborted();
    const upload = new Upload(new Blob([]), {
      endpoint: `${connection.baseUrl}/v1/uploads`,
      headers: { ...connection.headers },
      metadata: video.name === null ? {} : { filename: video.name },
      chunkSize: PIECE_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      onShouldRetry: ({ originalResponse }) => mayHelp(originalResponse?.getStatus() ?? 0),
      ...requestHooks(signal),
      fileReader: {
        openFile: () =>
          Promise.resolve({
            size: video.sizeBytes ?? 0,
            slice: async (start, end) => ({
              value: await video.piece(start, end),
              done: end >= (video.sizeBytes ?? 0),
            }),
            close: () => undefined,
          }),
      },
      fingerprint: () => Promise.resolve(`eyeline|${connection.baseUrl}|${video.print}`),
      storeFingerprintForResuming: video.print !== null,
      removeFingerprintOnSuccess: true,
      ...(unfinished === undefined ? {} : { urlStorage: unfinished }),
      onProgress: (sentBytes, totalBytes) => onProgress?.({ sentBytes, totalBytes }),
      onSuccess: () => {
        signal?.removeEventListener('abort', stop);
        done((upload.url ?? '').split('/').at(-1) ?? '');
      },
      onError: (error) => {
        signal?.removeEventListener('abort', stop);
        fail(toEyelineError(error));
      },
    });
    const stop = (): void => void upload.abort().then(() => fail(signal?.reason as Error), fail);
    signal?.addEventListener('abort', stop, { once: true });
    goOn(upload, video).catch(fail);
  });
}

async function goOn(upload: Upload, video: Video): Promise<void> {
  const [previous] = video.print === null ? [] : await upload.findPreviousUploads();
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  upload.start();
}

/** A creation is repeated with the same key until it is answered; `Retry-After` is waited for. */
function requestHooks(signal?: AbortSignal): Pick<TusOptions, 'onBeforeRequest' | 'onAfterResponse'> {
  let creation = once();
  return {
    onBeforeRequest: (request) => {
      if (request.getMethod() !== 'POST') return;
      for (const [name, value] of Object.entries(creation)) request.setHeader(name, value);
    },
    onAfterResponse: async (request, response) => {
      const status = response.getStatus();
      const retryAfterS = mayHelp(status) ? readRetryAfter(response.getHeader('Retry-After')) : null;
      if (retryAfterS !== null) await pause(retryAfterS * 1000, signal);
      else if (request.getMethod() === 'POST') creation = once();
    },
  };
}

/** 409: the offset is another than we thought, or the first creation is still worked on; 423: somebody else writes. */
const mayHelp = (status: number): boolean =>
  status === 0 || status >= 500 || [409, 423, 429].includes(status);

function toEyelineError(error: Error): EyelineError {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  if (response === null) {
    const detail = 'The service did not answer, and the upload stands still';
    return new EyelineError({ code: 'unreachable', detail, cause: error });
  }
  return errorOfText(response.getStatus(), response.getBody(), (name) => response.getHeader(name));
}
