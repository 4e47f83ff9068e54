import { Readable } from 'node:stream';

const CHUNK_CHARACTERS = 64 * 1024;

/**
 * JSON lines as a readable stream that is fed from outside and holds its feeder back: `write` resolves once there is
 * room for more, so that the lines in memory stay few however many there are.
 */
export class LineStream {
  readonly readable: Readable;
  private text = '';
  private makeRoom: (() => void) | null = null;

  constructor() {
    this.readable = new Readable({
      highWaterMark: 4 * CHUNK_CHARACTERS,
      read: () => this.release(),
      destroy: (error, done) => {
        this.release();
        done(error);
      },
    });
  }

  /** Throws what destroyed the stream. */
  write(value: unknown): Promise<void> | void {
    this.text += `${JSON.stringify(value)}\n`;
    if (this.text.length >= CHUNK_CHARACTERS) return this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    this.readable.push(null);
  }

  private async flush(): Promise<void> {
    if (this.readable.destroyed) throw this.readable.errored ?? new Error('The stream was closed.');
    const text = this.text;
    this.text = '';
    if (text === '' || this.readable.push(text)) return;
    await new Promise<void>((resolve) => (this.makeRoom = resolve));
  }

  private release(): void {
    this.makeRoom?.();
    this.makeRoom = null;
  }
}
