import { type components, type QueueLoad, type Worker } from '@eyeline/client/browser';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

import { client } from '../../api/client.js';

/** While somebody looks: nothing is asked for in a tab that is hidden. */
export const POLL_MS = 4000;

const JOBS_PAGE = 20;

export const FAILED_JOBS_KEY = ['operate', 'failed-jobs'] as const;

export const useQueues = () =>
  useQuery({
    queryKey: ['operate', 'queues'],
    queryFn: (): Promise<QueueLoad[]> => client.admin.queues(),
    refetchInterval: POLL_MS,
  });

export const useWorkers = () =>
  useQuery({
    queryKey: ['operate', 'workers'],
    queryFn: (): Promise<Worker[]> => client.admin.workers(),
    refetchInterval: POLL_MS,
  });

type FailedJobList = components['schemas']['FailedJobList'];

/** What failed last comes first, as many pages as were asked for. */
export const useFailedJobs = () =>
  useInfiniteQuery({
    queryKey: FAILED_JOBS_KEY,
    queryFn: async ({ pageParam, signal }): Promise<FailedJobList> => {
      const params = { query: { limit: JOBS_PAGE, cursor: pageParam } };
      const { data } = await client.api.GET('/v1/admin/jobs', { params, signal });
      return data as FailedJobList;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ data }) => data),
    refetchInterval: POLL_MS,
  });
