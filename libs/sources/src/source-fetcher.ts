import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { type SourceDoor } from './source-door.js';
import { SourceFailure } from './source-failure.js';
import { DEFAULT_LIMITS, type SourceLimits } from './source-limits.js';
import { type OnProgress, RestartNeeded, SourceTransfer } from './source-transfer.js';

/** How often all bytes are fetched again because a server cannot go on in the middle. */
const MAX_RESTARTS = 2;

export interface FetchOptions {
  /** A longer file is refused, at once where the server says how long it is. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /**
   * Bytes that are there already, of a file that is held against its checksum afterwards: the rest alone is asked for,
   * whatever state of the file the server has by now.
   */
  readonly receivedBytes?: number;
  /** Called with each piece; after a restart it counts from the start. */
  readonly onProgress?: OnProgress;
}

/** Fetches files from addresses that clients name. */
export class SourceFetcher {
  constructor(
    private readonly door: SourceDoor,
    private readonly limits: SourceLimits = DEFAULT_LIMITS,
  ) {}

  /**
   * Hands the bytes to `store`, which may be called again: a body that fails was not the file.
   *
   * @param store gets the bytes from place `from` on (0, unless some were there already); it passes on the error of a body
   * that fails, and leaves nothing of it that is not gone on with
   * @throws AppError source_unreachable | source_forbidden | payload_too_large; what `store` throws; the signal's reason
   */
  async fetch<T>(
    address: string,
    store: (bytes: Readable, from: number) => Promise<T>,
    { maxBytes, signal, receivedBytes = 0, onProgress = () => undefined }: FetchOptions,
  ): Promise<T> {
    const way = { door: this.door, limits: this.limits, signal };
    try {
      for (let restarts = 0; ; restarts++) {
        const from = restarts === 0 ? receivedBytes : 0;
        const transfer = new SourceTransfer({ way, address, maxBytes, from, onProgress });
        try {
          return await store(Readable.from(transfer.read()), from);
        } catch (error) {
          if (!(error instanceof RestartNeeded)) throw error;
          if (restarts === MAX_RESTARTS) {
            throw new SourceFailure('The connection breaks off, and the server cannot go on from there.');
          }
        }
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceFailure) await this.leaveAlone(error, signal);
      throw error;
    }
  }

  /** Whoever tries again does so not before the server wants to be asked. */
  private async leaveAlone({ retryAfterS, retryable }: SourceFailure, signal: AbortSignal): Promise<void> {
    if (!retryable || retryAfterS === null) return;
    const askedMs = Math.min(retryAfterS * 1000, this.limits.longestRetryAfterMs);
    await sleep(askedMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
