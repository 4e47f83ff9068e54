import { useStrings } from '../../strings/language.js';
import { Button } from '../../ui/button.js';
import { FailedJobRow } from './failed-job-row.js';
import { OperateSection } from './operate-section.js';
import { useFailedJobs } from './use-operate.js';

/** What was given up, why, and how it is taken up again. */
export function FailedJobs() {
  const { operate: t } = useStrings();
  const query = useFailedJobs();
  return (
    <OperateSection id="failed-jobs" title={t.failedJobs} hint={t.failedJobsHint} query={query}>
      {(jobs) =>
        jobs.length === 0 ? (
          <p>{t.noFailedJobs}</p>
        ) : (
          <>
            <ul className="operate-rows" aria-labelledby="failed-jobs">
              {jobs.map((job) => (
                <FailedJobRow key={`${job.queue} ${job.id}`} job={job} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t.more}
              </Button>
            )}
          </>
        )
      }
    </OperateSection>
  );
}
