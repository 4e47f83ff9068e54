import './status-badge.css';

import { useStrings } from '../strings/language.js';
import { Icon, type IconName } from '../ui/icon.js';
import { type AnalysisStatus } from './analysis-status.js';

const ICONS: Record<AnalysisStatus, IconName> = {
  queued: 'clock',
  processing: 'play',
  completed: 'check',
  failed: 'warning',
  canceled: 'minus',
};

/** A word and a sign; the colour says nothing by itself. */
export function StatusBadge({ status }: { readonly status: AnalysisStatus }) {
  const { analyses: t } = useStrings();
  return (
    <span className={`status-badge status-${status}`}>
      <Icon name={ICONS[status]} />
      {t.statuses[status]}
    </span>
  );
}
