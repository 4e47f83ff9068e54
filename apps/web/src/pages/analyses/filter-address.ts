import { STATUSES } from '../../analyses/analysis-status.js';
import { type AnalysesFilter } from '../../analyses/use-analyses.js';

/** The query of the page's address; what is no filter is ignored. */
export function readFilter(search: string): AnalysesFilter {
  const query = new URLSearchParams(search);
  const status = STATUSES.find((known) => known === query.get('status'));
  const tag = query.get('tag')?.trim();
  return { ...(status === undefined ? {} : { status }), ...(tag === undefined || tag === '' ? {} : { tag }) };
}

/** @returns with the question mark, or nothing */
export function writeFilter({ status, tag }: AnalysesFilter): string {
  const query = new URLSearchParams();
  if (status !== undefined) query.set('status', status);
  if (tag !== undefined && tag !== '') query.set('tag', tag);
  return query.size === 0 ? '' : `?${query.toString()}`;
}
