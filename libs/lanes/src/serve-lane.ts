import { type MessagePort } from 'node:worker_threads';

import { packError, type LaneAnswer } from './lane-answer.js';

/** What the main thread sends: the task, and a port of its own for progress (out) and the wish to stop (in). */
export interface LaneRequest<T> {
  readonly task: T;
  readonly port: MessagePort;
}

export interface LaneContext {
  /** Aborted when the main thread wants the work to stop; the lane then answers as soon as it can. */
  readonly signal: AbortSignal;
  /** How much of the task is done, in units of its own. Calls closer together than a quarter of a second are dropped. */
  readonly reportProgress: (done: number) => void;
}

const REPORT_PERIOD_MS = 250;

/**
 * The thread's side of a task: an abort message becomes a signal, progress is throttled, errors become data.
 * A thread is never terminated in the middle of a task, because ending it during an inference aborts the process.
 */
export function serveLane<T, R>(
  work: (task: T, context: LaneContext) => Promise<R>,
): (request: LaneRequest<T>) => Promise<LaneAnswer<R>> {
  return async ({ task, port }) => {
    const controller = new AbortController();
    port.on('message', () => controller.abort());
    let reportedAtMs = -Infinity;
    const reportProgress = (done: number): void => {
      const nowMs = performance.now();
      if (nowMs - reportedAtMs < REPORT_PERIOD_MS) return;
      reportedAtMs = nowMs;
      port.postMessage(done);
    };
    try {
      return { ok: true, result: await work(task, { signal: controller.signal, reportProgress }) };
    } catch (error) {
      return packError(error);
    } finally {
      port.close();
    }
  };
}
