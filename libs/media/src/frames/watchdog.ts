import { AppError } from '@eyeline/contracts';

/**
 * Ends what makes no progress, and what takes too long in all.
 * A consumer that is slow is no fault: `pause` while waiting for it.
 */
export class Watchdog {
  readonly #deadline?: NodeJS.Timeout;
  readonly #patience: NodeJS.Timeout;
  #paused = false;

  constructor(
    limits: { readonly noProgressMs: number; readonly deadlineMs?: number },
    bark: (error: AppError) => void,
  ) {
    const barkOf = (detail: string) => () => bark(new AppError('timed_out', { detail }));
    if (limits.deadlineMs !== undefined) {
      this.#deadline = setTimeout(barkOf('Decoding the video took too long.'), limits.deadlineMs);
    }
    const barkOfHalt = barkOf('Decoding the video came to a halt.');
    this.#patience = setInterval(() => {
      if (!this.#paused) barkOfHalt();
    }, limits.noProgressMs);
  }

  progress(): void {
    this.#paused = false;
    this.#patience.refresh();
  }

  pause(): void {
    this.#paused = true;
  }

  stop(): void {
    clearInterval(this.#patience);
    clearTimeout(this.#deadline);
  }
}
