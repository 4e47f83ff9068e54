import { AnalysisProgress } from '../../analyses/analysis-progress.js';
import { isRunning } from '../../analyses/analysis-status.js';
import { StatusBadge } from '../../analyses/status-badge.js';
import { useAnalysis } from '../../analyses/use-analysis.js';
import { useFormat, useStrings } from '../../strings/language.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Problem } from '../../ui/problem.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { type UploadItem } from '../../uploads/upload-item.js';
import { uploadQueue } from '../../uploads/upload-queue.js';

/** A video on its way, and then its analysis. */
export function UploadRow({ item }: { readonly item: UploadItem }) {
  return (
    <li className="upload-row">
      <strong className="upload-row-name">{item.name}</strong>
      {item.analysisId === null ? <Sending item={item} /> : <Arrived item={item} id={item.analysisId} />}
    </li>
  );
}

function Sending({ item: { id, name, state, sentBytes, sizeBytes, error } }: { readonly item: UploadItem }) {
  const { upload: t } = useStrings();
  const format = useFormat();
  return (
    <>
      <div className="upload-row-progress">
        <div className="analysis-progress-words">
          <span>{t.states[state]}</span>
          <span>{t.sentOf(format.bytes(sentBytes), format.bytes(sizeBytes))}</span>
        </div>
        <ProgressBar label={t.progressOf(name)} value={sizeBytes === 0 ? 0 : sentBytes / sizeBytes} />
      </div>
      <div className="upload-row-actions">
        {(state === 'sending' || state === 'waiting') && (
          <Button
            look="quiet"
            icon="pause"
            aria-label={t.pauseOf(name)}
            onClick={() => uploadQueue.pause(id)}
          >
            {t.pause}
          </Button>
        )}
        {(state === 'paused' || state === 'failed') && (
          <Button
            look="quiet"
            icon="play"
            aria-label={t.resumeOf(name)}
            onClick={() => uploadQueue.resume(id)}
          >
            {state === 'failed' ? t.again : t.resume}
          </Button>
        )}
        <Button
          look="quiet"
          icon="close"
          aria-label={t.giveUpOf(name)}
          onClick={() => uploadQueue.remove(id)}
        >
          {t.giveUp}
        </Button>
      </div>
      {state === 'failed' && <Problem error={error} />}
    </>
  );
}

function Arrived({ item, id }: { readonly item: UploadItem; readonly id: string }) {
  const { upload: t, errors } = useStrings();
  const { data: analysis, error } = useAnalysis(id);
  return (
    <>
      <div className="upload-row-progress">
        {analysis !== undefined && <StatusBadge status={analysis.status} />}
        {analysis !== undefined && isRunning(analysis.status) && <AnalysisProgress analysis={analysis} />}
        {analysis?.status === 'failed' && analysis.error !== null && (
          <p>
            {errors.titles[analysis.error.code]}. <span lang="en">{analysis.error.detail}</span>
          </p>
        )}
      </div>
      <div className="upload-row-actions">
        <ButtonLink href={`/analyses/${id}`} icon="arrow">
          {analysis?.status === 'completed' ? t.open : t.watch}
        </ButtonLink>
        <Button
          look="quiet"
          icon="close"
          aria-label={t.dismissOf(item.name)}
          onClick={() => uploadQueue.remove(item.id)}
        />
      </div>
      {error !== null && <Problem error={error} />}
    </>
  );
}
