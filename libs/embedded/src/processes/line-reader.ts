import { type Readable } from 'node:stream';

/** A line longer than this is passed on in pieces, so that a program without line ends costs no memory. */
const LONGEST_LINE = 64 * 1024;

/** Calls back with each line of a text stream, and with what follows the last line end when it closes. */
export function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
    if (rest.length > LONGEST_LINE) {
      onLine(rest);
      rest = '';
    }
  });
  stream.once('close', () => {
    if (rest !== '') onLine(rest);
  });
}
