import { type Report } from '@eyeline/client/browser';
import { useQuery } from '@tanstack/react-query';

import { client } from '../api/client.js';

/** The report of a completed analysis: it does not change any more. */
export const useReport = (id: string | null) =>
  useQuery({
    queryKey: ['report', id],
    queryFn: (): Promise<Report> => client.report(id ?? ''),
    enabled: id !== null,
    staleTime: Infinity,
  });
