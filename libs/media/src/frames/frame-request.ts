import { type FrameChoice } from './frame-arguments.js';

/** What is asked of a frame stream. */
export interface FrameRequest extends FrameChoice {
  /**
   * Frames of the video before `startS`, by which every N-th frame is counted (`countFramesBefore`). Left out, the
   * packets are counted; those of a piece cannot tell.
   */
  readonly framesBefore?: number;
  /** Ends decoding at once; the stream then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Without a sign of life for so long, the stream throws `timed_out`. Default 60,000. */
  readonly noProgressMs?: number;
  /** Limit of the whole stream in milliseconds; none by default. */
  readonly deadlineMs?: number;
}
