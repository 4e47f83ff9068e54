/** A stretch in which eyes are shut, seconds; the end is not included. */
export interface Closure {
  readonly startS: number;
  readonly endS: number;
}

/** Eyes that are not seen shut for less than this between two closures have stayed shut. */
const JOIN_BELOW_S = 0.1;

/** Times are rounded: three frames of 30 a second last 0.1 s. */
const TOLERANCE_S = 1e-6;

/** Stretches of shut eyes in the frames of a video, which come in the order of time. */
export class ClosureFinder {
  private readonly closures: { startS: number; endS: number }[] = [];
  private last: { readonly tS: number; readonly isShut: boolean } | null = null;
  private stepS = 0;

  /** @param isShut false as well where the eyes are not found */
  add(tS: number, isShut: boolean): void {
    if (this.last !== null) {
      this.stepS = tS - this.last.tS;
      // a frame is seen until the next one
      if (this.last.isShut) this.closures.at(-1)!.endS = tS;
    }
    this.last = { tS, isShut };
    if (!isShut) return;
    const before = this.closures.at(-1);
    const isNew = before === undefined || tS - before.endS >= JOIN_BELOW_S - TOLERANCE_S;
    if (isNew) this.closures.push({ startS: tS, endS: tS });
  }

  finish(): readonly Closure[] {
    // The last frame is seen as long as the one before it.
    if (this.last?.isShut) this.closures.at(-1)!.endS = this.last.tS + this.stepS;
    return this.closures;
  }
}
