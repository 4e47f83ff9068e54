const PERIOD_MS = 5000;
const BAR_PERIOD_MS = 100;
const BAR_LENGTH = 30;

/** Tells how far it is: in a terminal by a bar that is drawn over, elsewhere by a line every few seconds. */
export class Progress {
  private done = 0;
  private toldAtMs = performance.now();

  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly say: (line: string) => void,
    private readonly terminal: { readonly isTTY?: boolean; write(text: string): unknown } = process.stderr,
  ) {}

  step(count = 1): void {
    this.done += count;
    const nowMs = performance.now();
    const isBar = this.terminal.isTTY === true;
    const isEnd = this.done >= this.total;
    if (!isEnd && nowMs - this.toldAtMs < (isBar ? BAR_PERIOD_MS : PERIOD_MS)) return;
    this.toldAtMs = nowMs;
    const line = `${this.done} of ${this.total} ${this.what}`;
    if (!isBar) this.say(line);
    else this.terminal.write(`\r\x1b[K${drawBar(this.done / this.total)} ${line}${isEnd ? '\n' : ''}`);
  }
}

function drawBar(share: number): string {
  const full = Math.min(BAR_LENGTH, Math.floor(share * BAR_LENGTH));
  return `[${'#'.repeat(full)}${' '.repeat(BAR_LENGTH - full)}] ${Math.floor(100 * share)} %`;
}
