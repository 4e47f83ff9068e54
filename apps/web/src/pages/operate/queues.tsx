import { type QueueLoad } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../../strings/language.js';
import { OperateSection } from './operate-section.js';
import { Throughput } from './throughput.js';
import { useQueues } from './use-operate.js';

/** How much there is to do of each kind of work, and how it gets on. */
export function Queues() {
  const { operate: t } = useStrings();
  const query = useQueues();
  return (
    <OperateSection id="queues" title={t.queues} hint={t.queuesHint} query={query}>
      {(queues) => (
        <>
          <QueuesTable queues={queues} />
          <Throughput queues={queues} />
        </>
      )}
    </OperateSection>
  );
}

function QueuesTable({ queues }: { readonly queues: readonly QueueLoad[] }) {
  const { operate: t } = useStrings();
  const format = useFormat();
  return (
    <div className="operate-table" tabIndex={0} role="region" aria-label={t.depths}>
      <table>
        <caption className="visually-hidden">{t.depths}</caption>
        <thead>
          <tr>
            {[t.job, t.failed, t.waiting, t.active, t.delayed, t.oldest].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {queues.map(({ name, waiting, active, delayed, failed, paused, oldest_waiting_s: oldestS }) => (
            <tr key={name}>
              <th scope="row">
                {t.jobs[name]}
                {paused > 0 && <p className="operate-warn">{t.paused(format.number(paused))}</p>}
              </th>
              <td className={failed === 0 ? 'operate-nothing' : 'operate-bad'}>{format.number(failed)}</td>
              {[waiting, active, delayed].map((count, column) => (
                <td key={column} className={count === 0 ? 'operate-nothing' : undefined}>
                  {format.number(count)}
                </td>
              ))}
              <td className="operate-nothing">{oldestS === null ? '–' : format.clock(oldestS)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
