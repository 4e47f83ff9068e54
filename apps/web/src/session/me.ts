import { type Me } from '@eyeline/client/browser';
import { useQuery } from '@tanstack/react-query';

import { client } from '../api/client.js';

export const ME_KEY = ['me'] as const;

/** Who is signed in and what this installation can do; fails with 401 where one has to sign in. */
export const useMeQuery = () =>
  useQuery({ queryKey: ME_KEY, queryFn: () => client.me(), staleTime: 5 * 60_000 });

/** The same where the session is known to be there, which is everywhere within `RequireSession`. */
export function useMe(): Me {
  const { data } = useMeQuery();
  if (data === undefined) throw new Error('useMe outside of RequireSession');
  return data;
}

/** Whether the key allows something. */
export const useCan = (scope: Me['scopes'][number]): boolean => useMe().scopes.includes(scope);
