/** Where the plot lies within a chart, in CSS pixels: charts and lanes one above the other share their time axis. */
export const PLOT = { left: 46, right: 14 } as const;

/** A place in a chart -> seconds, and back. */
export function timeScale(width: number, fromS: number, toS: number) {
  const inner = Math.max(1, width - PLOT.left - PLOT.right);
  return {
    xOf: (timeS: number): number => PLOT.left + ((timeS - fromS) / (toS - fromS)) * inner,
    timeAt: (x: number): number => fromS + ((x - PLOT.left) / inner) * (toS - fromS),
  };
}
