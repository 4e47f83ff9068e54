import { type FaceObservation } from '@eyeline/contracts';

import { takePairs } from '../../libs/vision/src/tracking/take-pairs.js';
import { type PersonTruth, type TruthSegment } from './clip-truth.js';

/** A person of the truth at one moment. */
export interface Match {
  readonly person: PersonTruth;
  /** Null where the truth says nothing of this moment. */
  readonly segment: TruthSegment | null;
  /** Null where the face was not found. */
  readonly face: FaceObservation | null;
}

/**
 * Which face is whose: the one that is nearest to a person's path, no farther than its own width; whoever can surely be
 * seen chooses first. A person without a path is alone, and has the largest face.
 *
 * @param faces the largest first
 * @param zoom pixels of the regions for one of the paths
 */
export function matchPeople(
  people: readonly PersonTruth[],
  faces: readonly FaceObservation[],
  tS: number,
  zoom: number,
): Match[] {
  const segments = people.map(
    ({ segments }) => segments.find(({ start_s, end_s }) => tS >= start_s && tS < end_s) ?? null,
  );
  const pairs = people.flatMap(({ path }, who) =>
    faces.flatMap((face, which) => {
      const { x, w } = face.region;
      const distance = path === undefined ? which : Math.abs(x + w / 2 - zoom * placeAt(path, tS));
      return path === undefined || distance <= w ? [{ from: who, to: which, distance }] : [];
    }),
  );
  const rank = ({ from }: { from: number }): number => (segments[from]?.face_present === true ? 0 : 1);
  pairs.sort((a, b) => rank(a) - rank(b) || a.distance - b.distance);
  const faceOf = takePairs(pairs);
  return people.map((person, who) => {
    const which = faceOf.get(who);
    return { person, segment: segments[who], face: which === undefined ? null : faces[which] };
  });
}

/** On the line between the two places around it in time; before the first and after the last one, there. */
function placeAt(path: NonNullable<PersonTruth['path']>, tS: number): number {
  const next = path.findIndex(({ t_s }) => t_s > tS);
  if (next === 0) return path[0].x;
  if (next === -1) return path[path.length - 1].x;
  const [from, to] = [path[next - 1], path[next]];
  return from.x + ((to.x - from.x) * (tS - from.t_s)) / (to.t_s - from.t_s);
}
