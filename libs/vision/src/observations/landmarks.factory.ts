import { LANDMARKS_LENGTH } from '@eyeline/contracts';

import { RIGID_POINTS } from '../analysers/head-pose/canonical-face.js';

/** Points of the lids of both eyes, and where they are from side to side in the canonical face. */
const UPPER = [[37, -42], [38, -30], [43, 30], [44, 42]] as const; // prettier-ignore
const LOWER = [[41, -42], [40, -30], [47, 30], [46, 42]] as const; // prettier-ignore
const EYES_Y = -42;
const EYE_WIDTH = 28.5;

/** For specs: the landmarks of a face that looks straight ahead, 200 units of the canonical face wide and high, its lids so far apart by the width of an eye. */
export function landmarksWithLids(opening: number): Float32Array {
  const landmarks = new Float32Array(LANDMARKS_LENGTH);
  const put = (index: number, x: number, y: number): void =>
    landmarks.set([(x + 100) / 200, (y + 100) / 200], 2 * index);
  for (const { index, x, y } of RIGID_POINTS) put(index, x, y);
  const lid = (opening * EYE_WIDTH) / 2;
  for (const [index, x] of UPPER) put(index, x, EYES_Y - lid);
  for (const [index, x] of LOWER) put(index, x, EYES_Y + lid);
  return landmarks;
}
