import { type Me } from '@eyeline/client/browser';
import { useQuery } from '@tanstack/react-query';

import { client } from '../api/client.js';

export const ME_KEY = ['me'] as const;

/** Who is signed in and what this installation can do; fails with 401 where one has to sign in. */
export const useMeQuery = (refetchInterval: number | false = false) =>
  useQuery({
    ...{ queryKey: ME_KEY, queryFn: () => client.me(), staleTime: 5 * 60_000 },
    ...{ refetchInterval, refetchIntervalInBackground: true },
  });

const KEEP_EVERY_MS = 60_000;

/**
 * Asks once a minute while it is on: a sign-in lasts as long as requests use it, and what goes over an open WebSocket is
 * none, nor can it bring the cookie anew.
 */
export function useKeptSignIn(isOn: boolean): void {
  useMeQuery(isOn ? KEEP_EVERY_MS : false);
}

/** The same where the session is known to be there, which is everywhere within `RequireSession`. */
export function useMe(): Me {
  const { data } = useMeQuery();
  if (data === undefined) throw new Error('useMe outside of RequireSession');
  return data;
}

/** Whether the key allows something. */
export const useCan = (scope: Me['scopes'][number]): boolean => useMe().scopes.includes(scope);
