import { type AnalysisStatus } from '@eyeline/contracts';

/** Analyses that have not ended. */
export const OPEN: { status: { in: AnalysisStatus[] } } = { status: { in: ['queued', 'processing'] } };
