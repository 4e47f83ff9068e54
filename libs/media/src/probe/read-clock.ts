import { AppError } from '@eyeline/contracts';

import { START_NUDGE_S } from '../ffmpeg/input-options.js';
import { TICKS_PER_S } from '../sampling/sampling.js';
import { type ProbedVideo } from './probed-video.js';
import { runFfprobe } from './run-ffprobe.js';

/** What ffprobe prints of the clocks of a file. */
export interface ClockOutput {
  readonly streams?: readonly { readonly index: number; readonly time_base?: string }[];
  readonly format?: { readonly start_time?: string };
}

const startOf = ({ format }: ClockOutput): number => Number(format?.start_time ?? 0) || 0;

async function readHead(path: string, entries: string, signal?: AbortSignal): Promise<ClockOutput> {
  const { output, messages } = await runFfprobe(path, entries, signal);
  if (output === null) {
    throw new AppError('corrupt_video', { detail: 'The file cannot be opened.', cause: messages.join('\n') });
  }
  return output as ClockOutput;
}

/** Turns the ticks of a container into seconds from the start of the video, just as ffmpeg does when it decodes. */
export class Clock {
  readonly #startS: number;
  readonly #ticks: ReadonlyMap<number, readonly [numerator: number, denominator: number]>;

  constructor({ streams = [], format }: ClockOutput) {
    this.#startS = startOf({ format });
    this.#ticks = new Map(
      streams.map(({ index, time_base }) => {
        const [numerator, denominator] = (time_base ?? `1/${TICKS_PER_S}`).split('/').map(Number);
        return [index, [numerator, denominator]];
      }),
    );
  }

  /** As `countFrom` makes ffmpeg do it: the container's start is rounded to ticks first, then the time to our own. */
  toSeconds(stream: number, ticks: number): number {
    const [numerator, denominator] = this.#ticks.get(stream) ?? [1, TICKS_PER_S];
    const start = Math.round(((this.#startS - START_NUDGE_S) * denominator) / numerator);
    return Math.round((((ticks - start) * numerator) / denominator) * TICKS_PER_S) / TICKS_PER_S;
  }

  /** 0 for a length that the container does not state. */
  lengthOf(stream: number, ticks: number): number {
    const [numerator, denominator] = this.#ticks.get(stream) ?? [1, TICKS_PER_S];
    return Number.isFinite(ticks) ? (ticks * numerator) / denominator : 0;
  }
}

/** @throws {AppError} corrupt_video when the file cannot be opened */
export async function readClock(path: string, signal?: AbortSignal): Promise<Clock> {
  return new Clock(await readHead(path, 'stream=index,time_base:format=start_time', signal));
}

/**
 * First timestamp of a container, in seconds.
 *
 * @throws {AppError} corrupt_video when the file cannot be opened
 */
export async function readContainerStart(path: string, signal?: AbortSignal): Promise<number> {
  return startOf(await readHead(path, 'format=start_time', signal));
}

/** The clock of a probed video's picture. */
export const clockOf = ({ streamIndex, timeBase, startS }: ProbedVideo): Clock =>
  new Clock({
    streams: [{ index: streamIndex, time_base: timeBase }],
    format: { start_time: String(startS) },
  });
