import { type HitCounter, type HitWindow } from './hit-counter.js';

/** Some 20 MB at most, however many addresses knock. */
const MAX_WINDOWS = 100_000;

interface Entry {
  hits: number;
  readonly endsAtMs: number;
}

/** Counts in the memory of this process. */
export class MemoryCounter implements HitCounter {
  /** Oldest first: a window that begins anew goes to the end. */
  private readonly windows = new Map<string, Entry>();

  constructor(private readonly maxWindows = MAX_WINDOWS) {}

  hit(name: string, windowMs: number): Promise<HitWindow> {
    const nowMs = performance.now();
    const entry = this.open(name, nowMs, windowMs);
    entry.hits++;
    return Promise.resolve({ hits: entry.hits, restMs: entry.endsAtMs - nowMs });
  }

  close(): void {
    this.windows.clear();
  }

  private open(name: string, nowMs: number, windowMs: number): Entry {
    const known = this.windows.get(name);
    if (known !== undefined && known.endsAtMs > nowMs) return known;
    this.windows.delete(name);
    this.forgetOld(nowMs);
    const fresh = { hits: 0, endsAtMs: nowMs + windowMs };
    this.windows.set(name, fresh);
    return fresh;
  }

  /** What is over at the front, and the oldest one when there is no room. */
  private forgetOld(nowMs: number): void {
    for (const [name, { endsAtMs }] of this.windows) {
      if (endsAtMs > nowMs && this.windows.size < this.maxWindows) return;
      this.windows.delete(name);
    }
  }
}
