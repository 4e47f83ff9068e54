import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cutIntoFiles } from './cut-into-files.js';
import { OwnedFiles } from './owned-files.js';

let root: string;
let files: OwnedFiles;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'eyeline-cut-'));
  files = new OwnedFiles(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Cuts a body of chunks, and gives the texts of the pieces. */
async function cut(chunks: AsyncIterable<Uint8Array> | Iterable<string>, pieceBytes: number) {
  const body = (async function* () {
    for await (const chunk of chunks) yield Buffer.from(chunk as string);
  })();
  const pieces: string[] = [];
  for await (const { path, sizeBytes } of cutIntoFiles(body, pieceBytes, files)) {
    const bytes = await readFile(path);
    expect(bytes).toHaveLength(sizeBytes);
    pieces.push(bytes.toString());
    await rm(path);
  }
  return pieces;
}

/** Real: files in a temporary folder. */
describe('cutIntoFiles', () => {
  it.each([
    [['abcdefgh'], 3, ['abc', 'def', 'gh']],
    [['ab', 'cd', 'ef'], 3, ['abc', 'def']],
    [['a', '', 'b'], 3, ['ab']],
    [[''], 3, []],
    [[], 3, []],
  ])('cuts %j by %i into %j', async (chunks, pieceBytes, pieces) => {
    expect(await cut(chunks, pieceBytes)).toEqual(pieces);
    expect(await readdir(root)).toEqual([]);
  });

  it('leaves nothing of a body that fails', async () => {
    const failing = (async function* () {
      yield Buffer.from('abcd');
      await Promise.resolve();
      throw new Error('cut off');
    })();
    await expect(cut(failing, 3)).rejects.toThrow('cut off');
    expect(await readdir(root)).toEqual([]);
  });

  it('leaves nothing when nobody wants more, and tells of a folder that cannot be used', async () => {
    const pieces = cutIntoFiles(
      (async function* () {
        yield Buffer.from('abcd');
        await Promise.resolve();
      })(),
      3,
      files,
    );
    const { value } = await pieces.next();
    await pieces.return(undefined);
    expect(await readdir(root)).toEqual([value!.path.slice(root.length + 1)]);
    await rm(root, { recursive: true });
    await writeFile(root, 'no folder');
    await expect(cut(['abcd'], 3)).rejects.toMatchObject({ code: 'storage_unavailable' });
  });
});
