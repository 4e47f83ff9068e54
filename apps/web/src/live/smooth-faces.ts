import { EMOTIONS, type EmotionValues } from '../emotions/emotions.js';

/** What smoothing needs of a face that was seen. */
export interface SeenFace {
  readonly region: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly emotions: EmotionValues;
}

interface KnownFace extends SeenFace {
  readonly seenAtS: number;
}

/** A face that was not seen for longer begins anew, as in sessions of the service. */
const FORGOTTEN_AFTER_S = 5;

/**
 * Smooths faces that belong to no session, of which the service keeps nothing between two pictures: by its own rule
 * (docs/live.md), the weight of a new frame is `1 - 0.8^(5 dt)`. A face is the one that was seen nearest before.
 */
export class FaceSmoother {
  private known: readonly KnownFace[] = [];

  /** @returns the smoothed emotions of each face, in the same order */
  take(faces: readonly SeenFace[], atS: number): EmotionValues[] {
    const left = this.known.filter(({ seenAtS }) => atS - seenAtS <= FORGOTTEN_AFTER_S);
    const now = faces.map((face): KnownFace => {
      const at = nearestIndex(left, face);
      const before = at === -1 ? undefined : left.splice(at, 1)[0];
      const emotions = before === undefined ? face.emotions : blend(before, face, atS - before.seenAtS);
      return { region: face.region, emotions, seenAtS: atS };
    });
    this.known = [...now, ...left];
    return now.map(({ emotions }) => emotions);
  }
}

function blend(before: SeenFace, face: SeenFace, passedS: number): EmotionValues {
  const weight = 1 - 0.8 ** (5 * passedS);
  return Object.fromEntries(
    EMOTIONS.map((name) => [name, before.emotions[name] * (1 - weight) + face.emotions[name] * weight]),
  ) as EmotionValues;
}

const middle = ({ region: { x, y, w, h } }: SeenFace): [number, number] => [x + w / 2, y + h / 2];

/** -1: none is nearer than the width of the face. */
function nearestIndex(known: readonly SeenFace[], face: SeenFace): number {
  const [x, y] = middle(face);
  const distances = known.map((other) => Math.hypot(middle(other)[0] - x, middle(other)[1] - y));
  const nearest = Math.min(...distances);
  return nearest <= face.region.w ? distances.indexOf(nearest) : -1;
}
