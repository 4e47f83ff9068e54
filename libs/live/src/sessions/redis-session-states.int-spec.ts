import { randomUUID } from 'node:crypto';
import { type BreakableProxy, openProxy, testRedisUrl } from '@eyeline/testing';

import { RedisSessionStates } from './redis-session-states.js';

/** Real: Redis, behind a line that can be cut. */
describe('RedisSessionStates', () => {
  let proxy: BreakableProxy;
  const opened: RedisSessionStates[] = [];

  beforeAll(async () => {
    proxy = await openProxy(testRedisUrl());
  });
  afterAll(async () => {
    for (const states of opened) states.close();
    await proxy.close();
  });

  const open = (changes: { keepMs?: number; answerMs?: number } = {}): RedisSessionStates => {
    const settings = { url: proxy.url, prefix: 'sessions-of-tests', keepMs: 60_000, answerMs: 5_000 };
    const states = new RedisSessionStates({ ...settings, ...changes, onError: () => undefined });
    opened.push(states);
    return states;
  };

  const state = (text: string): Uint8Array => Buffer.from(text);

  it('keeps what knows of the most frames, whichever process saved it, byte for byte', async () => {
    const [one, other] = [open(), open()];
    const id = randomUUID();
    expect(await one.load(id)).toBeNull();
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
    await one.save(id, { frames: 9, state: bytes });
    await other.save(id, { frames: 10, state: bytes });
    await one.save(id, { frames: 9, state: state('older') });
    await one.save(id, { frames: 10, state: state('as old') });
    expect(await other.load(id)).toEqual({ frames: 10, state: bytes });
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 ? one : other).save(id, {
          frames: 11 + ((i * 7) % 50),
          state: state(String(11 + ((i * 7) % 50))),
        }),
      ),
    );
    expect(await one.load(id)).toEqual({ frames: 60, state: state('60') });
    await other.remove(id);
    expect(await one.load(id)).toBeNull();
  });

  it('forgets what is not saved again in time', async () => {
    const states = open({ keepMs: 100 });
    const id = randomUUID();
    await states.save(id, { frames: 1, state: state('a') });
    expect(await states.load(id)).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await states.load(id)).toBeNull();
  });

  it.each(['cut', 'freeze'] as const)(
    'says so while Redis is away (%s), and goes on afterwards',
    async (how) => {
      const states = open({ answerMs: 300 });
      const id = randomUUID();
      await states.save(id, { frames: 1, state: state('a') });
      await proxy[how]();
      const askedMs = performance.now();
      for (const question of [
        states.load(id),
        states.save(id, { frames: 2, state: state('b') }),
        states.remove(id),
      ]) {
        await expect(question).rejects.toMatchObject({ code: 'database_unavailable', status: 503 });
      }
      expect(performance.now() - askedMs).toBeLessThan(5_000);
      await proxy.mend();
      // What was asked on a line that was frozen may still be done.
      while (
        !(await states.load(id).then(
          () => true,
          () => false,
        ))
      ) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await states.save(id, { frames: 3, state: state('c') });
      expect(await states.load(id)).toEqual({ frames: 3, state: state('c') });
    },
  );
});
