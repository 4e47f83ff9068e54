import { type Engine, type FrameObservation } from '@eyeline/contracts';

/** What looking at one image gives; nothing in it depends on another image. */
export interface Look {
  /** At time 0: when the picture was taken is known to its sender alone. Its emotions add up to 1 in single precision. */
  readonly observation: FrameObservation;
  /** Pixels of the upright picture, which regions are given in. */
  readonly picture: { readonly width: number; readonly height: number };
  readonly engine: Engine;
}

/**
 * One image -> what is to be seen in it.
 *
 * @throws {AppError} unsupported_media, too_many_pixels, timed_out, canceled, or a retryable `internal` when the thread died
 */
export type LookAtImage = (image: Uint8Array, signal: AbortSignal) => Promise<Look>;
