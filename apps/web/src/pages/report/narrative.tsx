import './narrative.css';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { client } from '../../api/client.js';
import { useLanguage, useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Problem } from '../../ui/problem.js';

/** The report told by the language model that the operator has configured; only when somebody asks, for it costs. */
export function Narrative({ id }: { readonly id: string }) {
  const { report: t } = useStrings();
  const [language] = useLanguage();
  const [context, setContext] = useState('');
  const tell = useMutation({
    mutationFn: async () => {
      const { data } = await client.api.POST('/v1/analyses/{id}/narrative', {
        params: { path: { id } },
        body: { context, language },
      });
      return data;
    },
  });
  return (
    <section className="report-section card" aria-labelledby="narrative">
      <h2 id="narrative">{t.narrative}</h2>
      <p className="report-hint">{t.narrativeText}</p>
      <Field label={t.narrativeContext} hint={t.narrativeContextHint}>
        {(ids) => (
          <textarea
            {...ids}
            value={context}
            maxLength={2000}
            onChange={({ target }) => setContext(target.value)}
          />
        )}
      </Field>
      <div>
        <Button disabled={tell.isPending} onClick={() => tell.mutate()}>
          {tell.isPending ? t.telling : t.tell}
        </Button>
      </div>
      {tell.error !== null && <Problem error={tell.error} onRetry={() => tell.mutate()} />}
      <div aria-live="polite">
        {tell.data !== undefined && (
          <figure className="narrative">
            <blockquote lang={tell.data.language}>{tell.data.text}</blockquote>
            <figcaption className="report-hint">{t.toldBy(tell.data.model)}</figcaption>
          </figure>
        )}
      </div>
    </section>
  );
}
