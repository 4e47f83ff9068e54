import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';

import { nameOf } from '../../analyses/analysis-name.js';
import { analysisKey } from '../../analyses/use-analysis.js';
import { client } from '../../api/client.js';

/** Leads to an analysis of which only the id is known: by its name, or by the id until that is known and when it is gone. */
export function AnalysisLink({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: analysisKey(id),
    queryFn: () => client.get(id),
    staleTime: Infinity,
  });
  return (
    <Link href={`/analyses/${id}`} title={id}>
      {data === undefined ? id : nameOf(data)}
    </Link>
  );
}
