import { type Worker } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../../strings/language.js';
import { useNow } from '../../time/use-now.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Facts } from '../../ui/facts.js';
import { AnalysisLink } from './analysis-link.js';
import { OperateSection } from './operate-section.js';
import { useWorkers } from './use-operate.js';

/** Who takes work, and what they have in it. */
export function Workers() {
  const { operate: t } = useStrings();
  const query = useWorkers();
  return (
    <OperateSection id="workers" title={t.workers} query={query}>
      {(workers) =>
        workers.length === 0 ? (
          <EmptyState icon="gear" title={t.noWorkers} text={t.noWorkersText} />
        ) : (
          <ul className="operate-rows" aria-labelledby="workers">
            {workers.map((worker) => (
              <WorkerRow key={worker.id} worker={worker} />
            ))}
          </ul>
        )
      }
    </OperateSection>
  );
}

function WorkerRow({ worker }: { readonly worker: Worker }) {
  const { operate: t } = useStrings();
  const format = useFormat();
  const now = useNow();
  const { host, started_at: startedAt } = worker;
  return (
    <li className="report-section">
      <h3>{host}</h3>
      <Facts
        facts={[
          [t.version, worker.version],
          [t.provider, worker.execution_provider],
          [t.lanes, format.number(worker.lanes)],
          [
            t.since,
            <time key="since" dateTime={startedAt} title={format.dateTime(startedAt)}>
              {format.ago(startedAt, now)}
            </time>,
          ],
          [t.process, worker.pid],
        ]}
      />
      <dl className="worker-lists">
        <dt>{t.models}</dt>
        <dd>{worker.models.join(', ')}</dd>
        <dt>{t.currentJobs}</dt>
        <dd>
          <CurrentJobs worker={worker} />
        </dd>
      </dl>
    </li>
  );
}

function CurrentJobs({ worker: { current_jobs: jobs } }: { readonly worker: Worker }) {
  const { operate: t } = useStrings();
  const format = useFormat();
  const now = useNow();
  if (jobs.length === 0) return t.idle;
  return (
    <ul>
      {jobs.map(({ queue, analysis_id: analysisId, started_at: startedAt }) => (
        <li key={`${queue} ${analysisId} ${startedAt}`}>
          {t.jobs[queue]}: {analysisId === null ? t.otherAnalysis : <AnalysisLink id={analysisId} />},{' '}
          {format.ago(startedAt, now)}
        </li>
      ))}
    </ul>
  );
}
