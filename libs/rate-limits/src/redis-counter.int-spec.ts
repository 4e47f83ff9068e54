import { randomUUID } from 'node:crypto';
import { openProxy, type BreakableProxy, testRedisUrl } from '@eyeline/testing';

import { type HitCounter } from './hit-counter.js';
import { createHitCounter } from './create-hit-counter.js';

const WINDOW_MS = 60_000;

/** Real: Redis, behind a line that can be cut. */
describe('a counter on Redis', () => {
  let proxy: BreakableProxy;
  let errors: Error[];
  const counters: HitCounter[] = [];

  beforeEach(async () => {
    proxy = await openProxy(testRedisUrl());
    errors = [];
  });
  afterEach(async () => {
    for (const counter of counters.splice(0)) counter.close();
    await proxy.close();
  });

  const open = (prefix: string): HitCounter => {
    const counter = createHitCounter({
      redisUrl: proxy.url,
      prefix,
      // A busy machine may take longer than production should wait.
      answerMs: 2000,
      onError: (error) => errors.push(error),
    });
    counters.push(counter);
    return counter;
  };

  /** The first hit that is counted: the connection takes its time. */
  const hitUntilCounted = async (counter: HitCounter, name: string) => {
    for (;;) {
      const window = await counter.hit(name, WINDOW_MS);
      if (window !== null) return window;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  };

  it('counts for all processes together', async () => {
    const prefix = randomUUID();
    const [one, other] = [open(prefix), open(prefix)];
    const first = await hitUntilCounted(one, 'a');
    expect(first.hits).toBe(1);
    expect(first.restMs).toBeGreaterThan(WINDOW_MS - 10_000);
    expect(first.restMs).toBeLessThanOrEqual(WINDOW_MS);
    expect((await hitUntilCounted(other, 'a')).hits).toBe(2);
    expect((await hitUntilCounted(other, 'b')).hits).toBe(1);
    const many = await Promise.all(Array.from({ length: 50 }, () => one.hit('c', WINDOW_MS)));
    const counted = many.filter((window) => window !== null).map(({ hits }) => hits);
    expect(new Set(counted).size).toBe(counted.length);
  });

  it('begins anew when the window is over', async () => {
    const counter = open(randomUUID());
    await hitUntilCounted(counter, 'connected');
    await counter.hit('a', 50);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await counter.hit('a', 50)).toMatchObject({ hits: 1 });
  });

  it.each(['cut', 'freeze'] as const)(
    'says so when Redis is away (%s), once, without keeping anybody waiting',
    async (how) => {
      const counter = open(randomUUID());
      await hitUntilCounted(counter, 'a');
      await proxy[how]();
      const asked = performance.now();
      for (let i = 0; i < 200; i++) expect(await counter.hit('a', WINDOW_MS)).toBeNull();
      // Each waiting its 2 s would be minutes.
      expect(performance.now() - asked).toBeLessThan(30_000);
      expect(errors).toHaveLength(1);
      await proxy.mend();
      expect((await hitUntilCounted(counter, 'a')).hits).toBeGreaterThan(1);
    },
  );

  it('opens while Redis is away', async () => {
    await proxy.cut();
    const counter = open(randomUUID());
    expect(await counter.hit('a', WINDOW_MS)).toBeNull();
    await proxy.mend();
    expect((await hitUntilCounted(counter, 'a')).hits).toBe(1);
  });
});
