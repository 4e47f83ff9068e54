import { type FaceMoment } from './frame-moment.js';
import { roundPercent, roundProbability } from './rounding.js';

/** Counts face observations: how many of those whose eyes can be read look at the camera. */
export class EyeContactShare {
  #known = 0;
  #unknown = 0;
  #looking = 0;

  add(face: FaceMoment): void {
    if (face.eyeContactUnknown) this.#unknown++;
    else this.#known++;
    if (face.eyeContact) this.#looking++;
  }

  /** `score`: percent, null where no eyes could be read; `unknownShare`: 0-1, null without an observation. */
  result(): { score: number | null; unknownShare: number | null } {
    const observations = this.#known + this.#unknown;
    return {
      score: this.#known === 0 ? null : roundPercent((100 * this.#looking) / this.#known),
      unknownShare: observations === 0 ? null : roundProbability(this.#unknown / observations),
    };
  }
}
