import { type ColorMatrix } from '@eyeline/contracts';
import createCommand from 'fluent-ffmpeg';

import { type HardwareDecoder } from '../ffmpeg/hardware-decoder.js';
import { countFrom, INPUT_OPTIONS, inputAddress, PIECE_OPTIONS } from '../ffmpeg/input-options.js';
import { FROM_KEY_FRAME_ON } from '../ffmpeg/run-ups.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { BORDER_TOLERANCE_S, CELL_TOLERANCE, TICKS_PER_S, type Sampling } from '../sampling/sampling.js';

/** The pipe on which ffmpeg tells the time of each frame; raw video has no place for it. */
export const TIMES_PIPE = 3;

/** Decoder threads a video: more gain little where other videos are decoded beside it. */
const DECODER_THREADS = 2;

/** Frames that ffmpeg holds ready on a thread of its own, so that decoding goes on while the reader is busy. */
const FRAMES_AHEAD = 4;

export interface FrameChoice {
  /** `startS` is read from the file when it is left out. */
  readonly video: Pick<ProbedVideo, 'rotation' | 'streamIndex'> & Partial<Pick<ProbedVideo, 'startS'>>;
  readonly sampling: Sampling;
  /** Size of the upright frames that are handed over. */
  readonly width: number;
  readonly height: number;
  readonly startS: number;
  readonly endS: number;
  /** The file is a piece that `openPiece` has cut around the range; its picture is stream 0. */
  readonly isPiece?: boolean;
  /** Hands the colours over too, which are to be read by this; without them when it is null or left out. */
  readonly chroma?: ColorMatrix | null;
  /** Where to decode; on the processor when it is left out. */
  readonly decoder?: HardwareDecoder | null;
}

/** Where decoding begins, and what comes before it. */
export interface DecodingStart {
  readonly seekS: number;
  /** How many frames of the video come before `startS`; 0 when that plays no part. */
  readonly framesBefore: number;
  /** The timestamp in the file that is time 0. */
  readonly containerStartS: number;
}

/** How a stored picture is turned upright, once it is small. */
const TURNS = { 0: [], 90: ['transpose=clock'], 180: ['hflip', 'vflip'], 270: ['transpose=cclock'] } as const;

/** The metadata filter prints a frame's time only with a value; it tells decoded frames from chosen ones. */
const tell = (mode: 'add' | 'modify', value: 'decoded' | 'chosen'): string[] => [
  `metadata=mode=${mode}:key=is:value=${value}`,
  `metadata=mode=print:key=is:file='pipe\\:${TIMES_PIPE}':direct=1`,
];

/**
 * Arguments of ffmpeg: raw full-range luma on standard output (and chroma behind it, a quarter of its size each, which changes
 * no luma), two lines for each decoded and each chosen frame on a pipe. Frames are chosen before they are scaled, and turned after it, so that a frame that nobody asked for costs
 * its decoding alone.
 *
 * Timestamps stay those of the file (`-copyts`), less the container's start: a seek moves no frame by a rounding, so
 * that a segment chooses the very frames that one pass over the whole video would.
 */
export function writeFrameArguments(path: string, choice: FrameChoice, start: DecodingStart): string[] {
  const sideways = choice.video.rotation % 180 !== 0;
  const [width, height] = sideways ? [choice.height, choice.width] : [choice.width, choice.height];
  const filters = [
    `settb=1/${TICKS_PER_S}`,
    ...(start.seekS > 0 ? [FROM_KEY_FRAME_ON] : []),
    ...tell('add', 'decoded'),
    // Ends ffmpeg at the end of the range. Told by a kill alone, it would come late: the last frame stays in ffmpeg's
    // buffers until there is more to write, which may be never.
    ...(Number.isFinite(choice.endS) ? [`trim=end=${choice.endS.toFixed(9)}`] : []),
    ...selectFilters(choice, start.framesBefore),
    `scale=${width}:${height}:flags=area:out_range=full`,
    `format=${choice.chroma ? 'yuv420p' : 'gray'}`,
    ...TURNS[choice.video.rotation],
    ...tell('modify', 'chosen'),
  ];
  const command = createCommand(inputAddress(path))
    .inputOptions([
      ...['-v', 'repeat+error', '-nostdin', '-nostats'],
      ...(choice.isPiece ? ['-copyts'] : countFrom(start.containerStartS)),
      ...['-noautorotate', '-noaccurate_seek', '-threads', String(DECODER_THREADS)],
      ...['-err_detect', 'ignore_err'],
      ...(choice.isPiece ? PIECE_OPTIONS : INPUT_OPTIONS),
      ...(choice.decoder ? ['-hwaccel', choice.decoder] : []),
      ...(start.seekS > 0 ? ['-ss', start.seekS.toFixed(6)] : []),
    ])
    .outputOptions(['-map', `0:${choice.video.streamIndex}`, '-vf', filters.join(',')])
    // `-fps_mode` is the newer name, which ffmpeg 4.4 does not know.
    .outputOptions(['-vsync', 'passthrough', '-filter_threads', '1', '-c:v', 'rawvideo'])
    .outputOptions(['-fifo_format', 'rawvideo', '-queue_size', String(FRAMES_AHEAD)])
    .format('fifo')
    .output('pipe:1');
  return command._getArguments();
}

/**
 * ffmpeg's own arithmetic for `pickTimes`. `t` is the time of a frame, `prev_t` that of the decoded frame before it,
 * chosen or not: the first frame of a cell is the one whose predecessor lies in an earlier cell, wherever decoding began.
 */
function selectFilters({ sampling, startS, endS }: FrameChoice, framesBefore: number): string[] {
  const before = (border: number): string => `lt(t,${(border - BORDER_TOLERANCE_S).toFixed(9)})`;
  const end = Number.isFinite(endS) ? `*${before(endS)}` : '';
  const inRange = `not(${before(startS)})${end}`;
  if (sampling.kind === 'rate') {
    const cell = (time: string): string => `floor(max(${time},0)*${sampling.fps}+${CELL_TOLERANCE})`;
    return [`select='${inRange}*(isnan(prev_t)+gt(${cell('t')},${cell('prev_t')}))'`];
  }
  const range = `select='${inRange}'`;
  if (sampling.frames === 1) return [range];
  return [range, `select='not(mod(n+${framesBefore},${sampling.frames}))'`];
}
