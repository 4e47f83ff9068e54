import '../../report/report-section.css';

import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { Loading } from '../../ui/loading.js';
import { Problem } from '../../ui/problem.js';

interface OperateSectionProps<T> {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  /** Beside the title. */
  readonly actions?: ReactNode;
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}

/** A part of the page with an answer of its own: what came last stays when the next question goes wrong. */
export function OperateSection<T>({ id, title, hint, actions, query, children }: OperateSectionProps<T>) {
  const { data, error, refetch } = query;
  return (
    <section className="report-section card" aria-labelledby={id}>
      <div className="operate-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {hint !== undefined && <p className="report-hint">{hint}</p>}
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && children(data)}
    </section>
  );
}
