import './emotion-table.css';

import { useMemo, useState } from 'react';

import { EMOTIONS } from '../emotions/emotions.js';
import { useFormat, useStrings } from '../strings/language.js';
import { type TimeRange } from './time-range.js';
import { type ColumnsSource, useColumns } from './use-columns.js';

/** More rows would say no more. */
const ROWS = 60;

interface EmotionTableProps {
  readonly source: ColumnsSource;
  readonly range: TimeRange;
  /** Whose emotions. */
  readonly who: string;
}

/** What the chart shows, as numbers: a row for each second, or for each sixtieth of what it shows. */
export function EmotionTable({ source, range, who }: EmotionTableProps) {
  const { timeline: t } = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="emotion-table" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t.table}</summary>
      {isOpen && <Rows source={source} range={range} who={who} />}
    </details>
  );
}

function Rows({ source, range: { fromS, toS }, who }: EmotionTableProps) {
  const { timeline: t, emotions: names } = useStrings();
  const format = useFormat();
  const stepS = Math.max(1, Math.ceil((toS - fromS) / ROWS));
  const rows = Math.ceil((toS - fromS) / stepS);
  const wanted = useMemo(() => ({ fromS, toS: fromS + rows * stepS }), [fromS, rows, stepS]);
  // Asked for in means always: so each row stands for its whole stretch.
  const shown = useColumns(source, wanted, rows, 'means');
  if (shown === null) return null;
  const { columns, range } = shown;
  const rowS = (range.toS - range.fromS) / columns.timesS.length;
  return (
    <div className="emotion-table-scroll" tabIndex={0} role="region" aria-label={t.table}>
      <table>
        <caption>{t.tableOf(who)}</caption>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            {EMOTIONS.map((emotion) => (
              <th key={emotion} scope="col">
                {names[emotion]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.timesS.map((_, row) => (
            <tr key={row}>
              <th scope="row">{format.clock(range.fromS + row * rowS)}</th>
              {columns.values[0][row] === null ? (
                <td colSpan={EMOTIONS.length}>{t.nobody}</td>
              ) : (
                columns.values.map((column, emotion) => (
                  <td key={EMOTIONS[emotion]}>{format.share(column[row] ?? 0)}</td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
