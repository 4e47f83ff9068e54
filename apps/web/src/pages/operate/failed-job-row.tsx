import { ERROR_CODES, EyelineError, type FailedJob } from '@eyeline/client/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { ANALYSES_KEY } from '../../analyses/use-analyses.js';
import { client } from '../../api/client.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { useNow } from '../../time/use-now.js';
import { announce } from '../../ui/announcements.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/problem.js';
import { AnalysisLink } from './analysis-link.js';
import { FAILED_JOBS_KEY } from './use-operate.js';

/** A piece of work that was given up. */
export function FailedJobRow({ job }: { readonly job: FailedJob }) {
  const { operate: t, errors } = useStrings();
  const format = useFormat();
  const now = useNow();
  const retry = useRetry(job);
  const { queue, analysis_id: analysisId, delivery_id: deliveryId, reason, failed_at: failedAt } = job;
  return (
    <li className="operate-row">
      <div className="operate-row-what">
        <p>
          <strong>{t.jobs[queue]}</strong>{' '}
          {analysisId === null ? <code>{deliveryId}</code> : <AnalysisLink id={analysisId} />}
        </p>
        <p className="operate-bad">{errors.titles[reason.code]}</p>
        {reason.message !== ERROR_CODES[reason.code].title && (
          <p className="report-hint" lang="en">
            {reason.message}
          </p>
        )}
        <p className="report-hint">
          <time dateTime={failedAt} title={format.dateTime(failedAt)}>
            {format.ago(failedAt, now)}
          </time>
          , {t.tries(job.attempts)}
        </p>
      </div>
      <Button
        icon="retry"
        aria-label={t.retryOf(t.jobs[queue], analysisId ?? deliveryId ?? job.id)}
        disabled={retry.isPending}
        onClick={() => retry.mutate()}
      >
        {t.retry}
      </Button>
      {retry.error !== null && <Problem error={retry.error} />}
    </li>
  );
}

function useRetry(job: FailedJob) {
  const { operate: t } = useStrings();
  const queryClient = useQueryClient();
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: FAILED_JOBS_KEY });
  return useMutation({
    mutationFn: () => client.admin.retryJob(job),
    onSuccess: async () => {
      announce(t.retried);
      // The row goes, and the focus with it.
      document.getElementById('content')?.focus({ preventScroll: true });
      await Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ANALYSES_KEY })]);
    },
    // Somebody else was faster: the list shows it.
    onError: (error) =>
      error instanceof EyelineError && [404, 409].includes(error.status ?? 0) ? refresh() : undefined,
  });
}
