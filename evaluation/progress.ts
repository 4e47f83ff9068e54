const PERIOD_MS = 5000;

/** Tells how far it is, every few seconds. */
export class Progress {
  private done = 0;
  private toldAtMs = performance.now();

  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly say: (line: string) => void,
  ) {}

  step(count = 1): void {
    this.done += count;
    const nowMs = performance.now();
    if (this.done < this.total && nowMs - this.toldAtMs < PERIOD_MS) return;
    this.toldAtMs = nowMs;
    this.say(`${this.done} of ${this.total} ${this.what}`);
  }
}
