import { useId, useState } from 'react';

import { STATUSES } from '../../analyses/analysis-status.js';
import { type AnalysesFilter } from '../../analyses/use-analyses.js';
import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';

interface AnalysesFilterBarProps {
  readonly filter: AnalysesFilter;
  /** Offered while one types. */
  readonly tags: readonly string[];
  readonly onChange: (filter: AnalysesFilter) => void;
}

export function AnalysesFilterBar({ filter, tags, onChange }: AnalysesFilterBarProps) {
  const { analyses: t } = useStrings();
  const [tag, setTag] = useState(filter.tag ?? '');
  const listId = useId();
  return (
    <form
      className="analyses-filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ ...filter, tag: tag.trim() });
      }}
    >
      <Field label={t.status}>
        {(ids) => (
          <select
            {...ids}
            value={filter.status ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ ...filter, status: STATUSES.find((status) => status === value) })
            }
          >
            <option value="">{t.anyStatus}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t.statuses[status]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.tag}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            list={listId}
            value={tag}
            maxLength={128}
            placeholder={t.tagHint}
            onChange={(event) => setTag(event.target.value)}
          />
        )}
      </Field>
      <datalist id={listId}>
        {tags.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <Button type="submit" icon="search">
        {t.search}
      </Button>
    </form>
  );
}
