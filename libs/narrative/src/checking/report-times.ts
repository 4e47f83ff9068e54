import { type Measurements } from '@eyeline/contracts';

/** People round: 7.6 s is 0:07 to some and 0:08 to others. */
const ROUNDING_S = 0.51;

/** The times and lengths that a report holds, in seconds. */
export class ReportTimes {
  private readonly times: Float64Array;
  private readonly lengths: Float64Array;

  constructor({ timeline, episodes, eye_contact: eyeContact, faces }: Measurements) {
    const stretches = [...timeline, ...episodes, ...eyeContact.episodes];
    const seen = faces.map(({ first_seen_s: start_s, last_seen_s: end_s }) => ({ start_s, end_s }));
    const all = [...stretches, ...seen];
    const end = timeline.at(-1)?.end_s ?? 0;
    this.times = Float64Array.from(all.flatMap(({ start_s: start, end_s: stop }) => [start, stop])).sort();
    this.lengths = Float64Array.from([
      ...[end, eyeContact.longest_s],
      ...[...episodes, ...eyeContact.episodes, ...seen].map(
        ({ start_s: start, end_s: stop }) => stop - start,
      ),
    ]).sort();
  }

  hasTime(timeS: number): boolean {
    return holds(this.times, timeS);
  }

  hasLength(lengthS: number): boolean {
    return holds(this.lengths, lengthS);
  }
}

/** Whether one of them is the value, rounded, or the second that the value has begun. */
function holds(sorted: Float64Array, value: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value - ROUNDING_S) low = middle + 1;
    else high = middle;
  }
  const candidate = sorted[low] as number | undefined;
  if (candidate === undefined) return false;
  return candidate <= value + ROUNDING_S || (Number.isInteger(value) && Math.floor(candidate) === value);
}
