import { type AnalysisOptions } from '@eyeline/client/browser';

/** What is wanted of a video beside its bytes. */
export interface UploadWishes {
  readonly options: AnalysisOptions;
  readonly tag: string | null;
}

/**
 * `waiting` for its turn, `sending`, `paused` by the user, `failed`, `missing` its file after a reload, `sent`: its
 * analysis has begun.
 */
export type UploadState = 'waiting' | 'sending' | 'paused' | 'failed' | 'missing' | 'sent';

/** A video on its way. */
export interface UploadItem {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly lastModified: number;
  readonly wishes: UploadWishes;
  readonly state: UploadState;
  readonly sentBytes: number;
  /** Null after a reload, until it is found or chosen again. */
  readonly file: File | null;
  /** Whether the browser keeps the file, so that a reload interrupts nothing. */
  readonly isKept: boolean;
  readonly error: unknown;
  readonly analysisId: string | null;
}

export const newItem = (file: File, wishes: UploadWishes): UploadItem => ({
  id: crypto.randomUUID(),
  name: file.name,
  sizeBytes: file.size,
  lastModified: file.lastModified,
  wishes,
  state: 'waiting',
  sentBytes: 0,
  file,
  isKept: false,
  error: null,
  analysisId: null,
});

/** Whether a chosen file is the one that an upload lacks. */
export const isSameFile = (item: UploadItem, file: File): boolean =>
  item.name === file.name && item.sizeBytes === file.size && item.lastModified === file.lastModified;

/** Whether leaving the page would interrupt it for good. */
export const isAtRisk = ({ state, isKept }: UploadItem): boolean =>
  !isKept && (state === 'waiting' || state === 'sending');
