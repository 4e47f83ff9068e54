import { MemoryCounter } from './memory-counter.js';

const WINDOW_MS = 60_000;

describe('MemoryCounter', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('counts each name by itself, until its window is over', async () => {
    const counter = new MemoryCounter();
    expect(await counter.hit('a', WINDOW_MS)).toEqual({ hits: 1, restMs: WINDOW_MS });
    jest.advanceTimersByTime(20_000);
    expect(await counter.hit('a', WINDOW_MS)).toEqual({ hits: 2, restMs: 40_000 });
    expect(await counter.hit('b', WINDOW_MS)).toEqual({ hits: 1, restMs: WINDOW_MS });
    jest.advanceTimersByTime(40_000);
    expect(await counter.hit('a', WINDOW_MS)).toEqual({ hits: 1, restMs: WINDOW_MS });
    expect(await counter.hit('b', WINDOW_MS)).toEqual({ hits: 2, restMs: 20_000 });
  });

  it('forgets the oldest windows when there are too many', async () => {
    const counter = new MemoryCounter(3);
    for (const name of ['a', 'b', 'c', 'd']) await counter.hit(name, WINDOW_MS);
    expect((await counter.hit('b', WINDOW_MS)).hits).toBe(2);
    expect((await counter.hit('a', WINDOW_MS)).hits).toBe(1);
  });
});
