import { EyelineError } from '@eyeline/client/browser';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { ME_KEY } from '../session/me.js';

/** What answers have in common: the client retries by itself, and a session that has ended is noticed wherever it shows. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown, queryKey?: readonly unknown[]): void => {
    if (!(error instanceof EyelineError) || error.status !== 401 || queryKey?.[0] === ME_KEY[0]) return;
    void queryClient.invalidateQueries({ queryKey: ME_KEY });
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, { queryKey }) => onError(error, queryKey) }),
    mutationCache: new MutationCache({ onError: (error) => onError(error) }),
    defaultOptions: { queries: { retry: false, staleTime: 2000 }, mutations: { retry: false } },
  });
  return queryClient;
}
