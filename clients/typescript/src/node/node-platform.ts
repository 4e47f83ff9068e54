import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';

import { type Platform, type Video } from '../uploads/video.js';

export const nodePlatform: Platform = {
  openPath,
  async readPiece(blob) {
    const bytes = Buffer.from(await blob.arrayBuffer());
    return Object.assign(bytes, { size: bytes.length });
  },
  sendsStreams: true,
};

/** @throws the error of the file system when there is no such file */
async function openPath(path: string): Promise<Video> {
  const { size, mtimeMs } = await stat(path);
  return {
    name: basename(path),
    sizeBytes: size,
    print: [resolve(path), size, mtimeMs].join('|'),
    body: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    // tus-js-client reads the size of a piece from the stream itself.
    piece: (start, end) =>
      Promise.resolve(Object.assign(createReadStream(path, { start, end: end - 1 }), { size: end - start })),
  };
}
