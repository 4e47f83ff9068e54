import { AppError } from '@eyeline/contracts';

import { type LookAtImage } from './look.js';

/**
 * Images -> what is to be seen in them, here or elsewhere. Nothing is kept of an image.
 *
 * @example
 * const { observation } = await frames.admit(async (look) => look(await receive(), signal));
 */
export interface LiveFrames {
  /**
   * Makes room for one frame for as long as `work` lasts, in which it is received and looked at: what is not taken is
   * not received either, so that memory has a bound.
   *
   * @throws {AppError} live_overloaded at once, when so many are in hand already; otherwise what `work` throws
   */
  admit<T>(work: (look: LookAtImage) => Promise<T>): Promise<T>;
  /** Waits for what is being looked at. */
  close(): Promise<void>;
}

/** Counts what is in hand. */
export class Admission {
  private inHand = 0;

  constructor(private readonly maxFrames: number) {}

  /** @throws {AppError} live_overloaded at once, when so many are in hand already; otherwise what `work` throws */
  async admit<T>(work: () => Promise<T>): Promise<T> {
    if (this.inHand >= this.maxFrames) {
      throw new AppError('live_overloaded', {
        detail: `${this.maxFrames} frames are being worked on already.`,
      });
    }
    this.inHand++;
    try {
      return await work();
    } finally {
      this.inHand--;
    }
  }
}
