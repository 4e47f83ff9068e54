import { EMOTIONS, type Emotion } from '../emotions/emotions.js';
import { EMOTION_COUNT, type FrameSeries, REGION_SIZE } from './frame-series.js';

/** A person in one frame. */
export interface SeenPerson {
  readonly faceId: number;
  readonly region: readonly [x: number, y: number, w: number, h: number];
  readonly emotion: Emotion;
  /** Smoothed probability of that emotion. */
  readonly confidence: number;
  readonly hasEyeContact: boolean;
  /** The eyes cannot be read. */
  readonly isEyeContactUnknown: boolean;
  readonly isUncertain: boolean;
}

/** How many values of a sorted column are below a value. */
export function countBelow(sorted: Float64Array | Uint32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The frame nearest in time, the earlier one of two; -1: none within `maxS`. */
export function nearestFrame(frameTimesS: Float64Array, timeS: number, maxS: number): number {
  const after = countBelow(frameTimesS, timeS);
  const candidates = [after - 1, after].filter((frame) => frame >= 0 && frame < frameTimesS.length);
  const distanceOf = (frame: number): number => Math.abs(frameTimesS[frame] - timeS);
  return candidates.reduce(
    (best, frame) =>
      distanceOf(frame) <= maxS && (best === -1 || distanceOf(frame) < distanceOf(best)) ? frame : best,
    -1,
  );
}

/** Who is seen in the frame nearest to a time; nobody where there is no frame within `maxS`. */
export function facesAt({ frameTimesS, people }: FrameSeries, timeS: number, maxS: number): SeenPerson[] {
  const frame = nearestFrame(frameTimesS, timeS, maxS);
  if (frame === -1) return [];
  return people.flatMap((person) => {
    const row = countBelow(person.frames, frame);
    if (person.frames[row] !== frame) return [];
    const values = person.emotions.subarray(row * EMOTION_COUNT, (row + 1) * EMOTION_COUNT);
    const best = values.indexOf(Math.max(...values));
    const [x, y, w, h] = person.regions.subarray(row * REGION_SIZE, (row + 1) * REGION_SIZE);
    return {
      faceId: person.faceId,
      region: [x, y, w, h] as const,
      emotion: EMOTIONS[best],
      confidence: values[best],
      hasEyeContact: person.hasEyeContact[row] === 1,
      isEyeContactUnknown: person.isEyeContactUnknown[row] === 1,
      isUncertain: person.isUncertain[row] === 1,
    };
  });
}
