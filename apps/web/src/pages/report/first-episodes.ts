import { type Report } from '@eyeline/client/browser';

import { type Emotion } from '../../emotions/emotions.js';

/** A stretch of an expression, or of looking into the camera. */
export interface ListedEpisode {
  readonly face_id: number;
  readonly start_s: number;
  readonly end_s: number;
  readonly kind: Emotion | 'eye-contact';
}

/**
 * The first episodes of one person (null: of everybody) in order of time, and how many there are in all. Both lists of a
 * report are in that order: of hours of video, no more than what is shown is made.
 */
export function firstEpisodes(
  { episodes, eye_contact: { episodes: looks } }: Pick<Report, 'episodes' | 'eye_contact'>,
  faceId: number | null,
  count: number,
): { readonly episodes: readonly ListedEpisode[]; readonly total: number } {
  const isOf = ({ face_id: id }: { readonly face_id: number }): boolean => faceId === null || id === faceId;
  const first: ListedEpisode[] = [];
  let [episode, look] = [skip(episodes, 0, isOf), skip(looks, 0, isOf)];
  while (first.length < count && (episode < episodes.length || look < looks.length)) {
    if (look === looks.length || (episode < episodes.length && !isBefore(looks[look], episodes[episode]))) {
      first.push({ ...episodes[episode], kind: episodes[episode].emotion });
      episode = skip(episodes, episode + 1, isOf);
    } else {
      first.push({ ...looks[look], kind: 'eye-contact' });
      look = skip(looks, look + 1, isOf);
    }
  }
  return { episodes: first, total: countOf(episodes, isOf) + countOf(looks, isOf) };
}

type Placed = Omit<ListedEpisode, 'kind'>;

const isBefore = (a: Placed, b: Placed): boolean =>
  a.start_s < b.start_s || (a.start_s === b.start_s && a.face_id < b.face_id);

/** The next place, from one on, that is wanted; the length when there is none. */
function skip(list: readonly Placed[], from: number, isWanted: (entry: Placed) => boolean): number {
  let at = from;
  while (at < list.length && !isWanted(list[at])) at += 1;
  return at;
}

const countOf = (list: readonly Placed[], isWanted: (entry: Placed) => boolean): number =>
  list.reduce((count, entry) => count + Number(isWanted(entry)), 0);
