import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import {
  type EmbeddedStack,
  fixture,
  listStackProcesses,
  readPeakMemoryMb,
  startEmbeddedStack,
} from '@eyeline/testing';

(process.platform === 'linux' ? describe : describe.skip)('memory', () => {
  let stack: EmbeddedStack;

  beforeAll(async () => {
    stack = await startEmbeddedStack();
  }, 120_000);

  afterAll(() => stack?.stop(), 30_000);

  it('of the API stays flat while a gigabyte is uploaded', async () => {
    const header = readFileSync(fixture('average-person.mp4')).subarray(0, 4096);
    const block = Buffer.alloc(1 << 20);
    const body = Readable.from(
      (function* () {
        yield header;
        for (let i = 0; i < 1024; i++) yield block;
      })(),
    );
    const [api] = listStackProcesses(stack.dataDir).filter(({ command }) => command.includes('apps/api/'));
    const startedWithMb = readPeakMemoryMb(api);
    const accepted = await stack.client.upload(body);
    expect(accepted.status).toBe(202);
    // What its first upload loads, and what has not been collected yet: a tenth of what went through.
    expect(readPeakMemoryMb(api) - startedWithMb).toBeLessThan(100);
    const { status, error } = await stack.client.finish(accepted.body.id);
    expect([status, error?.code]).toEqual(['failed', 'corrupt_video']);
  }, 120_000);
});
