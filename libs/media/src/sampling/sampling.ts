import { type AnalysisOptions } from '@eyeline/contracts';

/** `rate`: the first frame of each cell of a grid over the whole video. `interval`: frames 0, N, 2N ... of it. */
export type Sampling =
  { readonly kind: 'rate'; readonly fps: number } | { readonly kind: 'interval'; readonly frames: number };

/** What the options ask for; `sampling_fps` 0 is every frame. */
export function chooseSampling(options: Pick<AnalysisOptions, 'sampling_fps' | 'frame_interval'>): Sampling {
  if (options.frame_interval !== null) return { kind: 'interval', frames: options.frame_interval };
  return options.sampling_fps ? { kind: 'rate', fps: options.sampling_fps } : { kind: 'interval', frames: 1 };
}

/** The clock of all times here, ffmpeg's filters included: finer than that of any container. */
export const TICKS_PER_S = 1e9;

/** So much of a cell is forgiven at its border: 1/5 s is not exactly 0.2 in binary, and 1/3 s is rounded to ticks. */
export const CELL_TOLERANCE = 1e-6;

/** So much is forgiven at the borders of a range, for the same reason; far below the distance of two frames. */
export const BORDER_TOLERANCE_S = 1e-7;

/** The cell of the grid that a time falls into. */
export const cellOf = (tS: number, fps: number): number => Math.floor(tS * fps + CELL_TOLERANCE);

/** Whether a time lies before the border of a range. */
export const isBefore = (tS: number, borderS: number): boolean => tS < borderS - BORDER_TOLERANCE_S;

/**
 * Which frames sampling asks for.
 *
 * @param times when the frames of the whole video are shown, ascending, seconds
 */
export function pickTimes(
  times: ArrayLike<number>,
  sampling: Sampling,
  range: { readonly startS: number; readonly endS: number },
): number[] {
  const picked: number[] = [];
  let lastCell = -1;
  for (let i = 0; i < times.length; i++) {
    const tS = times[i];
    const cell = sampling.kind === 'rate' ? cellOf(tS, sampling.fps) : Math.floor(i / sampling.frames);
    const isFirst = cell > lastCell;
    lastCell = cell;
    // A cell belongs to its first frame even when that lies before the range: so no cell is looked at twice.
    if (isFirst && !isBefore(tS, range.startS) && isBefore(tS, range.endS)) picked.push(tS);
  }
  return picked;
}

/** How many frames lie before a time, by which every N-th frame is counted; `timesS` ascending. */
export function countFramesBefore(timesS: ArrayLike<number>, borderS: number): number {
  let [low, high] = [0, timesS.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(timesS[middle], borderS)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Seconds between two frames that sampling asks for, as far as the video has them. */
export function samplingStepS(sampling: Sampling, videoFps: number): number {
  if (sampling.kind === 'interval') return sampling.frames / videoFps;
  return 1 / Math.min(sampling.fps, videoFps);
}
