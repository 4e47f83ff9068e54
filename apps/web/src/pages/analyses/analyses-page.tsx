import './analyses-page.css';

import { useLocation, useSearch } from 'wouter';

import { AnalysisRow } from '../../analyses/analysis-row.js';
import { useAnalyses } from '../../analyses/use-analyses.js';
import { useStrings } from '../../strings/language.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';
import { AnalysesFilterBar } from './analyses-filter-bar.js';
import { readFilter, writeFilter } from './filter-address.js';

/** All analyses of the project; the filter is part of the address, so that it can be shared and gone back to. */
export default function AnalysesPage() {
  const { analyses: t } = useStrings();
  const filter = readFilter(useSearch());
  const [, navigate] = useLocation();
  const { analyses, data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useAnalyses(filter);
  const isFiltered = filter.status !== undefined || filter.tag !== undefined;
  return (
    <Page
      title={t.title}
      actions={
        <ButtonLink href="/upload" look="primary" icon="upload">
          {t.upload}
        </ButtonLink>
      }
    >
      <AnalysesFilterBar
        key={filter.tag ?? ''}
        filter={filter}
        tags={[...new Set(analyses.flatMap(({ tag }) => tag ?? []))]}
        onChange={(next) => navigate(`/analyses${writeFilter(next)}`)}
      />
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && analyses.length === 0 && !isFiltered && (
        <EmptyState icon="film" title={t.none} text={t.noneText}>
          <ButtonLink href="/upload" icon="upload">
            {t.upload}
          </ButtonLink>
        </EmptyState>
      )}
      {data !== undefined && analyses.length === 0 && isFiltered && (
        <EmptyState icon="search" title={t.noneFound} text={t.noneFoundText}>
          <ButtonLink href="/analyses">{t.clear}</ButtonLink>
        </EmptyState>
      )}
      {analyses.length > 0 && (
        <ul className="list" aria-label={t.title}>
          {analyses.map((analysis) => (
            <AnalysisRow key={analysis.id} analysis={analysis} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? t.loadingMore : t.more}
        </Button>
      )}
    </Page>
  );
}
