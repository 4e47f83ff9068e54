import { type FrameObservation } from '@eyeline/contracts';
import { BlinkFinder, readLidOpening } from '@eyeline/vision';

import { addBlinks, type BlinkTally, countBlinks } from '../measures/blinks.js';
import { type ClipTruth, type PersonTruth, type TruthRange } from './clip-truth.js';
import { matchPeople } from './match-people.js';

export const knowsBlinks = ({ people }: ClipTruth): boolean => people.some(({ blinks }) => blinks !== null);

export interface BlinkSettings {
  /** Pixels of the upright video, which regions are given in. */
  readonly sourceWidth: number;
  /** Analysed pixels a source pixel. */
  readonly scale: number;
  /** Between two frames. */
  readonly stepS: number;
}

/** Holds the blinks that reports count, in every frame of a clip, against those of its truth. */
export class BlinkJudge {
  private readonly finders: ReadonlyMap<PersonTruth, BlinkFinder>;

  constructor(
    private readonly truth: ClipTruth,
    private readonly settings: BlinkSettings,
  ) {
    this.finders = new Map(truth.people.map((person) => [person, new BlinkFinder()]));
  }

  /** Frames come in the order of time. Who is not there for sure blinks nowhere. */
  add({ tS, faces }: FrameObservation): void {
    const { sourceWidth, scale, stepS } = this.settings;
    const zoom = sourceWidth / this.truth.width;
    for (const { person, segment, face } of matchPeople(this.truth.people, faces, tS, zoom)) {
      if (segment?.face_present !== true || face === null) continue;
      const opening = readLidOpening(face, scale);
      if (opening !== null) this.finders.get(person)!.add({ tS, untilS: tS + stepS, opening });
    }
  }

  finish(): BlinkTally {
    const tallies = [...this.finders].flatMap(([{ blinks, blinks_unknown }, finder]) =>
      blinks === null
        ? []
        : [
            countBlinks(finder.finish(), {
              blinks: blinks.map(toStretch),
              unknown: blinks_unknown.map(toStretch),
            }),
          ],
    );
    return addBlinks(tallies);
  }
}

const toStretch = ({ start_s, end_s }: TruthRange) => ({ startS: start_s, endS: end_s });
