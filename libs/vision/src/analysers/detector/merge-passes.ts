import { type FaceCandidate, intersectionOverUnion } from './decode-face-grid.js';

/** Faces with a longer side than this, in pixels of the larger look, are read from the smaller one. */
export const NEAR = 275;

/** A face that the larger look alone sees needs at least this score: lettering reaches less. */
const LARGE_ALONE_SCORE = 0.6;

/** Two boxes of two looks that overlap by more show the same face. */
const SAME = 0.3;

/**
 * One list from a look at a small copy of a picture and one at a large copy; overlaps may remain.
 *
 * @param nearSide side in pixels of the picture from which a face is better read from the small copy
 */
export function mergePasses(
  small: readonly FaceCandidate[],
  large: readonly FaceCandidate[],
  nearSide: number,
): FaceCandidate[] {
  const isNear = ({ w, h }: FaceCandidate): boolean => Math.max(w, h) > nearSide;
  const seenInBoth = (face: FaceCandidate, others: readonly FaceCandidate[]): boolean =>
    others.some((other) => intersectionOverUnion(face, other) > SAME);
  const fromLarge = large.filter(
    (face) => !isNear(face) && (face.score >= LARGE_ALONE_SCORE || seenInBoth(face, small)),
  );
  const fromSmall = small.filter((face) => isNear(face) || !seenInBoth(face, fromLarge));
  return [...fromLarge, ...fromSmall];
}
