import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { type FaceCandidate, suppressOverlaps } from './decode-face-grid.js';
import { FaceDetector, SAME_FACE_OVERLAP } from './face-detector.js';
import { pictureInput } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { mergePasses, NEAR } from './merge-passes.js';

/** Longer side of the first look, pixels: enough for one or two people in a picture. */
export const FIRST_SIDE = 320;

/** Longer side of the second look. */
export const SECOND_SIDE = 640;

/** What the first look shows from here on may be a face; from the second score on it surely is one. */
const CANDIDATE_SCORE = 0.4;
const SURE_SCORE = 0.6;

/** Faces that are handed on. The tracker starts a track at a higher score and keeps one at this. */
export const MIN_SCORE = 0.5;

/**
 * Finds the faces of a picture: always a look at a copy of 320 pixels, and one at 640 as well unless that shows one face for
 * sure, or nothing that may be one. Most pictures of one person or of nobody need no more than the first.
 */
export class FaceFinder {
  private readonly first: FaceDetector;
  /** Null with a network that takes pictures of one size alone: it sees all there is at the first look. */
  private readonly second: FaceDetector | null;

  constructor(session: ModelSession) {
    this.first = new FaceDetector(session, FIRST_SIDE);
    this.second =
      pictureInput(session.manifest).width === null ? new FaceDetector(session, SECOND_SIDE) : null;
  }

  /**
   * Faces with a score of at least `MIN_SCORE` of each picture, best first.
   *
   * @param pyramids pictures of one size
   */
  async find(pyramids: readonly LumaPyramid[]): Promise<FaceCandidate[][]> {
    const { width, height } = pyramids[0].picture;
    const side = Math.max(width, height);
    const found = await this.first.detect(pyramids, CANDIDATE_SCORE);
    const again = side > FIRST_SIDE ? [...pyramids.keys()].filter((i) => callsForMore(found[i])) : [];
    if (again.length > 0 && this.second !== null) {
      const near = Math.max(1, side / SECOND_SIDE) * NEAR;
      const large = await this.second.detect(
        again.map((i) => pyramids[i]),
        MIN_SCORE,
      );
      again.forEach((i, n) => {
        found[i] = suppressOverlaps(mergePasses(found[i], large[n], near), SAME_FACE_OVERLAP);
      });
    }
    return found.map((faces) => faces.filter(({ score }) => score >= MIN_SCORE));
  }
}

/** @param found best first */
const callsForMore = (found: readonly FaceCandidate[]): boolean =>
  found.length > 1 || (found.length === 1 && found[0].score < SURE_SCORE);
