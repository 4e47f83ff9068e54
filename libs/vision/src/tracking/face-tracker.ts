import { type FaceObservation } from '@eyeline/contracts';

import { assignPairs } from './assign-pairs.js';
import { fitMotion, fitPlace, regionOf, type FaceMotion } from './face-motion.js';
import { overlap } from './overlap.js';
import { LIFE, LOG_SIZE_RANGE, MOTION, PLACE, SCORES, STITCH } from './tracking-parameters.js';
import { Tracklet } from './tracklet.js';

/** What a detection that belongs to no tracklet gets. */
export const NO_TRACKLET = -1;

/**
 * Follows faces from frame to frame: the detections of a frame and the tracklets alive are paired so that the sum
 * of the evidence is largest, first the sure detections, then the weak ones for tracklets that are left
 * (ByteTrack, Zhang et al. 2022). The evidence for a pair is the log of how much more probable it is that the
 * tracklet's person is seen there than that somebody new is: from the place and size that a Kalman filter
 * predicts, and from the look. Ids come later (stitch-tracklets.ts).
 */
export class FaceTracker {
  #alive: Tracklet[] = [];
  readonly #ended: Tracklet[] = [];
  #begun = 0;
  #frames = 0;
  #previousS = -Infinity;
  readonly #newFaceLogDensity: number;

  /** @param picture pixels of the upright video: a new face may appear anywhere in it */
  constructor(picture: { readonly width: number; readonly height: number }) {
    this.#newFaceLogDensity = -Math.log(picture.width * picture.height * LOG_SIZE_RANGE);
  }

  /** One frame, in order of time -> for each of its faces the index of its tracklet, or `NO_TRACKLET`. */
  add(tS: number, faces: readonly FaceObservation[]): number[] {
    this.#frames++;
    this.#endLost(tS);
    // A fixed order of our own: equal evidence must not be decided by the order the detector gives.
    const order = faces.map((_, i) => i).sort((a, b) => compareFaces(faces[a], faces[b]));
    const result = new Array<number>(faces.length).fill(NO_TRACKLET);
    const predicted = new Map(this.#alive.map((tracklet) => [tracklet, tracklet.motionAt(tS)]));

    const pair = (candidates: number[], tracklets: Tracklet[], allowed: PairRule = always) => {
      const gains = tracklets.map((tracklet) =>
        candidates.map((i) => {
          const motion = predicted.get(tracklet)!;
          return allowed(motion, faces[i]) ? this.#evidence(tracklet, tS, motion, faces[i]) : -Infinity;
        }),
      );
      assignPairs(gains).forEach((column, row) => {
        if (column >= 0) result[candidates[column]] = tracklets[row].index;
      });
    };

    pair(
      order.filter((i) => faces[i].score >= SCORES.start),
      this.#alive,
    );
    const taken = new Set(result);
    pair(
      order.filter((i) => faces[i].score >= SCORES.keep && faces[i].score < SCORES.start),
      this.#alive.filter(({ index, lastSeenS }) => !taken.has(index) && tS - lastSeenS <= LIFE.maxWeakGapS),
      (motion, face) => overlap(regionOf(motion), face.region) >= LIFE.minWeakOverlap,
    );

    const alive = new Map(this.#alive.map((tracklet) => [tracklet.index, tracklet]));
    for (const i of order) {
      const face = faces[i];
      if (result[i] !== NO_TRACKLET) {
        const crowded = faces.some((other) => other !== face && overlap(other.region, face.region) > 0);
        alive.get(result[i])!.see(tS, face, crowded);
      } else if (face.score >= SCORES.start) {
        const tracklet = new Tracklet(this.#begun++, tS, face);
        this.#alive.push(tracklet);
        result[i] = tracklet.index;
      }
    }
    this.#previousS = tS;
    return result;
  }

  /** How many tracklets there were, and those that are more than noise, in order of their first sight. */
  finish(): { readonly begun: number; readonly tracklets: Tracklet[] } {
    this.#endLost(Infinity);
    const tracklets = this.#ended.filter((tracklet) => this.#isMoreThanNoise(tracklet));
    return { begun: this.#begun, tracklets: tracklets.sort((a, b) => a.index - b.index) };
  }

  /** Ends what has not been seen for long, and forgets noise: a flickering picture must not fill the memory. */
  #endLost(tS: number): void {
    const isLost = ({ lastSeenS, hits }: Tracklet) => {
      const lostS = tS - lastSeenS;
      // Seen in the very frame before: nothing speaks for its end, however far apart sampling sets the frames.
      if (lastSeenS === this.#previousS) return lostS > STITCH.maxGapS;
      return lostS > (hits < LIFE.confirmHits ? LIFE.maxLostNewS : LIFE.maxLostS);
    };
    this.#ended.push(
      ...this.#alive.filter((tracklet) => isLost(tracklet) && this.#isMoreThanNoise(tracklet)),
    );
    this.#alive = this.#alive.filter((tracklet) => !isLost(tracklet));
  }

  /** A single sight is as good as always a false face; a video of one or two frames offers no more. */
  #isMoreThanNoise({ hits }: Tracklet): boolean {
    return hits >= Math.min(2, Math.ceil(this.#frames / 2));
  }

  #evidence(
    tracklet: Tracklet,
    tS: number,
    motion: FaceMotion,
    { region, appearance }: FaceObservation,
  ): number {
    let { logDensity, distance2 } = fitMotion(motion, region);
    // A course tells little about where somebody is seconds later: most people just stayed.
    if (tS - tracklet.lastSeenS >= PLACE.minGapS) {
      const place = fitPlace(tracklet.lastRegion, region);
      logDensity = Math.max(logDensity, place.logDensity);
      distance2 = Math.min(distance2, place.distance2);
    }
    if (distance2 > MOTION.gate) return -Infinity;
    return (
      Math.min(logDensity - this.#newFaceLogDensity, MOTION.most) +
      tracklet.appearance.evidence(tS, appearance)
    );
  }
}

/** Whether a pair is thought of at all, from the predicted place and the face. */
type PairRule = (predicted: FaceMotion, face: FaceObservation) => boolean;

const always: PairRule = () => true;

/** Left to right, then top to bottom. */
function compareFaces(a: FaceObservation, b: FaceObservation): number {
  return a.region.x - b.region.x || a.region.y - b.region.y || b.score - a.score || a.region.w - b.region.w;
}
