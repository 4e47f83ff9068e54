import { type Report } from '@eyeline/client/browser';

import { type Emotion, EMOTIONS } from '../../emotions/emotions.js';

/** Less is told of two videos as well as of two halves of one. */
export const WORTH_POINTS = 5;

export interface Difference {
  readonly what: 'eyeContact' | Emotion;
  /** B - A, in points of percent. */
  readonly points: number;
}

type Compared = Pick<Report, 'eye_contact_score' | 'average_emotion_scores' | 'overall_dominant_emotion'>;

/** What differs by `WORTH_POINTS` or more, the largest first. Nothing is compared with a video in which nobody was seen. */
export function differencesOf(a: Compared, b: Compared): Difference[] {
  if (a.overall_dominant_emotion === null || b.overall_dominant_emotion === null) return [];
  const all: Difference[] = EMOTIONS.map((what) => ({
    what,
    points: b.average_emotion_scores[what] - a.average_emotion_scores[what],
  }));
  if (a.eye_contact_score !== null && b.eye_contact_score !== null) {
    all.unshift({ what: 'eyeContact', points: b.eye_contact_score - a.eye_contact_score });
  }
  return all
    .filter(({ points }) => Math.abs(points) >= WORTH_POINTS)
    .sort((x, y) => Math.abs(y.points) - Math.abs(x.points));
}

/** Whether the same networks looked, to the last bit. */
export function hasSameNetworks(a: Pick<Report, 'models'>, b: Pick<Report, 'models'>): boolean {
  const sums = ({ models }: Pick<Report, 'models'>): string =>
    models
      .map(({ role, sha256 }) => `${role} ${sha256}`)
      .sort()
      .join();
  return sums(a) === sums(b);
}

type Sampled = Pick<Report, 'sampling' | 'video'>;

/** Whether both were looked at equally often, within a twentieth. */
export function hasSameSampling(a: Sampled, b: Sampled): boolean {
  const [one, other] = [framesPerS(a), framesPerS(b)];
  return Math.abs(one - other) <= 0.05 * Math.max(one, other);
}

/** 0 frames a second stands for every frame. */
const framesPerS = ({ sampling: { fps, frame_interval: interval }, video }: Sampled): number =>
  fps === null || fps === 0 ? video.fps / (interval ?? 1) : fps;
