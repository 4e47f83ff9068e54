import { type Video, type VideoName, VIDEOS } from './videos.js';

/** What a client means to do with an analysis: see it end, or change its mind in the middle. */
export type Wish = 'keep' | 'cancel' | 'delete';

export interface Guest {
  readonly video: Video;
  readonly wish: Wish;
}

type Recipe = Partial<Record<VideoName | `${VideoName} ${Exclude<Wish, 'keep'>}`, number>>;

/** So many of each, spread evenly: any stretch of the line holds about the same mixture. */
export function invite(recipe: Recipe): Guest[] {
  return Object.entries(recipe)
    .flatMap(([entry, count]) => {
      const [name, wish = 'keep'] = entry.split(' ') as [VideoName, Wish?];
      return Array.from({ length: count }, (_, place) => ({
        guest: { video: VIDEOS[name], wish },
        order: (place + 0.5) / count,
      }));
    })
    .sort((a, b) => a.order - b.order)
    .map(({ guest }) => guest);
}

/** One of each, to see what becomes of it when nothing gets in the way. */
export const REHEARSAL = invite({ short: 1, long: 1, private: 1, text: 1, sound: 1, torn: 1 });

/** Before the fault: more than 50 are in flight when it comes. */
export const CROWD = invite({
  ...{ short: 30, long: 22, private: 6, text: 2, sound: 2, torn: 2 },
  ...{ 'long cancel': 4, 'long delete': 4 },
});

/** While the fault lasts. */
export const LATECOMERS = invite({
  short: 4,
  long: 2,
  private: 1,
  text: 1,
  'long cancel': 1,
  'long delete': 1,
});

/** Of the short form. */
export const FEW = invite({ short: 5, long: 2, private: 1, text: 1, 'long cancel': 1, 'long delete': 1 });
export const ONE_LATE = invite({ short: 1 });
