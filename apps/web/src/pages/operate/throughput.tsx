import './throughput.css';

import { type QueueLoad } from '@eyeline/client/browser';
import { useState } from 'react';

import { useFormat, useStrings } from '../../strings/language.js';
import { barsOf, type Minutes, minutesOf, totalOf } from './minutes.js';
import { ThroughputTable } from './throughput-table.js';

/** What got done and what failed in each minute of the last hour, of all work or of one kind. */
export function Throughput({ queues }: { readonly queues: readonly QueueLoad[] }) {
  const { operate: t } = useStrings();
  const [chosen, setChosen] = useState<QueueLoad['name'] | 'all'>('all');
  const minutes = minutesOf(queues.filter(({ name }) => chosen === 'all' || name === chosen));
  return (
    <div className="report-section">
      <div className="operate-head">
        <h3>{t.throughput}</h3>
        <label className="throughput-of">
          <span>{t.throughputOf}</span>
          <select
            value={chosen}
            onChange={({ target }) => setChosen(target.value as QueueLoad['name'] | 'all')}
          >
            <option value="all">{t.allJobs}</option>
            {queues.map(({ name }) => (
              <option key={name} value={name}>
                {t.jobs[name]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Chart minutes={minutes} what={chosen === 'all' ? t.allJobs : t.jobs[chosen]} />
      <ThroughputTable minutes={minutes} />
    </div>
  );
}

function Chart({ minutes, what }: { readonly minutes: Minutes; readonly what: string }) {
  const { operate: t } = useStrings();
  const format = useFormat();
  const { line, up, down } = barsOf(minutes);
  const [completed, failed] = [minutes.completed, minutes.failed].map((counts) =>
    format.number(totalOf(counts)),
  );
  return (
    <figure className="throughput">
      <figcaption>
        <span className="throughput-completed">
          {t.completed} <strong>{completed}</strong>
        </span>
        <span className="throughput-failed">
          {t.failed} <strong>{failed}</strong>
        </span>
        <span>{t.peak(format.number(Math.max(0, ...minutes.completed, ...minutes.failed)))}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${up.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.chartOf(what, completed, failed)}
      >
        {up.map((length, minute) => (
          <g key={minute}>
            <rect className="throughput-up" x={minute + 0.1} y={line - length} width={0.8} height={length} />
            <rect className="throughput-down" x={minute + 0.1} y={line} width={0.8} height={down[minute]} />
          </g>
        ))}
        <path d={`M0 ${line}H${up.length}`} />
      </svg>
      <p className="throughput-axis" aria-hidden="true">
        <span>{t.hourAgo}</span>
        <span>{t.now}</span>
      </p>
    </figure>
  );
}
