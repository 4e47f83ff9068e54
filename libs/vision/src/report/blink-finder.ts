import { MIN_OPENING } from '../analysers/gaze/eye-geometry.js';

/** Seconds; the end is not included. */
export interface Blink {
  readonly startS: number;
  readonly endS: number;
}

/** How far apart the lids are at one moment, by the width of the eye, and up to when that speaks for the video. */
export interface LidLook {
  readonly tS: number;
  readonly untilS: number;
  readonly opening: number;
}

/** Between the open eyes before a blink and those after it (a blink takes 0.1 to 0.4 s); eyes that stay shut for longer do not blink. */
const LONGEST_S = 0.5;

/** Lids that are nearer together than this share of how far they were apart are shut (0.65 to 0.75 find about the same in labelled clips). */
const SHUT_SHARE = 0.7;

/** Two blinks that are less far apart are one. */
const JOIN_BELOW_S = 0.1;

/** Times are rounded: three frames of 30 a second last 0.1 s. */
const TOLERANCE_S = 1e-6;

/**
 * The lids of one person, in the order of time -> blinks. A blink is measured against how far the same eyes are open right before and
 * right after it: it is so short that often no frame shows it at its lowest, and eyes that are narrow for longer are none.
 */
export class BlinkFinder {
  private readonly blinks: { startS: number; endS: number }[] = [];
  /** No more than what the next one to be judged is measured against, and what came since. */
  private looks: LidLook[] = [];
  /** So many of them have been judged. */
  private judged = 0;

  add(look: LidLook): void {
    this.looks.push(look);
    while (this.looks[this.judged].tS < look.tS - LONGEST_S) this.judge();
  }

  /** In order of time. Call it once, after the last look. */
  finish(): readonly Blink[] {
    while (this.judged < this.looks.length) this.judge();
    return this.blinks;
  }

  private judge(): void {
    const { tS, untilS } = this.looks[this.judged];
    if (this.isShut(this.judged)) {
      const last = this.blinks.at(-1);
      if (last !== undefined && tS - last.endS < JOIN_BELOW_S - TOLERANCE_S) last.endS = untilS;
      else this.blinks.push({ startS: tS, endS: untilS });
    }
    const gone = this.looks.findIndex((look) => look.tS >= tS - LONGEST_S);
    this.looks = this.looks.slice(gone);
    this.judged += 1 - gone;
  }

  private isShut(at: number): boolean {
    const open = Math.max(this.looks[at].opening / SHUT_SHARE, MIN_OPENING);
    const isOpen = ({ opening }: LidLook): boolean => opening > open;
    const before = this.looks.slice(0, at).findLast(isOpen);
    const after = this.looks.slice(at + 1).find(isOpen);
    return before !== undefined && after !== undefined && after.tS - before.tS <= LONGEST_S + TOLERANCE_S;
  }
}
