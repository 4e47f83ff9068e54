import { useState } from 'react';

import { useFormat, useStrings } from '../../strings/language.js';
import { useNow } from '../../time/use-now.js';
import { type Minutes } from './minutes.js';

const MINUTE_MS = 60_000;

/** What the chart shows, as numbers: a row for each minute, the one that runs first. */
export function ThroughputTable({ minutes }: { readonly minutes: Minutes }) {
  const { operate: t } = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="operate-more" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t.table}</summary>
      {isOpen && (
        <div className="operate-table throughput-table" tabIndex={0} role="region" aria-label={t.table}>
          <Rows minutes={minutes} />
        </div>
      )}
    </details>
  );
}

function Rows({ minutes: { completed, failed } }: { readonly minutes: Minutes }) {
  const { operate: t } = useStrings();
  const format = useFormat();
  const now = useNow();
  return (
    <table>
      <caption className="visually-hidden">{t.throughput}</caption>
      <thead>
        <tr>
          <th scope="col">{t.minute}</th>
          <th scope="col">{t.completed}</th>
          <th scope="col">{t.failed}</th>
        </tr>
      </thead>
      <tbody>
        {completed.map((_, ago) => {
          const minute = completed.length - 1 - ago;
          return (
            <tr key={minute}>
              <th scope="row">{format.ago(new Date(now - ago * MINUTE_MS).toISOString(), now)}</th>
              <td>{format.number(completed[minute])}</td>
              <td>{format.number(failed[minute])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
