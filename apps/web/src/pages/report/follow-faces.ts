import { type Playhead } from '../../charts/playhead.js';
import { type SeenPerson } from '../../frames/faces-at.js';
import { type FramesReader } from '../../frames/frames-reader.js';

/**
 * Tells who is seen where the playhead stands, now and whenever it moves, until it is left. One question at a time: of the
 * places passed meanwhile only the newest one counts.
 *
 * @returns leaves
 */
export function followFaces(
  playhead: Playhead,
  frames: Pick<FramesReader, 'facesAt'>,
  maxS: number,
  tell: (people: readonly SeenPerson[]) => void,
): () => void {
  let isLeft = false;
  let isAsking = false;
  let hasMoved = false;
  const ask = (): void => {
    hasMoved = isAsking;
    if (isAsking) return;
    isAsking = true;
    void frames.facesAt(playhead.get(), maxS).then((people) => {
      isAsking = false;
      if (isLeft) return;
      tell(people);
      if (hasMoved) ask();
    });
  };
  ask();
  const leave = playhead.subscribe(ask);
  return () => {
    isLeft = true;
    leave();
  };
}
