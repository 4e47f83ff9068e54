import { appearanceEvidence, similarity } from './appearance.js';
import { fitMotion, fitPlace } from './face-motion.js';
import { takePairs } from './take-pairs.js';
import { APPEARANCE, LOG_SIZE_RANGE, MOTION, STITCH } from './tracking-parameters.js';
import { type Tracklet } from './tracklet.js';

/**
 * Joins the pieces of a person's way: a later tracklet continues an earlier one when place, course and look make it
 * likely. Best pairs first; each piece has at most one continuation and continues at most one, and a continuation
 * begins after its predecessor's end, so that nobody is in two places at once.
 *
 * @param tracklets in order of their first sight
 * @returns the chains, each in order of time, in order of their first sight
 */
export function stitchTracklets(
  tracklets: readonly Tracklet[],
  picture: { readonly width: number; readonly height: number },
): Tracklet[][] {
  const links: { from: Tracklet; to: Tracklet; evidence: number }[] = [];
  for (const [i, from] of tracklets.entries()) {
    for (let j = i + 1; j < tracklets.length; j++) {
      const to = tracklets[j];
      const gapS = to.firstSeenS - from.lastSeenS;
      if (to.firstSeenS - from.lastSeenS > STITCH.maxGapS) break;
      if (gapS <= 0) continue;
      const evidence = continuationEvidence(from, to, picture);
      if (evidence >= STITCH.minEvidence) links.push({ from, to, evidence });
    }
  }
  links.sort((a, b) => b.evidence - a.evidence || a.from.index - b.from.index || a.to.index - b.to.index);

  const next = takePairs(links);
  const continues = new Set(next.values());
  return tracklets
    .filter((tracklet) => !continues.has(tracklet))
    .map((first) => {
      const chain = [first];
      for (let piece = next.get(first); piece !== undefined; piece = next.get(piece)) chain.push(piece);
      return chain;
    });
}

/** Log odds that `to` is the person of `from` rather than somebody new. */
function continuationEvidence(
  from: Tracklet,
  to: Tracklet,
  picture: { readonly width: number; readonly height: number },
): number {
  const anywhere = 1 / (picture.width * picture.height * LOG_SIZE_RANGE);
  const course = Math.exp(fitMotion(from.motionAt(to.firstSeenS), to.firstRegion).logDensity);
  const place = Math.exp(fitPlace(from.lastRegion, to.firstRegion).logDensity);
  const motion = (STITCH.samePlace * place + STITCH.sameCourse * course) / anywhere + STITCH.anywhere;
  const cosine = similarity(from.appearance.mean, to.appearance.mean);
  const gapS = Math.max(to.firstSeenS - from.lastSeenS, APPEARANCE.pieceGapS);
  return Math.min(Math.log(motion), MOTION.most) + appearanceEvidence(cosine, gapS);
}
