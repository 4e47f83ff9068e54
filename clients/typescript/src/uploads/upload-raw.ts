import { type Connection, once } from '../calls/connection.js';
import { withRetries } from '../calls/with-retries.js';
import { type Analysis } from '../types.js';
import { type UploadOptions } from './upload-options.js';
import { type Video } from './video.js';

/**
 * Sends a video as the body of the request that starts the analysis.
 *
 * An abort counts as long as bytes are missing. When all are sent the answer is waited for: it says which analysis runs.
 *
 * @param query options of the analysis, each by its name
 * @throws EyelineError, or the reason of the signal
 */
export async function uploadRaw(
  connection: Connection,
  video: Video,
  query: URLSearchParams,
  options: UploadOptions & { readonly idempotencyKey?: string },
): Promise<Analysis> {
  const { signal, onProgress } = options;
  const { sizeBytes } = video;
  const giveUp = new AbortController();
  let isSent = false;
  const stop = (): void => {
    if (!isSent) giveUp.abort(signal?.reason);
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', stop, { once: true });
  const headers = { ...connection.headers, ...once(options.idempotencyKey), 'Content-Type': 'video/mp4' };

  const send = (): Promise<Response> => {
    const body = video.body();
    const isStream = body instanceof ReadableStream;
    let sentBytes = 0;
    const count = (bytes: number): void => {
      sentBytes += bytes;
      isSent = sentBytes === sizeBytes;
      onProgress?.({ sentBytes, totalBytes: sizeBytes });
    };
    return connection.fetch(`${connection.baseUrl}/v1/analyses?${query.toString()}`, {
      method: 'POST',
      headers: {
        ...headers,
        // A stream says nothing of its length by itself; said, the service refuses what is too large at once.
        ...(isStream && sizeBytes !== null ? { 'Content-Length': String(sizeBytes) } : {}),
      },
      body: isStream ? counted(body, count) : body,
      signal: giveUp.signal,
      ...(isStream ? { duplex: 'half' } : {}),
    });
  };

  try {
    const answer = await withRetries(send, {
      // A stream that was read is gone.
      maxRetries: sizeBytes === null ? 0 : connection.maxRetries,
      isRepeatable: true,
      signal: giveUp.signal,
    });
    if (sizeBytes !== null) onProgress?.({ sentBytes: sizeBytes, totalBytes: sizeBytes });
    return (await answer.json()) as Analysis;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** The same stream, each piece told when it is taken. */
const counted = (
  stream: ReadableStream<Uint8Array>,
  count: (bytes: number) => void,
): ReadableStream<Uint8Array> =>
  stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
