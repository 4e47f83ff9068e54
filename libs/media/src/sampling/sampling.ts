import { type AnalysisOptions } from '@eyeline/contracts';

/** `rate`: the first frame of each cell of a grid over the whole video. `interval`: frames 0, N, 2N ... of it. */
export type Sampling =
  { readonly kind: 'rate'; readonly fps: number } | { readonly kind: 'interval'; readonly frames: number };

/** What the options ask for; `sampling_fps` 0 is every frame. */
export function chooseSampling(options: Pick<AnalysisOptions, 'sampling_fps' | 'frame_interval'>): Sampling {
  if (options.frame_interval !== null) return { kind: 'interval', frames: options.frame_interval };
  return options.sampling_fps ? { kind: 'rate', fps: options.sampling_fps } : { kind: 'interval', frames: 1 };
}

/** Timestamps are rounded to the container's clock; so much is forgiven at the border of a cell. */
export const CELL_TOLERANCE = 1e-6;

/** The cell of the grid that a time falls into. */
export const cellOf = (tS: number, fps: number): number => Math.floor(tS * fps + CELL_TOLERANCE);

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
    if (tS < range.startS || tS >= range.endS) continue;
    if (sampling.kind === 'interval') {
      if (i % sampling.frames === 0) picked.push(tS);
      continue;
    }
    const cell = cellOf(tS, sampling.fps);
    if (cell > lastCell) picked.push(tS);
    lastCell = Math.max(lastCell, cell);
  }
  return picked;
}

/** Seconds between two frames that sampling asks for, as far as the video has them. */
export function samplingStepS(sampling: Sampling, videoFps: number): number {
  if (sampling.kind === 'interval') return sampling.frames / videoFps;
  return 1 / Math.min(sampling.fps, videoFps);
}
