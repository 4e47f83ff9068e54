import { SeededRandom } from './seeded-random.js';

/** The share that is held out. */
const HELD_OUT = 0.2;

/** Of fewer faces a label, nothing can be held out and something learned. */
export const MIN_FACES = 5;

/** Holds out a fifth of each label, and one at least; both parts stay in their order. */
export function splitFaces<T extends { readonly label: number }>(
  faces: readonly T[],
  labels: number,
  seed: number,
): { training: T[]; heldOut: T[] } {
  const random = new SeededRandom(seed);
  const held = new Set<number>();
  for (let label = 0; label < labels; label++) {
    const places = [...faces.keys()].filter((i) => faces[i].label === label);
    const count = Math.max(1, Math.round(HELD_OUT * places.length));
    random.shuffle(places, count);
    for (const place of places.slice(0, count)) held.add(place);
  }
  return {
    training: faces.filter((_, i) => !held.has(i)),
    heldOut: faces.filter((_, i) => held.has(i)),
  };
}
