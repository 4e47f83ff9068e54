import { createWriteStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, type FrameRecord } from '@eyeline/contracts';
import createCommand from 'fluent-ffmpeg';

import { readLines, startProgram } from '../ffmpeg/child-process.js';
import { countFrom, INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { FROM_KEY_FRAME_ON } from '../ffmpeg/run-ups.js';
import { Watchdog } from '../ffmpeg/watchdog.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { type OverlaySize, writeOverlayEvents, writeOverlayHead } from './overlay-script.js';

/** Longest side of an annotated video: it is for looking at, and a larger one takes long to make. */
const MAX_SIDE = 1280;

/** Quality of H.264, 0 (lossless) to 51: between "hard to tell from the source" (18) and the encoder's own 23. */
const CRF = 22;

/** How far before the range decoding begins: containers without an index land somewhere near where they are sent. */
const RUN_UP_S = 60;

export interface AnnotateRequest {
  /** Files to be: the MP4, and the script of what is drawn in it, whose name holds letters, digits, `.` and `-` alone. */
  readonly output: string;
  readonly overlay: string;
  readonly video: Pick<ProbedVideo, 'streamIndex' | 'startS' | 'width' | 'height'>;
  /** Every analysed frame in order of time. */
  readonly records: AsyncIterable<FrameRecord>;
  /** Time between two samples, seconds. */
  readonly stepS: number;
  /** What is shown of the video, seconds from its start. */
  readonly startS: number;
  readonly endS: number;
  readonly signal: AbortSignal;
  /** How far it is: 0-1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Writes an MP4 (H.264, AAC, upright, at most 1280 pixels a side, nothing of the source's metadata) with boxes, ids,
 * emotions and lines of sight drawn in. One ffmpeg decodes, draws and encodes: no picture passes through this process,
 * and memory does not grow with the video.
 *
 * @throws {AppError} internal (ffmpeg failed, or cannot draw), timed_out; the signal's reason
 */
export async function annotateVideo(path: string, request: AnnotateRequest): Promise<void> {
  const { video, overlay, signal, startS, endS, onProgress } = request;
  const size = chooseSize(video);
  await pipeline(Readable.from(writeOverlay(request, size)), createWriteStream(overlay), { signal }).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      throw error;
    },
  );
  const args = writeArguments(path, request, size);
  // The overlay is named in a filter, where a path would have to be escaped twice over.
  const ffmpeg = startProgram('ffmpeg', args, { signal, cwd: dirname(overlay) });
  let fault: Error | null = null;
  const watchdog = new Watchdog('Drawing the annotated video', {}, (error) => {
    fault = error;
    ffmpeg.kill();
  });
  readLines(ffmpeg.child.stdout!, (line) => {
    watchdog.progress();
    const shownUs = Number(/^out_time_us=(\d+)/.exec(line)?.[1] ?? NaN);
    if (!Number.isNaN(shownUs)) onProgress?.(Math.min(1, shownUs / 1e6 / Math.max(endS - startS, 1e-3)));
  });
  try {
    const exitCode = await ffmpeg.ended;
    signal.throwIfAborted();
    if (fault !== null) throw fault as Error;
    if (exitCode === 0) return;
    const cause = ffmpeg.messages.join('\n');
    throw new AppError('internal', { detail: 'ffmpeg could not draw the annotated video.', cause });
  } finally {
    watchdog.stop();
  }
}

async function* writeOverlay(
  { records, stepS, endS }: AnnotateRequest,
  size: OverlaySize,
): AsyncGenerator<string> {
  yield writeOverlayHead(size);
  let last: FrameRecord | null = null;
  for await (const record of records) {
    if (last !== null) yield writeOverlayEvents(last, record, { size, stepS, endS });
    last = record;
  }
  if (last !== null) yield writeOverlayEvents(last, null, { size, stepS, endS });
}

/** Even sides, as the encoder wants them. */
function chooseSize({ width, height }: AnnotateRequest['video']): OverlaySize {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const even = (side: number): number => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { sourceWidth: width, sourceHeight: height, width: even(width), height: even(height) };
}

/** Times stay those of the report until the overlay is drawn, and begin at 0 after it. */
function writeArguments(
  path: string,
  { video, overlay, output, startS, endS }: AnnotateRequest,
  size: OverlaySize,
): string[] {
  const from = startS.toFixed(6);
  const range = `start=${from}:end=${endS.toFixed(6)}`;
  const seekS = Math.max(0, startS - RUN_UP_S);
  const picture = [
    ...(seekS > 0 ? [FROM_KEY_FRAME_ON] : []),
    `trim=${range}`,
    `scale=${size.width}:${size.height}:flags=bicubic`,
    `ass=filename=${basename(overlay)}`,
    `setpts=PTS-${from}/TB`,
    'format=yuv420p',
  ];
  const sound = [`atrim=${range}`, `asetpts=PTS-${from}/TB`];
  const command = createCommand(inputAddress(path))
    .inputOptions([
      ...['-v', 'error', '-nostdin', '-nostats', '-y'],
      ...countFrom(video.startS),
      ...['-err_detect', 'ignore_err'],
      ...INPUT_OPTIONS,
      ...(seekS > 0 ? ['-noaccurate_seek', '-ss', seekS.toFixed(6)] : []),
    ])
    .outputOptions(['-map', `0:${video.streamIndex}`, '-map', '0:a:0?'])
    .outputOptions(['-vf', picture.join(','), '-af', sound.join(',')])
    .outputOptions(['-vsync', 'vfr', '-map_metadata', '-1', '-map_chapters', '-1'])
    .outputOptions(['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(CRF)])
    .outputOptions(['-c:a', 'aac', '-b:a', '128k', '-movflags', '+faststart', '-progress', 'pipe:1'])
    .format('mp4')
    .output(output);
  return command._getArguments();
}
