import { LineStream } from './line-stream.js';

const record = (i: number) => ({ i, text: 'x'.repeat(1000) });

describe('LineStream', () => {
  it('gives each value as one line of JSON, in order', async () => {
    const lines = new LineStream();
    const read = (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of lines.readable) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    })();
    for (let i = 0; i < 2000; i++) await lines.write(record(i));
    await lines.end();
    const text = await read;
    expect(text.endsWith('\n')).toBe(true);
    const values = text.trimEnd().split('\n');
    expect(values.map((line) => (JSON.parse(line) as { i: number }).i)).toEqual(
      Array.from({ length: 2000 }, (_, i) => i),
    );
  });

  it('is empty when nothing was written', async () => {
    const lines = new LineStream();
    await lines.end();
    const chunks: unknown[] = [];
    for await (const chunk of lines.readable) chunks.push(chunk);
    expect(chunks).toEqual([]);
  });

  it('holds its feeder back while nobody reads', async () => {
    const lines = new LineStream();
    let written = 0;
    const feed = (async () => {
      for (; written < 5000; written++) await lines.write(record(written));
      await lines.end();
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written).toBeLessThan(1000);
    let bytes = 0;
    for await (const chunk of lines.readable) bytes += (chunk as Buffer).length;
    await feed;
    expect(bytes).toBeGreaterThan(5000 * 1000);
  });

  it('throws at its feeder what destroyed it, also when the feeder is waiting', async () => {
    const lines = new LineStream();
    lines.readable.on('error', () => undefined);
    const feed = (async () => {
      for (let i = 0; i < 5000; i++) await lines.write(record(i));
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    lines.readable.destroy(new Error('the disk is full'));
    await expect(feed).rejects.toThrow('the disk is full');
  });
});
