import './warnings.css';

import { type Report } from '@eyeline/client/browser';

import { useStrings } from '../../strings/language.js';
import { Icon } from '../../ui/icon.js';

/** What one has to know to read the numbers right: what it is in the language of the page, the details as measured. */
export function Warnings({ warnings }: Pick<Report, 'warnings'>) {
  const { report: t } = useStrings();
  if (warnings.length === 0) return null;
  return (
    <section className="warnings" aria-labelledby="warnings">
      <Icon name="warning" />
      <div className="warnings-body">
        <h2 id="warnings">{t.warningsTitle}</h2>
        <ul>
          {warnings.map(({ code, message }) => (
            <li key={code + message}>
              <strong>{t.warnings[code]}</strong>
              <p lang="en">{message}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
