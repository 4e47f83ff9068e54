import { useQuery } from '@tanstack/react-query';

import { readReport } from './read-report.js';

/** The report of a completed analysis: it does not change any more. */
export const useReport = (id: string | null) =>
  useQuery({
    queryKey: ['report', id],
    queryFn: ({ signal }) => readReport(id ?? '', signal),
    enabled: id !== null,
    staleTime: Infinity,
    // Compared with the one before it entry by entry, a long one would hold up the page.
    structuralSharing: false,
  });
