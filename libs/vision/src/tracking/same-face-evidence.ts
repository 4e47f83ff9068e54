import { type Region } from '@eyeline/contracts';

import { appearanceEvidence, similarity } from './appearance.js';
import { fitPlace } from './face-motion.js';
import { LOG_SIZE_RANGE, MOTION } from './tracking-parameters.js';

/** Where a face is, and what it looks like. */
export interface KnownLook {
  readonly region: Region;
  readonly appearance: ArrayLike<number>;
}

/**
 * Log of how much more probable it is that a face is the one known, seen again after `gapS` seconds, than that it is
 * somebody new: for somebody who stayed about in place, without the course that the tracker of videos follows.
 *
 * @param picture pixels of the picture that both regions lie in: a new face may appear anywhere in it
 */
export function sameFaceEvidence(
  known: KnownLook,
  seen: KnownLook,
  gapS: number,
  picture: { readonly width: number; readonly height: number },
): number {
  const newFaceLogDensity = -Math.log(picture.width * picture.height * LOG_SIZE_RANGE);
  const { logDensity } = fitPlace(known.region, seen.region);
  return (
    Math.min(logDensity - newFaceLogDensity, MOTION.most) +
    appearanceEvidence(similarity(known.appearance, seen.appearance), gapS)
  );
}
