import './home-page.css';

import { Link } from 'wouter';

import { AnalysisRow } from '../../analyses/analysis-row.js';
import { useAnalyses } from '../../analyses/use-analyses.js';
import { ResponsibleUse } from '../../notice/responsible-use.js';
import { useStrings } from '../../strings/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Icon } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';

const WAYS = [
  { name: 'upload', href: '/upload' },
  { name: 'live', href: '/live' },
  { name: 'compare', href: '/compare' },
] as const;

const NO_FILTER = {};

/** Where to go from here, and what happened last. */
export function HomePage() {
  const { home: t, analyses: words } = useStrings();
  const { analyses, data, error, refetch } = useAnalyses(NO_FILTER, 5);
  return (
    <Page title={t.title} lead={t.lead}>
      <ul className="ways">
        {WAYS.map(({ name, href }) => (
          <li key={name}>
            <Link href={href} className="way card">
              <Icon name={name} />
              <strong>{t[name]}</strong>
              <span>{t[`${name}Text`]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <ResponsibleUse isOpen />
      <section className="recent">
        <div className="recent-head">
          <h2>{t.recent}</h2>
          <Link href="/analyses">{t.all}</Link>
        </div>
        {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
        {data !== undefined && analyses.length === 0 && (
          <EmptyState icon="film" title={words.none} text={words.noneText} />
        )}
        {analyses.length > 0 && (
          <ul className="list">
            {analyses.map((analysis) => (
              <AnalysisRow key={analysis.id} analysis={analysis} />
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}
