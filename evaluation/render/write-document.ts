import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where figures of networks are told, from the project's folder. */
export const DOCUMENT = 'docs/models.md';

/** Writes `block` between the marks `name` of docs/models.md. */
export async function writeIntoDocument(root: string, name: string, block: string): Promise<void> {
  const path = join(root, DOCUMENT);
  await writeFile(path, placeBetweenMarks(await readFile(path, 'utf8'), name, block));
}

/**
 * Replaces what is between `<!-- measured NAME -->` and `<!-- end NAME -->`, or puts it, with the marks, at the end.
 *
 * @throws {Error} when one of the two is missing
 */
export function placeBetweenMarks(document: string, name: string, block: string): string {
  const [begin, end] = [`<!-- measured ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  const marked = `${begin}\n\n${block.trim()}\n\n${end}`;
  if (from === -1 && to === -1) return `${document.trimEnd()}\n\n${marked}\n`;
  if (from === -1 || to < from) throw new Error(`${DOCUMENT} lacks "${from === -1 ? begin : end}".`);
  return document.slice(0, from) + marked + document.slice(to + end.length);
}
