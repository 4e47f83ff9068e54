/** One thing in work and one that waits, the newest: whatever it replaces is given up. */
export class LatestOnly<T> {
  private waiting: { readonly item: T } | null = null;
  private working: Promise<void> | null = null;

  /** @param work must not reject */
  constructor(
    private readonly work: (item: T) => Promise<void>,
    private readonly onReplaced: (item: T) => void,
  ) {}

  offer(item: T): void {
    if (this.waiting !== null) this.onReplaced(this.waiting.item);
    this.waiting = { item };
    this.working ??= this.workOff();
  }

  /** Leaves what waits, and resolves when what is in work is done. */
  async drain(): Promise<void> {
    this.waiting = null;
    await this.working;
  }

  private async workOff(): Promise<void> {
    for (let next = this.waiting; next !== null; next = this.waiting) {
      this.waiting = null;
      await this.work(next.item);
    }
    this.working = null;
  }
}
