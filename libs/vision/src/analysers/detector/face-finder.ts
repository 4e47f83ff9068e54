import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { type FaceCandidate, suppressOverlaps } from '../../models/face-detector-gray/decode-face-grid.js';
import { FaceDetector, SAME_FACE_OVERLAP } from '../../models/face-detector-gray/face-detector.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { mergePasses, NEAR } from './merge-passes.js';

/** Longer side of the first look, pixels: enough for one or two people in a picture. */
const FIRST_SIDE = 320;

/** Longer side of the second look. */
const SECOND_SIDE = 640;

/** So many candidates with at least such a score in the first look, one of them surely a face, call for the second look. */
const GROUP = 2;
const GROUP_SCORE = 0.4;
const SURE_SCORE = 0.6;

/** Faces that are handed on. The tracker starts a track at a higher score and keeps one at this. */
export const MIN_SCORE = 0.5;

/**
 * Finds the faces of a picture: always a look at a copy of 320 pixels; when that shows a group, one at 640 as well.
 * The larger look finds small faces but takes lettering for faces, so it never looks for the first one.
 */
export class FaceFinder {
  private readonly first: FaceDetector;
  private readonly second: FaceDetector;

  constructor(session: ModelSession) {
    this.first = new FaceDetector(session, FIRST_SIDE);
    this.second = new FaceDetector(session, SECOND_SIDE);
  }

  /** Faces with a score of at least `MIN_SCORE`, best first. */
  async find(pyramid: LumaPyramid): Promise<FaceCandidate[]> {
    const small = await this.first.detect(pyramid, GROUP_SCORE);
    const { width, height } = pyramid.picture;
    const side = Math.max(width, height);
    const isGroup = small.length >= GROUP && small[0].score >= SURE_SCORE;
    if (!isGroup || side <= FIRST_SIDE) return small.filter(({ score }) => score >= MIN_SCORE);
    const large = await this.second.detect(pyramid, MIN_SCORE);
    const merged = mergePasses(small, large, Math.max(1, side / SECOND_SIDE) * NEAR);
    return suppressOverlaps(merged, SAME_FACE_OVERLAP).filter(({ score }) => score >= MIN_SCORE);
  }
}
