import './analysis-row.css';

import { type Analysis } from '@eyeline/client/browser';
import { Link } from 'wouter';

import { useNow } from '../time/use-now.js';
import { useFormat, useStrings } from '../strings/language.js';
import { AnalysisActions } from './analysis-actions.js';
import { nameOf } from './analysis-name.js';
import { AnalysisProgress } from './analysis-progress.js';
import { isRunning } from './analysis-status.js';
import { StatusBadge } from './status-badge.js';

/** An analysis in a list. */
export function AnalysisRow({ analysis }: { readonly analysis: Analysis }) {
  const { id, status, error } = analysis;
  const { errors } = useStrings();
  return (
    <li className="analysis-row">
      <div className="analysis-row-what">
        <Link href={`/analyses/${id}`}>{nameOf(analysis)}</Link>
        <Facts analysis={analysis} />
        {error !== null && status === 'failed' && (
          <p className="analysis-row-error">{errors.titles[error.code]}</p>
        )}
      </div>
      <div className="analysis-row-state">
        <StatusBadge status={status} />
        {isRunning(status) && <AnalysisProgress analysis={analysis} />}
      </div>
      <AnalysisActions analysis={analysis} />
    </li>
  );
}

function Facts({ analysis: { created_at: createdAt, video, tag } }: { readonly analysis: Analysis }) {
  const format = useFormat();
  const now = useNow();
  return (
    <p className="analysis-row-facts">
      <time dateTime={createdAt} title={format.dateTime(createdAt)}>
        {format.ago(createdAt, now)}
      </time>
      {video !== null && (
        <>
          <span>{format.clock(video.duration_s)}</span>
          <span>
            {video.width} × {video.height}
          </span>
        </>
      )}
      {tag !== null && (
        <Link href={`/analyses?tag=${encodeURIComponent(tag)}`} className="analysis-row-tag">
          {tag}
        </Link>
      )}
    </p>
  );
}
