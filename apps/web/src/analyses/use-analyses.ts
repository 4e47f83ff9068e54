import { type Analysis, type AnalysisList } from '@eyeline/client/browser';
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';

import { client } from '../api/client.js';
import { type AnalysisStatus, isRunning } from './analysis-status.js';

export interface AnalysesFilter {
  readonly status?: AnalysisStatus;
  readonly tag?: string;
}

export const ANALYSES_KEY = ['analyses'] as const;

/** What the query of a list keeps. */
export type AnalysisPages = InfiniteData<AnalysisList, string | undefined>;

const PAGE_SIZE = 20;

/** One question for all that run costs less than a stream for each: browsers hold six connections to a host. */
const RUNNING_MS = 1500;
/** What others start shows within this time. */
const IDLE_MS = 10_000;

/** Newest first, as many pages as were asked for, kept up to date while somebody looks. */
export function useAnalyses(filter: AnalysesFilter, pageSize = PAGE_SIZE) {
  const query = useInfiniteQuery({
    queryKey: [...ANALYSES_KEY, filter, pageSize],
    queryFn: async ({ pageParam, signal }): Promise<AnalysisList> => {
      const params = { query: { ...filter, limit: pageSize, cursor: pageParam } };
      const { data } = await client.api.GET('/v1/analyses', { params, signal });
      return data as AnalysisList;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) =>
      allOf(state.data?.pages).some(({ status }) => isRunning(status)) ? RUNNING_MS : IDLE_MS,
  });
  return { ...query, analyses: allOf(query.data?.pages) };
}

/** Each once: while new ones come, the pages may overlap for a moment. */
function allOf(pages: readonly AnalysisList[] = []): Analysis[] {
  return [...new Map(pages.flatMap(({ data }) => data).map((analysis) => [analysis.id, analysis])).values()];
}

/** The pages of a list without one analysis. */
export function without(known: AnalysisPages | undefined, id: string): AnalysisPages | undefined {
  return (
    known && {
      ...known,
      pages: known.pages.map((page) => ({
        ...page,
        data: page.data.filter((analysis) => analysis.id !== id),
      })),
    }
  );
}
