import { type Analysis } from '@eyeline/client/browser';

export type AnalysisStatus = Analysis['status'];

export const STATUSES = [
  'queued',
  'processing',
  'completed',
  'failed',
  'canceled',
] as const satisfies readonly AnalysisStatus[];

export const isRunning = (status: AnalysisStatus): boolean => status === 'queued' || status === 'processing';
