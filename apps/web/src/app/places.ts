import { type Me } from '@eyeline/client/browser';

interface Place {
  readonly href: string;
  /** Whose key does not have it is not led there. */
  readonly scope?: Me['scopes'][number];
}

/** Where the navigation leads: a page of `routes.tsx` that is named here is shown there. */
export const PLACES = {
  analyses: { href: '/analyses' },
  upload: { href: '/upload' },
  live: { href: '/live' },
  compare: { href: '/compare' },
  operate: { href: '/operate', scope: 'admin' },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** The places that a key leads to, in order. */
export const placesFor = ({ scopes }: Me): [PlaceName, Place][] =>
  (Object.entries(PLACES) as [PlaceName, Place][]).filter(
    ([, { scope }]) => scope === undefined || scopes.includes(scope),
  );
