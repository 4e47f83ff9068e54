import { progressOfFrames, ProgressWriter } from './progress-writer.js';

describe('progressOfFrames', () => {
  it('lies between what preparing and the report take', () => {
    expect(progressOfFrames(0)).toBeCloseTo(0.05);
    expect(progressOfFrames(0.5)).toBeCloseTo(0.5);
    expect(progressOfFrames(1)).toBeCloseTo(0.95);
  });

  it('does not run over when the decoder gives more frames than were expected', () => {
    expect(progressOfFrames(1.3)).toBeCloseTo(0.95);
  });
});

describe('ProgressWriter', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const setUp = (write: (progress: number) => Promise<boolean>) => {
    const seen = { stale: 0, errors: [] as unknown[] };
    const writer = new ProgressWriter({
      write,
      onStale: () => seen.stale++,
      onError: (error) => seen.errors.push(error),
      periodMs: 500,
    });
    return { writer, seen };
  };

  it('writes the latest value at its pace, and never an earlier one', async () => {
    const written: number[] = [];
    const { writer } = setUp((progress) => Promise.resolve(written.push(progress) > 0));
    for (const progress of [0.1, 0.2, 0.15]) writer.report(progress);
    await jest.advanceTimersByTimeAsync(500);
    writer.report(0.4);
    await jest.advanceTimersByTimeAsync(500);
    await writer.stop();
    await jest.advanceTimersByTimeAsync(5000);
    expect(written).toEqual([0.2, 0.4]);
  });

  it('waits for a slow write instead of piling up more', async () => {
    let running = 0;
    let most = 0;
    const { writer } = setUp(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      running--;
      return true;
    });
    await jest.advanceTimersByTimeAsync(10_000);
    const stopped = writer.stop();
    await jest.advanceTimersByTimeAsync(3000);
    await stopped;
    expect([most, running]).toEqual([1, 0]);
  });

  it('tells when the analysis needs the work no more, even though nothing moves', async () => {
    const { writer, seen } = setUp(() => Promise.resolve(false));
    await jest.advanceTimersByTimeAsync(600);
    await writer.stop();
    expect(seen.stale).toBe(1);
  });

  it('goes on after a failed write', async () => {
    let calls = 0;
    const { writer, seen } = setUp(() =>
      ++calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve(true),
    );
    await jest.advanceTimersByTimeAsync(1000);
    await writer.stop();
    expect([calls, seen.errors.length, seen.stale]).toEqual([2, 1, 0]);
  });
});
