import { type Report } from '@eyeline/client/browser';

import { type Failure, unpackError } from '../threads/pack-error.js';
import { ReportJoiner, type ReportPiece } from './report-pieces.js';

/** What the thread that reads a report tells. */
export type ReportMessage =
  ReportPiece | { readonly kind: 'done' } | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * The report of an analysis, fetched and parsed in a thread of its own.
 *
 * @throws EyelineError of the API; the reason of the signal
 */
export function readReport(id: string, signal: AbortSignal): Promise<Report> {
  const worker = new Worker(new URL('./report.worker.ts', import.meta.url), { type: 'module' });
  const joiner = new ReportJoiner();
  return new Promise<Report>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ReportMessage>) => {
      if (data.kind === 'failed') reject(unpackError(data.failure));
      else if (data.kind === 'done') resolve(joiner.finish());
      else joiner.add(data);
    });
    worker.addEventListener('error', ({ message }) =>
      reject(new Error(message || 'The thread that reads reports did not start')),
    );
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.postMessage(id);
  }).finally(() => worker.terminate());
}
