import { type FaceObservation } from '@eyeline/contracts';
import { assignPairs, sameFaceEvidence } from '@eyeline/vision';

import { type KnownFace } from './session-state.js';

/** Without times, frames are taken to come at the rate that smoothing is defined by. */
const FRAMES_PER_S = 5;

/**
 * Which known face each face of a frame is: those pairs whose evidence from place, size and look is largest in all. One
 * known face and one seen are the same in any case, so that whoever is alone keeps one average, however he moves.
 *
 * @returns for each face seen the index of the known one, or -1
 */
export function recogniseFaces(
  known: readonly KnownFace[],
  seen: readonly FaceObservation[],
  tS: number | null,
  picture: { readonly width: number; readonly height: number },
): number[] {
  if (known.length === 1 && seen.length === 1) return [0];
  if (known.length === 0) return seen.map(() => -1);
  return assignPairs(
    seen.map((face) => known.map((one) => sameFaceEvidence(one, face, absenceS(one, tS), picture))),
  );
}

const absenceS = ({ seenS, missed }: KnownFace, tS: number | null): number =>
  tS === null || seenS === null ? (missed + 1) / FRAMES_PER_S : Math.max(0, tS - seenS);
