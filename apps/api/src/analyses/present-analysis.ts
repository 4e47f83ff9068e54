import { type Analysis } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';

/** A row as clients see it; `apiUrl` is the address that the links begin with. */
export function presentAnalysis(row: AnalysisRow, apiUrl: string): Analysis {
  const self = `${apiUrl}/v1/analyses/${row.id}`;
  return {
    id: row.id,
    object: 'analysis',
    status: row.status,
    progress: row.progress,
    stage: row.stage,
    created_at: row.createdAt.toISOString(),
    started_at: row.startedAt?.toISOString() ?? null,
    completed_at: row.completedAt?.toISOString() ?? null,
    expires_at: row.expiresAt?.toISOString() ?? null,
    tag: row.tag,
    metadata: row.metadata,
    options: row.options,
    video: row.video,
    // Stored without the address, which differs from client to client.
    error: row.error && { ...row.error, type: new URL(row.error.type, apiUrl).href },
    links: {
      self,
      report: `${self}/report`,
      frames: `${self}/frames`,
      events: `${self}/events`,
      dashboard: `${apiUrl}/#/analyses/${row.id}`,
    },
  };
}
