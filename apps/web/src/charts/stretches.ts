import { type TimeRange } from './time-range.js';

/** Stretches of time of one kind each (a place in a list of colours), one after the other, in columns. */
export interface Stretches {
  readonly startsS: Float64Array;
  readonly endsS: Float64Array;
  readonly kinds: Uint8Array;
}

interface Episode {
  readonly face_id: number;
  readonly start_s: number;
  readonly end_s: number;
}

/** The stretches of each person, of episodes in order of time. */
export function stretchesOf<T extends Episode>(
  episodes: readonly T[],
  kindOf: (episode: T) => number,
): ReadonlyMap<number, Stretches> {
  const counts = new Map<number, number>();
  for (const { face_id: id } of episodes) counts.set(id, (counts.get(id) ?? 0) + 1);
  const people = new Map(
    [...counts].map(([id, count]) => [
      id,
      {
        startsS: new Float64Array(count),
        endsS: new Float64Array(count),
        kinds: new Uint8Array(count),
        filled: 0,
      },
    ]),
  );
  for (const episode of episodes) {
    const person = people.get(episode.face_id)!;
    person.startsS[person.filled] = episode.start_s;
    person.endsS[person.filled] = episode.end_s;
    person.kinds[person.filled] = kindOf(episode);
    person.filled += 1;
  }
  return people;
}

/** For each of so many pixels of a range the kind that fills most of it; -1: there is none. */
export function kindsOf(
  { startsS, endsS, kinds }: Stretches,
  { fromS, toS }: TimeRange,
  pixels: number,
): Int16Array {
  const pixelS = (toS - fromS) / pixels;
  const covered = new Float64Array(pixels);
  const chosen = new Int16Array(pixels).fill(-1);
  for (let row = 0; row < startsS.length; row++) {
    if (endsS[row] <= fromS || startsS[row] >= toS) continue;
    const last = Math.min(pixels - 1, Math.floor((endsS[row] - fromS) / pixelS));
    for (let pixel = Math.max(0, Math.floor((startsS[row] - fromS) / pixelS)); pixel <= last; pixel++) {
      const startS = fromS + pixel * pixelS;
      const share = Math.min(endsS[row], startS + pixelS) - Math.max(startsS[row], startS);
      if (share <= covered[pixel]) continue;
      covered[pixel] = share;
      chosen[pixel] = kinds[row];
    }
  }
  return chosen;
}
