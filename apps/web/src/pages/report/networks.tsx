import { type Report } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';

/** Which networks looked, to the last bit: reports of other ones cannot be compared without care. */
export function Networks({ report: { models, engine } }: { readonly report: Report }) {
  const { report: t } = useStrings();
  return (
    <section className="report-section card" aria-labelledby="networks">
      <h2 id="networks">{t.models}</h2>
      <p className="report-hint">{t.modelsText}</p>
      <ul className="networks">
        {models.map(({ role, name, version, sha256 }) => (
          <li key={role + name}>
            <h3>{t.roles[role]}</h3>
            <p>
              {name} {version}
            </p>
            <p className="report-hint">
              {t.checksum} <code>{sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <p className="report-hint">{t.engine(engine.version, engine.execution_provider)}</p>
    </section>
  );
}
