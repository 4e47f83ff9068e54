import { type Analysis, type Report } from '@eyeline/client/browser';

import { useMe } from '../../session/me.js';
import { Narrative } from './narrative.js';
import { Ledger } from './ledger.js';
import { Networks } from './networks.js';
import { People } from './people.js';
import { Player } from './player.js';
import { ReportFiles } from './report-files.js';
import { SecondNetwork } from './second-network.js';
import { Summary } from './summary.js';
import { Warnings } from './warnings.js';

interface ReportViewProps {
  readonly analysis: Analysis;
  readonly report: Report;
}

/** Everything that is known of a video, what matters most first. */
export function ReportView({ analysis, report }: ReportViewProps) {
  const { features, scopes } = useMe();
  return (
    <div className="report">
      <Warnings warnings={report.warnings} />
      <Summary report={report} />
      <Player analysis={analysis} report={report} />
      <People faces={report.faces} />
      {features.narrative && scopes.includes('analyses:write') && <Narrative id={analysis.id} />}
      {report.comparison !== undefined && <SecondNetwork comparison={report.comparison} />}
      <div className="report-columns">
        <Ledger report={report} />
        <Networks report={report} />
      </div>
      <ReportFiles analysis={analysis} report={report} />
    </div>
  );
}
