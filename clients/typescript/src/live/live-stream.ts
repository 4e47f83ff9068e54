import { EyelineError } from '../eyeline-error.js';
import { type LiveFrameRecord, type LiveMessage } from '../types.js';
import { OPEN, type WebSocketLike } from './web-socket.js';

/** An image: JPEG, PNG or WebP. */
export type LiveImage = Uint8Array | ArrayBuffer | Blob;

export interface LiveListeners {
  /** The record of each frame that was looked at, with its number as `send` has given it. */
  readonly onRecord: (record: LiveFrameRecord, frame: number) => void;
  /** A frame that could not be read, or the reason why frames are dropped (`rate_limited`). */
  readonly onError?: (error: EyelineError, frame: number) => void;
  /** How many frames the service has dropped so far, whenever it says that there are more. */
  readonly onDropped?: (dropped: number) => void;
}

export interface LiveEnd {
  /** docs/live.md lists them. */
  readonly code: number;
  readonly reason: string;
}

/** With more bytes on their way, a frame is not sent: it would arrive late. */
const MAX_UNSENT_BYTES = 1024 * 1024;

/** An open live connection. */
export class LiveStream {
  /** Resolves when the connection has ended, whoever has ended it. */
  readonly closed: Promise<LiveEnd>;
  private numberSent = 0;
  private numberDropped = 0;

  constructor(
    private readonly socket: WebSocketLike,
    private readonly listeners: LiveListeners,
  ) {
    socket.addEventListener('message', ({ data }) => this.hear(JSON.parse(String(data)) as LiveMessage));
    this.closed = new Promise((resolve) =>
      socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason })),
    );
  }

  /** How many frames the service has dropped so far, as it said last. */
  get dropped(): number {
    return this.numberDropped;
  }

  /**
   * Sends a frame and gives its number; null when it was not sent, because the line is full or the connection closed.
   *
   * @param options.tS when it was taken, in seconds, for a session; only with bytes
   */
  send(image: LiveImage): number | null;
  send(image: Exclude<LiveImage, Blob>, options: { readonly tS: number }): number | null;
  send(image: LiveImage, { tS }: { readonly tS?: number } = {}): number | null {
    if (this.socket.readyState !== OPEN || this.socket.bufferedAmount > MAX_UNSENT_BYTES) return null;
    if (tS === undefined) this.socket.send(image);
    else this.socket.send(JSON.stringify({ image: toBase64(image as Exclude<LiveImage, Blob>), t_s: tS }));
    return ++this.numberSent;
  }

  /** Resolves when the connection is closed; what was not answered until then is not. */
  async close(): Promise<void> {
    this.socket.close(1000);
    await this.closed;
  }

  private hear(message: LiveMessage): void {
    if (message.dropped > this.numberDropped) {
      this.numberDropped = message.dropped;
      this.listeners.onDropped?.(message.dropped);
    }
    if ('error' in message) {
      const { error, frame } = message;
      this.listeners.onError?.(
        EyelineError.fromProblem(error, { status: error.status, retryAfterS: null }),
        frame,
      );
    } else if ('faces' in message) {
      const { frame, dropped: _dropped, ...record } = message;
      this.listeners.onRecord(record, frame);
    }
  }
}

/** In pieces: a function takes only so many arguments. */
function toBase64(image: Uint8Array | ArrayBuffer): string {
  const bytes = image instanceof ArrayBuffer ? new Uint8Array(image) : image;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(binary);
}
