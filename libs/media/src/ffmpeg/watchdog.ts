import { AppError } from '@eyeline/contracts';

/** Far longer than a program that works is silent, on a slow disk too. */
const NO_PROGRESS_MS = 60_000;

/**
 * Ends what makes no progress, and what takes too long in all.
 * A consumer that is slow is no fault: `pause` while waiting for it.
 */
export class Watchdog {
  readonly #deadline?: NodeJS.Timeout;
  readonly #patience: NodeJS.Timeout;
  #paused = false;

  /** @param work what it watches, as its errors name it */
  constructor(
    work: string,
    limits: { readonly noProgressMs?: number; readonly deadlineMs?: number },
    bark: (error: AppError) => void,
  ) {
    const barkOf = (detail: string) => () => bark(new AppError('timed_out', { detail }));
    if (limits.deadlineMs !== undefined) {
      this.#deadline = setTimeout(barkOf(`${work} took too long.`), limits.deadlineMs);
    }
    const barkOfHalt = barkOf(`${work} came to a halt.`);
    this.#patience = setInterval(() => {
      if (!this.#paused) barkOfHalt();
    }, limits.noProgressMs ?? NO_PROGRESS_MS);
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
