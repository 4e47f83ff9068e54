import { type Analysis, type Report } from '@eyeline/client/browser';
import { useQuery } from '@tanstack/react-query';

import { analysisKey } from '../../analyses/use-analysis.js';
import { client } from '../../api/client.js';
import { useReport } from '../../report/use-report.js';

export interface Side {
  readonly analysis: Analysis;
  readonly report: Report;
}

/** One of two analyses with its report; null while it is not there, or not chosen. */
export function useSide(id: string | null): { readonly side: Side | null; readonly error: Error | null } {
  const analysis = useQuery({
    queryKey: analysisKey(id ?? ''),
    queryFn: () => client.get(id ?? ''),
    enabled: id !== null,
  });
  const report = useReport(id);
  const isThere = id !== null && analysis.data !== undefined && report.data !== undefined;
  return {
    side: isThere ? { analysis: analysis.data, report: report.data } : null,
    error: id === null ? null : (analysis.error ?? report.error),
  };
}
