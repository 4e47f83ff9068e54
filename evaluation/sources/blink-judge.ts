import { type FrameObservation } from '@eyeline/contracts';

import { addBlinks, type BlinkTally, countBlinks } from '../measures/blinks.js';
import { type ClipTruth, type PersonTruth, type TruthRange } from './clip-truth.js';
import { ClosureFinder } from './closure-finder.js';
import { matchPeople } from './match-people.js';

export const knowsBlinks = ({ people }: ClipTruth): boolean => people.some(({ blinks }) => blinks !== null);

/** Holds the blinks that were seen in every frame of a clip against those of its truth. */
export class BlinkJudge {
  private readonly finders: ReadonlyMap<PersonTruth, ClosureFinder>;

  /** @param sourceWidth pixels of the upright video, which regions are given in */
  constructor(
    private readonly truth: ClipTruth,
    private readonly sourceWidth: number,
  ) {
    this.finders = new Map(truth.people.map((person) => [person, new ClosureFinder()]));
  }

  /** Frames come in the order of time. Who is not there for sure blinks nowhere. */
  add({ tS, faces }: FrameObservation): void {
    const zoom = this.sourceWidth / this.truth.width;
    for (const { person, segment, face } of matchPeople(this.truth.people, faces, tS, zoom)) {
      const isShut = segment?.face_present === true && face?.eyesOpen === false;
      this.finders.get(person)!.add(tS, isShut);
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
