import { AppError, problemSchema } from '@eyeline/contracts';

import { Admission, type LiveFrames } from './live-frames.js';
import { decodeLook } from './look-json.js';
import { type Look, type LookAtImage } from './look.js';

/** Where a live process takes images, below its address. */
export const LOOKS_PATH = '/looks';

/** An image in hand there waits for a few others at most. */
const DEFAULT_ANSWER_LIMIT_MS = 15_000;

export interface RemoteFramesSettings {
  /** Where the live process listens, without a slash at its end. */
  readonly url: string;
  /** Frames that this process has in hand at once, those included that are still being received. */
  readonly maxFrames: number;
  readonly answerLimitMs?: number;
}

/** In live processes of their own (`LIVE_URL`), so that they can be scaled, and given a GPU, apart from the API. */
export class RemoteFrames implements LiveFrames {
  private readonly admission: Admission;
  private readonly url: URL;
  private readonly answerLimitMs: number;

  constructor({ url, maxFrames, answerLimitMs = DEFAULT_ANSWER_LIMIT_MS }: RemoteFramesSettings) {
    this.admission = new Admission(maxFrames);
    this.url = new URL(`${url}${LOOKS_PATH}`);
    this.answerLimitMs = answerLimitMs;
  }

  admit<T>(work: (look: LookAtImage) => Promise<T>): Promise<T> {
    return this.admission.admit(() => work((image, signal) => this.look(image, signal)));
  }

  async close(): Promise<void> {
    // Its connections are Node's own, and hold no process up.
  }

  private async look(image: Uint8Array, gone: AbortSignal): Promise<Look> {
    const limit = AbortSignal.timeout(this.answerLimitMs);
    const signal = AbortSignal.any([gone, limit]);
    try {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const response = await fetch(this.url, {
        method: 'POST',
        headers,
        body: image as Uint8Array<ArrayBuffer>,
        signal,
      });
      const text = await response.text();
      if (response.ok) return decodeLook(text);
      throw readProblem(text);
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (gone.aborted) {
        throw new AppError('canceled', { detail: 'The client did not wait for it.', cause: error });
      }
      throw new AppError('live_unavailable', { cause: error });
    }
  }
}

/** What a live process says is wrong with an image, as its own error. */
function readProblem(text: string): AppError {
  const { code, detail, errors } = problemSchema.parse(JSON.parse(text));
  return new AppError(code, { detail, errors });
}
