import { MessageChannel } from 'node:worker_threads';

import { AppError } from '@eyeline/contracts';
import { Piscina } from 'piscina';

import { unpackError, type LaneAnswer } from './lane-answer.js';
import { type LaneRequest } from './serve-lane.js';

/**
 * Threads that do the work which would hold up an event loop: decoding, inference, the report. The main thread
 * stays free to renew locks, write progress and hear of shutdown.
 */
export class LanePool<T, R> {
  private readonly pool: Piscina<LaneRequest<T>, LaneAnswer<R>>;
  private readonly running = new Set<Promise<unknown>>();
  private isClosed = false;

  /** `file` exports by default what `serveLane` made; `onIdleCrash` hears of a thread that died between two tasks. */
  constructor(
    file: URL,
    settings: { readonly threads: number; readonly onIdleCrash: (error: Error) => void },
  ) {
    this.pool = new Piscina({
      filename: file.href,
      minThreads: 1,
      maxThreads: settings.threads,
      // A thread keeps its networks loaded, so it is worth keeping.
      idleTimeout: Infinity,
      // The default would block the thread's event loop between tasks, and with it sockets and timers.
      atomics: 'disabled',
      recordTiming: false,
      // Observations live until their batch is written. Left alone, V8 takes that for a reason to let its young
      // generation grow to several times this, which made a lane's memory creep up over minutes and nothing faster.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    this.pool.on('error', settings.onIdleCrash);
  }

  /**
   * Runs one task on a free thread. An abort is a message to the lane, never the end of its thread: the promise
   * settles once the lane has answered, rejecting with the signal's reason if the work was given up.
   *
   * @throws {AppError} the lane's own, or a retryable `internal` when its thread died
   */
  async run(task: T, options: { signal: AbortSignal; onProgress?(done: number): void }): Promise<R> {
    options.signal.throwIfAborted();
    if (this.isClosed) throw new AppError('internal', { detail: 'The worker threads have ended.' });
    const { port1: ours, port2: theirs } = new MessageChannel();
    const sendAbort = (): void => ours.postMessage('abort');
    ours.on('message', (done: number) => options.onProgress?.(done));
    options.signal.addEventListener('abort', sendAbort);
    try {
      const answer = await this.send({ task, port: theirs });
      if (answer.ok) return answer.result;
      options.signal.throwIfAborted();
      throw unpackError(answer);
    } catch (error) {
      if (error instanceof AppError || options.signal.aborted) throw error;
      throw new AppError('internal', { detail: 'A worker thread ended unexpectedly.', cause: error });
    } finally {
      options.signal.removeEventListener('abort', sendAbort);
      ours.close();
    }
  }

  /** Waits for running tasks, then ends the threads; takes no task from now on. Abort the tasks first. */
  async close(): Promise<void> {
    this.isClosed = true;
    // Piscina's own close counts each task that ends several times, so that it ends threads that still work.
    await Promise.allSettled(this.running);
    await this.pool.destroy();
  }

  private async send(request: LaneRequest<T>): Promise<LaneAnswer<R>> {
    const answer = this.pool.run(request, { transferList: [request.port] });
    this.running.add(answer);
    return answer.finally(() => this.running.delete(answer));
  }
}
