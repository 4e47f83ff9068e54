import { readLines } from './read-lines.js';

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });
  for await (const some of readLines(stream)) lines.push(...some);
  return lines;
}

describe('readLines', () => {
  it('finds the same lines wherever the stream is cut, also within a letter', async () => {
    const bytes = new TextEncoder().encode('{"a":1}\n{"b":"ñ"}\n{"c":3}');
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await linesOf([bytes.slice(0, cut), bytes.slice(cut)])).toEqual([
        '{"a":1}',
        '{"b":"ñ"}',
        '{"c":3}',
      ]);
    }
  });

  it('ends without a last line where the last one has its end', async () => {
    expect(await linesOf([new TextEncoder().encode('x\n')])).toEqual(['x']);
    expect(await linesOf([])).toEqual([]);
  });
});
