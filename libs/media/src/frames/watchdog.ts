import { AppError } from '@eyeline/contracts';

/**
 * Ends what makes no progress, and what takes too long in all.
 * A consumer that is slow is no fault: `pause` while waiting for it.
 */
export class Watchdog {
  readonly #deadline?: NodeJS.Timeout;
  #patience?: NodeJS.Timeout;

  constructor(
    private readonly limits: { readonly noProgressMs: number; readonly deadlineMs?: number },
    private readonly bark: (error: AppError) => void,
  ) {
    if (limits.deadlineMs !== undefined) {
      this.#deadline = setTimeout(
        () => bark(new AppError('timed_out', { detail: 'Decoding the video took too long.' })),
        limits.deadlineMs,
      );
    }
    this.progress();
  }

  progress(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(
      () => this.bark(new AppError('timed_out', { detail: 'Decoding the video came to a halt.' })),
      this.limits.noProgressMs,
    );
  }

  pause(): void {
    clearTimeout(this.#patience);
  }

  stop(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#deadline);
  }
}
