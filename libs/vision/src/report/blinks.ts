import { type FaceSummary } from '@eyeline/contracts';

import { BlinkFinder } from './blink-finder.js';
import { type FaceMoment } from './frame-moment.js';
import { readLidOpening } from './lid-opening.js';
import { roundRate } from './rounding.js';

/** With fewer frames a second too many blinks fall between two frames. */
const LEAST_FPS = 10;

/** Whether blinks can be counted in frames that are so many seconds apart. */
export const showsBlinks = (stepS: number): boolean => stepS * LEAST_FPS <= 1.001;

/** One person's blinks. */
export class Blinks {
  private readonly finder = new BlinkFinder();
  private seenS = 0;

  /** @param scale analysed pixels a source pixel */
  constructor(private readonly scale: number) {}

  /** @param untilS up to when the frame speaks for the video */
  add(tS: number, untilS: number, { observation }: FaceMoment): void {
    const opening = readLidOpening(observation, this.scale);
    if (opening === null) return;
    this.seenS += untilS - tS;
    this.finder.add({ tS, untilS, opening });
  }

  /** Call it once, after the last frame. Null where the eyes were never large enough. */
  result(): FaceSummary['blinks'] {
    if (this.seenS === 0) return null;
    const count = this.finder.finish().length;
    return { count, per_minute: roundRate((60 * count) / this.seenS) };
  }
}
