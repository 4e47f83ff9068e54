import fc from 'fast-check';

import { LatestOnly } from './latest-only.js';

/** Things come (true) and work ends (false) in any order. */
it('works on one at a time, in order, the newest last, and loses none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 60 }), async (events) => {
      const [begun, replaced]: [number[], number[]] = [[], []];
      let inWork = 0;
      let finish = (): void => undefined;
      const line = new LatestOnly<number>(
        async (item) => {
          expect(++inWork).toBe(1);
          begun.push(item);
          await new Promise<void>((resolve) => (finish = resolve));
          inWork--;
        },
        (item) => replaced.push(item),
      );
      let offered = 0;
      for (const comes of events) {
        if (comes) line.offer(++offered);
        else finish();
        await new Promise(setImmediate);
      }
      while (begun.length + replaced.length < offered) {
        finish();
        await new Promise(setImmediate);
      }
      const inOrder = (list: number[]) => expect(list).toEqual([...list].sort((a, b) => a - b));
      [begun, replaced].forEach(inOrder);
      expect([...begun, ...replaced].sort((a, b) => a - b)).toEqual(
        Array.from({ length: offered }, (_, i) => i + 1),
      );
      if (offered > 0) expect(begun.at(-1)).toBe(offered);
    }),
  );
});
