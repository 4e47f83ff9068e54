import './analysis-actions.css';

import { type Analysis } from '@eyeline/client/browser';
import { useState } from 'react';

import { useCan } from '../session/me.js';
import { useStrings } from '../strings/language.js';
import { Button } from '../ui/button.js';
import { Problem } from '../ui/problem.js';
import { nameOf } from './analysis-name.js';
import { isRunning } from './analysis-status.js';
import { DeleteDialog } from './delete-dialog.js';
import { useAnalysisActions } from './use-analysis-actions.js';

interface AnalysisActionsProps {
  readonly analysis: Analysis;
  /** After the analysis is gone. */
  readonly onDeleted?: () => void;
}

/** What can be done with an analysis in its state, by who may. */
export function AnalysisActions({ analysis, onDeleted }: AnalysisActionsProps) {
  const { analyses: t } = useStrings();
  const { cancel, retry, remove } = useAnalysisActions(analysis);
  const [isAsking, setIsAsking] = useState(false);
  const mayWrite = useCan('analyses:write');
  if (!mayWrite) return null;
  const name = nameOf(analysis);
  const failure = cancel.error ?? retry.error;
  return (
    <div className="analysis-actions">
      {isRunning(analysis.status) && (
        <Button
          look="quiet"
          icon="stop"
          aria-label={t.cancelOf(name)}
          disabled={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t.cancel}
        </Button>
      )}
      {analysis.status === 'failed' && (
        <Button
          look="quiet"
          icon="retry"
          aria-label={t.retryOf(name)}
          disabled={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t.retry}
        </Button>
      )}
      <Button look="quiet" icon="trash" aria-label={t.deleteOf(name)} onClick={() => setIsAsking(true)}>
        {t.delete}
      </Button>
      {failure !== null && <Problem error={failure} />}
      {isAsking && (
        <DeleteDialog
          name={name}
          error={remove.error}
          isDeleting={remove.isPending}
          onClose={() => setIsAsking(false)}
          onConfirm={() =>
            remove.mutate(undefined, {
              onSuccess: () => {
                setIsAsking(false);
                document.getElementById('content')?.focus({ preventScroll: true });
                onDeleted?.();
              },
            })
          }
        />
      )}
    </div>
  );
}
