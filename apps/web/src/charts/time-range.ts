/** The stretch of time that a chart shows, in seconds. */
export interface TimeRange {
  readonly fromS: number;
  readonly toS: number;
}

const SHORTEST_S = 2;

/** Makes the range shorter (factor < 1) or longer around a time, within the video. */
export function zoom(
  { fromS, toS }: TimeRange,
  factor: number,
  aroundS: number,
  durationS: number,
): TimeRange {
  const length = Math.min(durationS, Math.max(Math.min(SHORTEST_S, durationS), (toS - fromS) * factor));
  const share = Math.min(1, Math.max(0, (aroundS - fromS) / (toS - fromS)));
  return startAt(aroundS - share * length, length, durationS);
}

/** The range in which a time shows: the same one, or one of the same length that begins shortly before it. */
export function follow(range: TimeRange, timeS: number, durationS: number): TimeRange {
  const { fromS, toS } = range;
  if (timeS >= fromS && timeS <= toS) return range;
  return startAt(timeS - (toS - fromS) / 10, toS - fromS, durationS);
}

function startAt(wantedS: number, length: number, durationS: number): TimeRange {
  const fromS = Math.min(durationS - length, Math.max(0, wantedS));
  return { fromS, toS: fromS + length };
}
