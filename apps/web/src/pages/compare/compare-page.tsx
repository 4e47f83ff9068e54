import '../../report/report-section.css';
import './compare-page.css';

import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';

import { nameOf } from '../../analyses/analysis-name.js';
import { useStrings } from '../../strings/language.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';
import { NumbersTable } from './numbers-table.js';
import { readPair, writePair } from './pair-address.js';
import { PairForm } from './pair-form.js';
import { StatedDifferences } from './stated-differences.js';
import { Timelines } from './timelines.js';
import { useSide } from './use-side.js';

/** Two analyses side by side; which ones is part of the address, so that it can be shared. */
export default function ComparePage() {
  const { compare: t } = useStrings();
  const pair = readPair(useSearch());
  const [, navigate] = useLocation();
  const [{ side: a, error: errorA }, { side: b, error: errorB }] = [useSide(pair.a), useSide(pair.b)];
  const sides = useMemo(() => [a, b].filter((side) => side !== null), [a, b]);
  const errors = [errorA, errorB].filter((error) => error !== null);
  const isChosen = pair.a !== null && pair.b !== null;
  return (
    <Page width="wide" title={t.title} lead={t.lead}>
      <PairForm
        pair={pair}
        chosen={sides.map(({ analysis }) => analysis)}
        onChange={(next) => navigate(`/compare${writePair(next)}`)}
      />
      {errors.map((error, index) => (
        <Problem key={index} error={error} />
      ))}
      {!isChosen && <EmptyState icon="compare" title={t.onlyOne} text={t.onlyOneText} />}
      {isChosen && sides.length < 2 && errors.length === 0 && <Loading />}
      {isChosen && a !== null && b !== null && (
        <>
          <p className="compare-links">
            {sides.map(({ analysis }, index) => (
              <Link key={index} href={`/analyses/${analysis.id}`}>
                {t.open(nameOf(analysis))}
              </Link>
            ))}
          </p>
          <div className="report-columns">
            <StatedDifferences a={a.report} b={b.report} />
            <NumbersTable a={a.report} b={b.report} />
          </div>
          <Timelines sides={sides} />
        </>
      )}
    </Page>
  );
}
