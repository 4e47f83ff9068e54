import { type Analysis } from './analysis.js';

/** What of an analysis clients are shown, as the database keeps it. */
export interface AnalysisFacts extends Pick<
  Analysis,
  'id' | 'status' | 'progress' | 'stage' | 'tag' | 'metadata' | 'options' | 'video' | 'error'
> {
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
  readonly expiresAt: Date | null;
}

/**
 * An analysis as clients see it, in answers and in webhooks.
 *
 * @param apiUrl the address that the links begin with, without a slash at the end; empty: they begin with the path
 */
export function presentAnalysis(facts: AnalysisFacts, apiUrl: string): Analysis {
  const self = `${apiUrl}/v1/analyses/${facts.id}`;
  return {
    id: facts.id,
    object: 'analysis',
    status: facts.status,
    progress: facts.progress,
    stage: facts.stage,
    created_at: facts.createdAt.toISOString(),
    started_at: facts.startedAt?.toISOString() ?? null,
    completed_at: facts.completedAt?.toISOString() ?? null,
    expires_at: facts.expiresAt?.toISOString() ?? null,
    tag: facts.tag,
    metadata: facts.metadata,
    options: facts.options,
    video: facts.video,
    // Stored as a path: the address differs from client to client.
    error: facts.error && { ...facts.error, type: `${apiUrl}${facts.error.type}` },
    links: {
      self,
      report: `${self}/report`,
      frames: `${self}/frames`,
      events: `${self}/events`,
      dashboard: `${apiUrl}/analyses/${facts.id}`,
    },
  };
}
