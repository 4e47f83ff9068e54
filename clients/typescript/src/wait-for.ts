import { bodyOf, type Connection } from './calls/connection.js';
import { pause } from './calls/pause.js';
import { EyelineError } from './eyeline-error.js';
import { type Analysis } from './types.js';

export interface WaitOptions {
  /** Is told each time the service has answered. */
  readonly onProgress?: (analysis: Analysis) => void;
  readonly signal?: AbortSignal;
  /** Seconds that one question may take to be answered: 30, or 2 when somebody watches the progress. */
  readonly askEveryS?: number;
}

const FINAL = ['completed', 'failed', 'canceled'];

/** How long a service that went away (it is restarted, say) is waited for. */
const PATIENCE_MS = 5 * 60_000;
const PAUSE_MS = 5000;

/**
 * Asks until the analysis has ended, whatever the outcome: look at its `status`.
 *
 * @throws EyelineError, or the reason of the signal
 */
export async function waitFor(
  { api }: Connection,
  id: string,
  { onProgress, signal, askEveryS = onProgress === undefined ? 30 : 2 }: WaitOptions = {},
): Promise<Analysis> {
  let heardAt = Date.now();
  for (;;) {
    try {
      const params = { path: { id }, query: { wait: askEveryS } };
      const analysis: Analysis = bodyOf(await api.GET('/v1/analyses/{id}', { params, signal }));
      heardAt = Date.now();
      onProgress?.(analysis);
      if (FINAL.includes(analysis.status)) return analysis;
    } catch (error) {
      const isOver = Date.now() - heardAt > PATIENCE_MS;
      if (!(error instanceof EyelineError) || !error.retryable || isOver) throw error;
      await pause(PAUSE_MS, signal);
    }
  }
}
