import { type Report } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';
import { ModelCard } from './model-card.js';

/** Which networks looked, to the last bit: reports of other ones cannot be compared without care. */
export function Networks({ report: { models, engine } }: { readonly report: Report }) {
  const { report: t } = useStrings();
  return (
    <section className="report-section card" aria-labelledby="networks">
      <h2 id="networks">{t.models}</h2>
      <p className="report-hint">{t.modelsText}</p>
      <ul className="networks">
        {models.map((model) => (
          <li key={model.role + model.name}>
            <h3>{t.roles[model.role]}</h3>
            <p>
              {model.name} {model.version}
            </p>
            <p className="report-hint">
              {t.checksum} <code>{model.sha256}</code>
            </p>
            <ModelCard model={model} />
          </li>
        ))}
      </ul>
      <p className="report-hint">{t.engine(engine.version, engine.execution_provider)}</p>
    </section>
  );
}
