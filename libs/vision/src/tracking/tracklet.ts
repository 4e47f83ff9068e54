import { type FaceObservation, type Region } from '@eyeline/contracts';

import { AppearanceMemory } from './appearance.js';
import { correctMotion, predictMotion, startMotion, type FaceMotion } from './face-motion.js';
import { SCORES } from './tracking-parameters.js';

/** An unbroken piece of one person's way through the video. */
export class Tracklet {
  readonly firstRegion: Region;
  readonly appearance: AppearanceMemory;
  hits = 1;
  /** Sights with a score that would have begun a tracklet, as the first one did. */
  sureHits = 1;
  lastSeenS: number;
  lastRegion: Region;
  /** As it was when the face was last seen. */
  motion: FaceMotion;

  constructor(
    /** Place in the order of appearance of tracklets. */
    readonly index: number,
    readonly firstSeenS: number,
    face: FaceObservation,
  ) {
    this.firstRegion = face.region;
    this.lastRegion = face.region;
    this.lastSeenS = firstSeenS;
    this.motion = startMotion(face.region);
    this.appearance = new AppearanceMemory(firstSeenS, face.appearance);
  }

  motionAt(tS: number): FaceMotion {
    return predictMotion(this.motion, tS - this.lastSeenS);
  }

  /** @param crowded another face overlaps this one: what is seen may in part be that person */
  see(tS: number, face: FaceObservation, crowded: boolean): void {
    this.motion = correctMotion(this.motionAt(tS), face.region);
    if (!crowded && face.score >= SCORES.start) this.appearance.add(tS, face.appearance);
    this.hits++;
    if (face.score >= SCORES.start) this.sureHits++;
    this.lastSeenS = tS;
    this.lastRegion = face.region;
  }
}
