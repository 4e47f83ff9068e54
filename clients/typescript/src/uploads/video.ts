/** The bytes of a video, from wherever they come. */
export interface Video {
  readonly name: string | null;
  /** Null: nobody knows before it ends. */
  readonly sizeBytes: number | null;
  /** Tells it from other videos, for an upload that goes on later; null: it can be read only once. */
  readonly print: string | null;
  /** All of it, as the body of a request. */
  body(): Blob | ReadableStream<Uint8Array>;
  /** A piece of it, from byte `start` up to but without byte `end`, as tus-js-client sends it on this platform. */
  piece(start: number, end: number): Promise<unknown>;
}

/** What can be given as a video: an address stands for itself, a text that is none for the path of a file. */
export type VideoSource =
  | string
  | URL
  | Blob
  | Uint8Array
  | ArrayBuffer
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | { readonly uploadId: string };

/** What Node and browsers do differently. */
export interface Platform {
  openPath(path: string): Promise<Video>;
  /** A part of a blob as tus-js-client sends it. */
  readPiece(blob: Blob): Promise<unknown>;
  /** Whether a request can have a body that is still being made. */
  readonly sendsStreams: boolean;
}

/** The address that a source stands for, if it is one. */
export function addressOf(source: VideoSource): string | null {
  if (source instanceof URL) return source.href;
  return typeof source === 'string' && /^https?:\/\//i.test(source) ? source : null;
}

/** @throws TypeError for what is no source of bytes */
export async function openVideo(source: VideoSource, platform: Platform): Promise<Video> {
  if (typeof source === 'string') return platform.openPath(source);
  if (source instanceof Blob) return blobVideo(source, platform);
  if (source instanceof Uint8Array || source instanceof ArrayBuffer) {
    // Bytes that threads share are refused by browsers, and no type says so in Node.
    const bytes: ArrayBuffer | Uint8Array<ArrayBuffer> = source as Uint8Array<ArrayBuffer>;
    return blobVideo(new Blob([bytes]), platform);
  }
  if (source instanceof ReadableStream) return streamVideo(source);
  if (Symbol.asyncIterator in source) return streamVideo(streamOf(source));
  throw new TypeError('A video is a path, an address, a Blob, bytes or a stream.');
}

function blobVideo(blob: Blob, platform: Platform): Video {
  const { name = null, lastModified = null } = blob as { name?: string; lastModified?: number };
  return {
    name,
    sizeBytes: blob.size,
    print: lastModified === null ? null : [name, blob.size, lastModified].join('|'),
    body: () => (platform.sendsStreams ? (blob.stream() as ReadableStream<Uint8Array>) : blob),
    piece: (start, end) => platform.readPiece(blob.slice(start, end)),
  };
}

function streamVideo(stream: ReadableStream<Uint8Array>): Video {
  return {
    ...{ name: null, sizeBytes: null, print: null },
    body: () => stream,
    piece: () =>
      Promise.reject(new TypeError('A stream cannot be sent in pieces: nothing of it can be read again.')),
  };
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
