/**
 * A few buffers of one frame each, filled from a byte stream and emptied in the same order, over and over: each byte
 * is copied once, and memory stays the same however long the video is.
 */
export class FrameRing {
  readonly #slots: Uint8Array[];
  #filling = 0;
  #filledBytes = 0;
  #ready = 0;

  constructor(
    private readonly frameBytes: number,
    slots: number,
  ) {
    this.#slots = Array.from({ length: slots }, () => new Uint8Array(frameBytes));
  }

  /** Frames that are complete and not released. */
  get ready(): number {
    return this.#ready;
  }

  get isFull(): boolean {
    return this.#ready === this.#slots.length;
  }

  /** Whether the last frame has begun and is not complete. */
  get hasPart(): boolean {
    return this.#filledBytes > 0;
  }

  /** Takes what fits. @returns how many bytes were taken */
  write(bytes: Uint8Array): number {
    let taken = 0;
    while (taken < bytes.length && !this.isFull) {
      const part = bytes.subarray(taken, taken + this.frameBytes - this.#filledBytes);
      this.#slots[this.#filling].set(part, this.#filledBytes);
      taken += part.length;
      this.#filledBytes += part.length;
      if (this.#filledBytes === this.frameBytes) {
        this.#filling = (this.#filling + 1) % this.#slots.length;
        this.#filledBytes = 0;
        this.#ready++;
      }
    }
    return taken;
  }

  /** The oldest complete frame; it stays valid until `release`. */
  peek(): Uint8Array {
    if (this.#ready === 0) throw new Error('No frame is complete.');
    return this.#slots[(this.#filling - this.#ready + this.#slots.length) % this.#slots.length];
  }

  release(): void {
    if (this.#ready === 0) throw new Error('No frame is complete.');
    this.#ready--;
  }
}
