import { type FileHandle, open, rm } from 'node:fs/promises';

import { onDisk } from './file-errors.js';
import { type OwnedFiles } from './owned-files.js';
import { writeAll } from './write-file.js';

export interface CutFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * A body in pieces of so many bytes, each in a file that is the caller's to remove; the last one has the rest. What was
 * begun when the body fails is removed.
 *
 * @throws AppError storage_unavailable, or the body's own error
 */
export async function* cutIntoFiles(
  body: AsyncIterable<Uint8Array>,
  pieceBytes: number,
  files: OwnedFiles,
): AsyncGenerator<CutFile> {
  let piece: { path: string; file: FileHandle; sizeBytes: number } | null = null;
  try {
    for await (const chunk of body) {
      for (let rest = chunk; rest.byteLength > 0;) {
        piece ??= await begin(files.next());
        const head = rest.subarray(0, pieceBytes - piece.sizeBytes);
        const { file, path } = piece;
        await onDisk(() => writeAll(file, head), PLACE);
        piece.sizeBytes += head.byteLength;
        rest = rest.subarray(head.byteLength);
        if (piece.sizeBytes < pieceBytes) continue;
        await onDisk(() => file.close(), PLACE);
        piece = null;
        yield { path, sizeBytes: pieceBytes };
      }
    }
    if (piece === null) return;
    const { file, path, sizeBytes } = piece;
    await onDisk(() => file.close(), PLACE);
    piece = null;
    yield { path, sizeBytes };
  } finally {
    if (piece !== null) {
      await piece.file.close();
      await rm(piece.path, { force: true });
    }
  }
}

const PLACE = 'The scratch folder';

async function begin(path: string) {
  return { path, file: await onDisk(() => open(path, 'wx'), PLACE), sizeBytes: 0 };
}
