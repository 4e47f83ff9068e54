import { AppError } from '@eyeline/contracts';

import { TICKS_PER_S } from '../sampling/sampling.js';
import { type ProbedVideo } from './probed-video.js';
import { runFfprobe } from './run-ffprobe.js';

/** What ffprobe prints of the clocks of a file. */
export interface ClockOutput {
  readonly streams?: readonly { readonly index: number; readonly time_base?: string }[];
  readonly format?: { readonly start_time?: string };
}

/** Turns the ticks of a container into seconds from the start of the video, just as ffmpeg does when it decodes. */
export class Clock {
  readonly #startS: number;
  readonly #ticks: ReadonlyMap<number, readonly [numerator: number, denominator: number]>;

  constructor({ streams = [], format }: ClockOutput) {
    this.#startS = Number(format?.start_time ?? 0) || 0;
    this.#ticks = new Map(
      streams.map(({ index, time_base }) => {
        const [numerator, denominator] = (time_base ?? `1/${TICKS_PER_S}`).split('/').map(Number);
        return [index, [numerator, denominator]];
      }),
    );
  }

  /** The container's start is rounded to the stream's ticks first, then the time to our own. */
  toSeconds(stream: number, ticks: number): number {
    const [numerator, denominator] = this.#ticks.get(stream) ?? [1, TICKS_PER_S];
    const start = Math.round((this.#startS * denominator) / numerator);
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
  const { output, messages } = await runFfprobe(path, 'stream=index,time_base:format=start_time', signal);
  if (output === null) {
    throw new AppError('corrupt_video', { detail: 'The file cannot be opened.', cause: messages.join('\n') });
  }
  return new Clock(output as ClockOutput);
}

/** The clock of a probed video's picture. */
export const clockOf = ({ streamIndex, timeBase, startS }: ProbedVideo): Clock =>
  new Clock({
    streams: [{ index: streamIndex, time_base: timeBase }],
    format: { start_time: String(startS) },
  });
