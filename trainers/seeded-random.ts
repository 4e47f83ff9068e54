/**
 * Numbers that look random and are the same for the same seed: mulberry32, by Tommy Ettinger (public domain,
 * gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export class SeededRandom {
  private state: number;

  /** @param seed 32 bits */
  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number from 0 to `end - 1`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  }

  /** Puts the first `count` places in an order of chance, out of all of them (Fisher and Yates). */
  shuffle(items: { [i: number]: number; readonly length: number }, count: number = items.length): void {
    for (let i = 0; i < Math.min(count, items.length - 1); i++) {
      const other = i + this.below(items.length - i);
      [items[i], items[other]] = [items[other], items[i]];
    }
  }
}
