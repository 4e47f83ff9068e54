import './analysis-progress.css';

import { type Analysis } from '@eyeline/client/browser';

import { useFormat, useStrings } from '../strings/language.js';
import { ProgressBar } from '../ui/progress-bar.js';
import { nameOf } from './analysis-name.js';

/** How far an analysis has come, and what it is busy with. */
export function AnalysisProgress({ analysis }: { readonly analysis: Analysis }) {
  const { analyses: t } = useStrings();
  const format = useFormat();
  return (
    <div className="analysis-progress">
      <div className="analysis-progress-words">
        <span>{t.stages[analysis.stage]}</span>
        <span>{format.share(analysis.progress)}</span>
      </div>
      <ProgressBar label={t.progressOf(nameOf(analysis))} value={analysis.progress} />
    </div>
  );
}
