import { AppError, type LiveFrameRecord, type LiveMessage, type Problem } from '@eyeline/contracts';
import { WebSocket } from 'ws';

import { type CloseReason, closeSocket } from './close-codes.js';
import { type ConnectionTimes } from './connection-times.js';
import { LatestOnly } from './latest-only.js';
import { watchConnection } from './watch-connection.js';

/** Answers that wait for a slow client: with more bytes of them, nothing new is looked at. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** Requests in a row that are none: whoever sends them sends no pictures. */
const MAX_BAD_MESSAGES = 20;

export interface SocketMessage {
  readonly data: Buffer;
  readonly isBinary: boolean;
}

/** What a connection asks of the rest of the service. */
export interface ConnectionWork {
  /** Of an image; a longer one ends the connection. */
  readonly maxImageBytes: number;
  /** @throws AppError as LiveDesk, and rate_limited */
  answer(message: SocketMessage, gone: AbortSignal): Promise<LiveFrameRecord>;
  toProblem(error: AppError): Problem;
  isStillKnown(): Promise<boolean>;
  onDropped(): void;
}

interface Frame extends SocketMessage {
  /** Number of the message on this connection, from 1. */
  readonly number: number;
}

/**
 * One client that sends pictures: one of them is in work, one waits, the newest. All others are dropped and counted, so
 * that answers are about now and memory has a bound, however fast they come.
 */
export class LiveConnection {
  private sent = 0;
  private answered = 0;
  private dropped = 0;
  private badInARow = 0;
  private isLimitTold = false;
  private isClosing = false;
  private tellTimer: NodeJS.Timeout | null = null;
  private readonly gone = new AbortController();
  private readonly frames: LatestOnly<Frame>;

  constructor(
    private readonly socket: WebSocket,
    private readonly work: ConnectionWork,
    private readonly times: ConnectionTimes,
  ) {
    this.frames = new LatestOnly(
      (frame) => this.look(frame),
      () => this.drop(),
    );
    socket.on('message', (data: Buffer, isBinary) => this.take(data, isBinary));
    socket.on('error', () => {
      // What breaks the protocol or a limit; `ws` closes by itself, with the code for it.
    });
    socket.once('close', () => {
      this.isClosing = true;
      this.gone.abort();
      if (this.tellTimer !== null) clearTimeout(this.tellTimer);
      void this.frames.drain();
    });
    watchConnection(
      socket,
      times,
      () => work.isStillKnown(),
      (reason) => this.close(reason),
    );
  }

  /** For the log. */
  get counts(): { sent: number; answered: number; dropped: number } {
    return { sent: this.sent, answered: this.answered, dropped: this.dropped };
  }

  /** Answers the frame that is in work, then closes. Resolves when the connection is closed. */
  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => void this.socket.once('close', () => resolve()));
    if (this.socket.readyState === WebSocket.CLOSED) return;
    this.isClosing = true;
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (limit = setTimeout(resolve, this.times.finishMs)));
    await Promise.race([this.frames.drain(), late]);
    clearTimeout(limit);
    closeSocket(this.socket, 'stopping', this.times.closeMs);
    await closed;
  }

  private take(data: Buffer, isBinary: boolean): void {
    if (this.isClosing) return;
    const number = ++this.sent;
    if (isBinary && data.length > this.work.maxImageBytes) return this.close('tooLarge');
    if (this.socket.bufferedAmount > MAX_UNREAD_BYTES) this.drop();
    else this.frames.offer({ number, data, isBinary });
  }

  private async look(frame: Frame): Promise<void> {
    try {
      const record = await this.work.answer(frame, this.gone.signal);
      this.badInARow = 0;
      this.isLimitTold = false;
      this.answered++;
      this.send({ frame: frame.number, dropped: this.dropped, ...record });
    } catch (error) {
      if (!this.gone.signal.aborted) this.refuse(frame, AppError.from(error));
    }
  }

  private refuse({ number }: Frame, error: AppError): void {
    if (error.code === 'payload_too_large') return this.close('tooLarge');
    const isDropped = error.code === 'live_overloaded' || error.code === 'rate_limited';
    // Those that the desk has refused it has counted itself.
    if (isDropped) this.drop({ isCounted: error.code === 'live_overloaded' });
    if (error.code === 'live_overloaded') return;
    if (error.code === 'rate_limited' && this.isLimitTold) return;
    this.isLimitTold = error.code === 'rate_limited';
    this.send({ frame: number, dropped: this.dropped, error: this.work.toProblem(error) });
    if (isDropped) return;
    this.badInARow = error.code === 'invalid_request' ? this.badInARow + 1 : 0;
    if (this.badInARow >= MAX_BAD_MESSAGES) this.close('badMessages');
  }

  private drop({ isCounted = false } = {}): void {
    this.dropped++;
    if (!isCounted) this.work.onDropped();
    this.tellTimer ??= setTimeout(() => this.tell(), this.times.tellMs);
  }

  private tell(): void {
    this.tellTimer = null;
    if (this.socket.bufferedAmount <= MAX_UNREAD_BYTES) {
      this.send({ frame: null, dropped: this.dropped });
    } else this.tellTimer = setTimeout(() => this.tell(), this.times.tellMs);
  }

  private send(message: LiveMessage): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.tellTimer !== null) clearTimeout(this.tellTimer);
    this.tellTimer = null;
    this.socket.send(JSON.stringify(message));
  }

  private close(reason: CloseReason): void {
    if (this.isClosing) return;
    this.isClosing = true;
    closeSocket(this.socket, reason, this.times.closeMs);
  }
}
