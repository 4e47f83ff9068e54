import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { type EmbeddedStack, fixture, startEmbeddedStack } from '@eyeline/testing';

/** Peak resident memory, in MB, of the process whose command line names the app; Linux only. */
function peakMemoryMb(stack: EmbeddedStack, app: 'api' | 'worker'): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
      if (!environment.includes(stack.dataDir)) continue;
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`apps/${app}/`)) continue;
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
    } catch (error) {
      // It ended while we looked, or is not ours.
      if (!/ENOENT|ESRCH|EACCES/.test(String(error))) throw error;
    }
  }
  throw new Error(`no process of apps/${app} was found`);
}

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
    const accepted = await stack.client.upload(body);
    expect(accepted.status).toBe(202);
    expect(peakMemoryMb(stack, 'api')).toBeLessThan(300);
    const { status, error } = await stack.client.finish(accepted.body.id);
    expect([status, error?.code]).toEqual(['failed', 'corrupt_video']);
  }, 120_000);
});
