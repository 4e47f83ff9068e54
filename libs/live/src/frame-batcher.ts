import { AppError } from '@eyeline/contracts';
import { type LaneAnswer, type LanePool, unpackError } from '@eyeline/lanes';

import { type FrameTask } from './frame-lane.js';
import { type Look } from './look.js';

/** Images that a thread takes at once: with more, the first one waits longer for the last than is gained. */
const MAX_BATCH = 4;

interface WaitingImage {
  readonly image: Uint8Array;
  /** Fires when nobody waits for it any more. */
  readonly signal: AbortSignal;
  readonly resolve: (look: Look) => void;
  readonly reject: (error: unknown) => void;
}

/** What all images of a batch have in common. */
export type BatchSettings = Omit<FrameTask, 'images'>;

/**
 * Hands images to threads: one by one while a thread is free, and those that wait for one together, so that each
 * network runs once for all of them. An image never waits for another one to come.
 */
export class FrameBatcher {
  private waiting: WaitingImage[] = [];
  private busy = 0;

  constructor(
    private readonly pool: Pick<LanePool<FrameTask, LaneAnswer<Look>[]>, 'run'>,
    private readonly threads: number,
    private readonly settings: BatchSettings,
  ) {}

  /** @throws {AppError} what the thread finds wrong with the image; canceled, at once, when the signal fires */
  async look(image: Uint8Array, signal: AbortSignal): Promise<Look> {
    let leave = (): void => undefined;
    try {
      signal.throwIfAborted();
      return await new Promise<Look>((resolve, reject) => {
        const entry = { image, signal, resolve, reject };
        leave = () => {
          this.waiting = this.waiting.filter((other) => other !== entry);
          reject(signal.reason as Error);
        };
        signal.addEventListener('abort', leave);
        this.waiting.push(entry);
        this.dispatch();
      });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new AppError('canceled', { detail: 'The client did not wait for it.', cause: error });
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private dispatch(): void {
    while (this.busy < this.threads && this.waiting.length > 0) {
      void this.run(this.waiting.splice(0, MAX_BATCH));
    }
  }

  private async run(batch: readonly WaitingImage[]): Promise<void> {
    this.busy++;
    const controller = new AbortController();
    const giveUp = (): void => {
      if (batch.every(({ signal }) => signal.aborted)) controller.abort();
    };
    for (const { signal } of batch) signal.addEventListener('abort', giveUp);
    try {
      const images = batch.map(({ image }) => image);
      const answers = await this.pool.run({ ...this.settings, images }, { signal: controller.signal });
      answers.forEach((answer, i) => {
        if (answer.ok) batch[i].resolve(answer.result);
        else batch[i].reject(unpackError(answer));
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      for (const { signal } of batch) signal.removeEventListener('abort', giveUp);
      this.busy--;
      this.dispatch();
    }
  }
}
