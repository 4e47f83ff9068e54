/** Width of every chart in its own units, which are about pixels on A4; the page scales it. */
export const CHART_WIDTH = 700;

/** Where the charts begin: names of people stand to the left. */
export const CHART_LEFT = 74;

/** Steps of the time axis that people are used to, in seconds. */
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

const MOST_TICKS = 10;

/** Spans that come closer than this cannot be told apart: they are drawn as one, which bounds the size of the page. */
const FINEST = 0.5;

export interface Span {
  readonly start_s: number;
  readonly end_s: number;
}

/** Seconds of the video -> units of the chart. */
export class TimeScale {
  constructor(
    private readonly startS: number,
    private readonly endS: number,
  ) {}

  x(seconds: number): number {
    const share = (seconds - this.startS) / Math.max(this.endS - this.startS, 1e-3);
    return CHART_LEFT + Math.min(1, Math.max(0, share)) * (CHART_WIDTH - CHART_LEFT);
  }

  /** The chart is divided into slots of one unit: nothing finer can be seen. */
  get slots(): number {
    return CHART_WIDTH - CHART_LEFT;
  }

  /** How many slots lie before a time. */
  slotAt(seconds: number): number {
    return this.x(seconds) - CHART_LEFT;
  }

  /** Round times along the axis. */
  ticks(): number[] {
    const lengthS = this.endS - this.startS;
    const stepS =
      STEPS_S.find((step) => lengthS / step <= MOST_TICKS) ?? Math.ceil(lengthS / MOST_TICKS / 3600) * 3600;
    const first = Math.ceil(this.startS / stepS);
    const count = Math.max(0, Math.floor(this.endS / stepS) - first + 1);
    return Array.from({ length: count }, (_, i) => (first + i) * stepS);
  }

  /** The outline of spans, in order of time, as one row of boxes. */
  boxes(spans: readonly Span[], top: number, height: number): string {
    const joined: [from: number, to: number][] = [];
    for (const { start_s, end_s } of spans) {
      const [from, to] = [this.x(start_s), Math.max(this.x(end_s), this.x(start_s) + FINEST)];
      const last = joined.at(-1);
      if (last !== undefined && from - last[1] < FINEST && from >= last[0]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined
      .map(
        ([from, to]) => `M${round(from)} ${round(top)}h${round(to - from)}v${round(height)}H${round(from)}z`,
      )
      .join('');
  }
}

/** Hundredths are finer than any printer. */
export const round = (units: number): number => Math.round(units * 100) / 100;
