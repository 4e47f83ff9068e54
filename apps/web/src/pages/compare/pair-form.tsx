import { type Analysis } from '@eyeline/client/browser';

import { nameOf } from '../../analyses/analysis-name.js';
import { useAnalyses } from '../../analyses/use-analyses.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { type Pair } from './pair-address.js';

const COMPLETED = { status: 'completed' } as const;

interface PairFormProps {
  readonly pair: Pair;
  /** Those that are compared, which may be older than what is offered. */
  readonly chosen: readonly Analysis[];
  readonly onChange: (pair: Pair) => void;
}

/** Which two analyses. */
export function PairForm({ pair, chosen, onChange }: PairFormProps) {
  const { compare: t } = useStrings();
  const format = useFormat();
  const { analyses, hasNextPage, fetchNextPage, isFetchingNextPage } = useAnalyses(COMPLETED, 50);
  const offered = [...new Map([...analyses, ...chosen].map((analysis) => [analysis.id, analysis])).values()];
  return (
    <div className="pair-form">
      {(['a', 'b'] as const).map((side) => (
        <Field key={side} label={side === 'a' ? t.first : t.second}>
          {(ids) => (
            <select
              {...ids}
              value={pair[side] ?? ''}
              onChange={({ target: { value } }) => onChange({ ...pair, [side]: value === '' ? null : value })}
            >
              <option value="">{t.choose}</option>
              {offered.map((analysis) => (
                <option key={analysis.id} value={analysis.id}>
                  {nameOf(analysis)} · {format.dateTime(analysis.created_at)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <div>
        <Button icon="compare" onClick={() => onChange({ a: pair.b, b: pair.a })}>
          {t.swap}
        </Button>
        {hasNextPage && (
          <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </div>
    </div>
  );
}
