import { type Analysis } from '@eyeline/client/browser';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { client } from '../api/client.js';
import { isRunning } from './analysis-status.js';
import { followAnalysis } from './follow-analysis.js';

export const analysisKey = (id: string) => ['analysis', id] as const;

const POLL_MS = 1500;

/** One analysis, up to date: by its events while it runs, or by asking where no further stream may be opened. */
export function useAnalysis(id: string) {
  const queryClient = useQueryClient();
  const [isFollowed, setIsFollowed] = useState(false);
  const query = useQuery({
    queryKey: analysisKey(id),
    queryFn: () => client.get(id),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isRunning(data.status) && !isFollowed ? POLL_MS : false,
  });
  const runs = query.data !== undefined && isRunning(query.data.status);
  useEffect(() => {
    if (!runs) return undefined;
    const stop = followAnalysis(
      id,
      (analysis) => queryClient.setQueryData<Analysis>(analysisKey(id), analysis),
      setIsFollowed,
    );
    return stop ?? undefined;
  }, [id, runs, queryClient]);
  return query;
}
