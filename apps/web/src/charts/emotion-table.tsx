import './emotion-table.css';

import { useState } from 'react';

import { EMOTIONS } from '../emotions/emotions.js';
import { useFormat, useStrings } from '../strings/language.js';
import { sample } from './columns.js';
import { type Points } from './points.js';
import { type TimeRange } from './time-range.js';

/** More rows would say no more. */
const ROWS = 60;

interface EmotionTableProps {
  readonly points: Points;
  readonly range: TimeRange;
  /** Whose emotions. */
  readonly who: string;
}

/** What the chart shows, as numbers: a row for each second, or for each sixtieth of what it shows. */
export function EmotionTable({ points, range, who }: EmotionTableProps) {
  const { timeline: t } = useStrings();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="emotion-table" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t.table}</summary>
      {isOpen && <Rows points={points} range={range} who={who} />}
    </details>
  );
}

function Rows({ points, range: { fromS, toS }, who }: EmotionTableProps) {
  const { timeline: t, emotions: names } = useStrings();
  const format = useFormat();
  const stepS = Math.max(1, Math.ceil((toS - fromS) / ROWS));
  const rows = Math.ceil((toS - fromS) / stepS);
  const rowRange = { fromS, toS: fromS + rows * stepS };
  // Asked for in means always: so each row stands for its whole stretch.
  const { values } = sample(points, rowRange, rows, 'means');
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
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              <th scope="row">{format.clock(fromS + row * stepS)}</th>
              {values[0][row] === null ? (
                <td colSpan={EMOTIONS.length}>{t.nobody}</td>
              ) : (
                values.map((column, emotion) => (
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
