import { Readable } from 'node:stream';
import fc from 'fast-check';

import { readLines } from './read-lines.js';

describe('readLines', () => {
  it('gives the same lines and ends however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '😀', '{', ',') }), { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
        async (lines, sizes) => {
          const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const chunks: Buffer[] = [];
          for (let at = 0, i = 0; at < whole.length; at += sizes[i++ % sizes.length]) {
            chunks.push(whole.subarray(at, at + sizes[i % sizes.length]));
          }
          const read = [];
          for await (const line of readLines(Readable.from(chunks))) read.push(line);
          expect(read.map(({ bytes }) => bytes.toString())).toEqual(lines);
          const ends = lines.map((_, i) =>
            Buffer.byteLength(
              lines
                .slice(0, i + 1)
                .map((line) => `${line}\n`)
                .join(''),
            ),
          );
          expect(read.map(({ end }) => end)).toEqual(ends);
        },
      ),
    );
  });

  it('counts an unfinished last line', async () => {
    const read = [];
    for await (const { bytes, end } of readLines(Readable.from([Buffer.from('a\nbc')])))
      read.push([bytes.toString(), end]);
    expect(read).toEqual([
      ['a', 2],
      ['bc', 4],
    ]);
  });
});
