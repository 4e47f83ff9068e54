import '../../report/report-section.css';
import './report-page.css';

import { EyelineError } from '@eyeline/client/browser';
import { useDeferredValue } from 'react';
import { useLocation } from 'wouter';

import { AnalysisActions } from '../../analyses/analysis-actions.js';
import { nameOf } from '../../analyses/analysis-name.js';
import { AnalysisProgress } from '../../analyses/analysis-progress.js';
import { isRunning } from '../../analyses/analysis-status.js';
import { StatusBadge } from '../../analyses/status-badge.js';
import { useAnalysis } from '../../analyses/use-analysis.js';
import { useReport } from '../../report/use-report.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { ButtonLink } from '../../ui/button.js';
import { Loading } from '../../ui/loading.js';
import { Page } from '../../ui/page.js';
import { Problem } from '../../ui/problem.js';
import { ReportView } from './report-view.js';

/** One analysis: how it goes on, how it ended, and its report. */
export default function ReportPage({ id }: { readonly id: string }) {
  const { analyses: t, shell } = useStrings();
  const format = useFormat();
  const [, navigate] = useLocation();
  const { data: analysis, error, refetch } = useAnalysis(id);
  const isCompleted = analysis?.status === 'completed';
  const { data: report = null, error: reportError, refetch: readAgain } = useReport(isCompleted ? id : null);
  // Drawn bit by bit: that of a long video at once would hold up the page.
  const drawn = useDeferredValue(report, null);
  if (analysis === undefined) {
    return (
      <Page title={t.title}>
        {error === null ? <Loading /> : <Problem error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  const { status, created_at: createdAt, video } = analysis;
  return (
    <Page
      width="wide"
      title={nameOf(analysis)}
      lead={[
        format.dateTime(createdAt),
        ...(video === null ? [] : [format.clock(video.duration_s), `${video.width} × ${video.height}`]),
      ].join(' · ')}
      actions={
        <>
          {isCompleted && (
            <ButtonLink look="quiet" icon="compare" href={`/compare?a=${encodeURIComponent(id)}`}>
              {shell.compare}
            </ButtonLink>
          )}
          <AnalysisActions analysis={analysis} onDeleted={() => navigate('/analyses')} />
        </>
      }
    >
      {!isCompleted && (
        <section className="analysis-state card">
          <StatusBadge status={status} />
          {isRunning(status) && <AnalysisProgress analysis={analysis} />}
          {status === 'failed' && analysis.error !== null && (
            <Problem error={EyelineError.fromProblem(analysis.error)} />
          )}
        </section>
      )}
      {isCompleted && (report === null || drawn !== report) && reportError === null && <Loading />}
      {reportError !== null && <Problem error={reportError} onRetry={() => void readAgain()} />}
      {drawn !== null && drawn === report && <ReportView analysis={analysis} report={drawn} />}
    </Page>
  );
}
