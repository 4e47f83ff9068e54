import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- chaos: begin -->';
const END = '<!-- chaos: end -->';

/**
 * Puts the text between the marks of a file.
 *
 * @throws Error when the marks are not there
 */
export function writeBetweenMarks(path: string, text: string): void {
  const before = readFileSync(path, 'utf8');
  const [head, rest] = before.split(BEGIN);
  const [, tail] = rest?.split(END) ?? [];
  if (tail === undefined) throw new Error(`${path} does not hold ${BEGIN} and ${END}.`);
  writeFileSync(path, `${head}${BEGIN}\n\n${text}\n\n${END}${tail}`);
}
