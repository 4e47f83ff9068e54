import { finished, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '@eyeline/contracts';

import { openObject, type OpenedObject } from './open-object.js';
import { type S3Connection } from './s3-connection.js';
import { isOtherObject } from './s3-errors.js';

/** Waits before the tries to go on reading, in which not a byte comes. After the last of them it is given up. */
const RESUME_AFTER_MS = [0, 500, 1000, 2000];

const READ_CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of an object. When the connection breaks, it goes on from the byte that it has reached on a new one, of the
 * same state of the object. A connection that breaks while nobody reads is made again when somebody does.
 */
export class ObjectReader extends Readable {
  private position: number;
  private readonly end: number;
  private readonly etag: string | undefined;
  private readonly abort = new AbortController();
  private body: Readable | null = null;
  private isWanted = false;
  private isResuming = false;
  /** Breaks since the last byte, and since when. */
  private breaks = 0;
  private brokenSinceMs = 0;

  constructor(
    private readonly connection: S3Connection,
    private readonly key: string,
    opened: OpenedObject,
  ) {
    super({ highWaterMark: READ_CHUNK_BYTES });
    this.position = opened.start;
    this.end = opened.end;
    this.etag = opened.etag;
    this.attach(opened.body);
  }

  /** How many bytes there are to read. */
  get sizeBytes(): number {
    return this.end - this.position;
  }

  override _read(): void {
    this.isWanted = true;
    if (this.body !== null) this.body.resume();
    else if (!this.isResuming) void this.resumeReading(null);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.abort.abort();
    this.body?.destroy();
    this.body = null;
    done(error);
  }

  private attach(body: Readable): void {
    this.body = body;
    body.on('data', (chunk: Buffer) => {
      this.position += chunk.byteLength;
      this.breaks = 0;
      this.isWanted = this.push(chunk);
      if (!this.isWanted) body.pause();
    });
    if (!this.isWanted) body.pause();
    finished(body, (error) => {
      if (this.body !== body) return; // we are destroyed
      this.body = null;
      if (this.position === this.end) this.push(null);
      else if (this.isWanted) void this.resumeReading(error ?? new Error('the connection ended early'));
    });
  }

  /** Opens a new connection, at once for a first time and later when the last ones brought nothing. */
  private async resumeReading(cause: unknown): Promise<void> {
    this.isResuming = true;
    while (!this.destroyed) {
      if (this.breaks === 0) this.brokenSinceMs = Date.now();
      const waitMs = RESUME_AFTER_MS[this.breaks++];
      const isPatient = Date.now() - this.brokenSinceMs <= this.connection.patience.answerMs;
      if (waitMs === undefined || !isPatient) return void this.destroy(unavailable(cause));
      try {
        const { signal } = this.abort;
        await sleep(waitMs, undefined, { signal });
        const range = { start: this.position, end: this.end - 1 };
        const { body } = await openObject(this.connection, this.key, { range, etag: this.etag, signal });
        if (this.destroyed) return void body.destroy();
        this.isResuming = false;
        return this.attach(body);
      } catch (error) {
        if (isOtherObject(error)) this.destroy(error as AppError);
        cause = error;
      }
    }
  }
}

const unavailable = (cause: unknown): AppError =>
  new AppError('storage_unavailable', { detail: 'The connection to S3 breaks again and again.', cause });
