import createCommand from 'fluent-ffmpeg';

import { INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { CELL_TOLERANCE, type Sampling } from '../sampling/sampling.js';

/** The pipe on which ffmpeg tells the time of each frame; raw video has no place for it. */
export const TIMES_PIPE = 3;

/** Decoder threads a video: more gain little where other videos are decoded beside it. */
const DECODER_THREADS = 2;

export interface FrameChoice {
  readonly video: Pick<ProbedVideo, 'rotation' | 'streamIndex'>;
  readonly sampling: Sampling;
  /** Size of the upright frames that are handed over. */
  readonly width: number;
  readonly height: number;
  readonly startS: number;
  readonly endS: number;
}

/** How a stored picture is turned upright, once it is small. */
const TURNS = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] } as const;

/**
 * Arguments of ffmpeg: raw full-range luma on standard output, a line with the time of each frame on a pipe.
 * Frames are chosen before they are scaled, and turned after it, so that a frame that nobody asked for costs its
 * decoding alone.
 *
 * @returns the arguments, and where in the video the clock of the lines starts
 */
export function writeFrameArguments(
  path: string,
  choice: FrameChoice,
): { args: string[]; clockStartS: number } {
  const { video, sampling, startS, endS } = choice;
  // Every N-th frame is counted from the first one, which a seek would skip.
  const canSeek = sampling.kind === 'rate' || sampling.frames === 1;
  const clockStartS = canSeek ? startS : 0;
  const range = [
    ...(clockStartS > 0 ? ['-ss', clockStartS.toFixed(6)] : []),
    ...(Number.isFinite(endS) ? ['-t', (endS - clockStartS).toFixed(6)] : []),
  ];
  const sideways = video.rotation % 180 !== 0;
  const [width, height] = sideways ? [choice.height, choice.width] : [choice.width, choice.height];
  const filters = [
    `select='${selectExpression(sampling, clockStartS, startS)}'`,
    `scale=${width}:${height}:flags=area:out_range=full`,
    'format=gray',
    ...TURNS[video.rotation],
    // Times in microseconds; the metadata filter prints a line only for frames that have metadata.
    'settb=AVTB',
    'metadata=mode=add:key=k:value=1',
    `metadata=mode=print:file='pipe\\:${TIMES_PIPE}':direct=1`,
  ];
  const command = createCommand(inputAddress(path))
    .inputOptions([
      ...['-v', 'error', '-nostdin', '-nostats', '-progress', 'pipe:2', '-stats_period', '2'],
      ...['-noautorotate', '-threads', String(DECODER_THREADS)],
      ...INPUT_OPTIONS,
      ...range,
    ])
    .outputOptions(['-map', `0:${video.streamIndex}`, '-vf', filters.join(','), '-fps_mode', 'passthrough'])
    .outputOptions(['-filter_threads', '1'])
    .format('rawvideo')
    .output('pipe:1');
  return { args: command._getArguments(), clockStartS };
}

/** ffmpeg's own arithmetic for `pickTimes`: `t` is the time of a frame, `n` its number, both from the seek on. */
function selectExpression(sampling: Sampling, clockStartS: number, startS: number): string {
  if (sampling.kind === 'rate') {
    const cell = (time: string): string =>
      `floor((${time}+${clockStartS})*${sampling.fps}+${CELL_TOLERANCE})`;
    return `isnan(prev_selected_t)+gt(${cell('t')},${cell('prev_selected_t')})`;
  }
  const every = sampling.frames === 1 ? '1' : `not(mod(n,${sampling.frames}))`;
  return `${every}*gte(t+${clockStartS},${startS})`;
}
