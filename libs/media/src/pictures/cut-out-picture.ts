import { AppError, type Region } from '@eyeline/contracts';
import createCommand from 'fluent-ffmpeg';

import { startProgram } from '../ffmpeg/child-process.js';
import { countFrom, INPUT_OPTIONS, inputAddress } from '../ffmpeg/input-options.js';
import { FROM_KEY_FRAME_ON, RUN_UPS_S } from '../ffmpeg/run-ups.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { TICKS_PER_S } from '../sampling/sampling.js';

/** Frame records round times to a thousandth. */
const TIME_TOLERANCE_S = 0.002;

/** What is shown around a region on each side, in lengths of its side: hair and chin. */
const MARGIN = 0.25;

/** Longest side of the picture. */
const SIDE_PX = 256;

/** Quality of JPEG as ffmpeg counts it, 2 (best) to 31. */
const QUALITY = 4;

/** One picture takes far less; a file that makes ffmpeg hang is not waited for. */
const TIME_LIMIT_MS = 60_000;

export interface CutOutRequest {
  readonly video: Pick<ProbedVideo, 'streamIndex' | 'startS' | 'width' | 'height'>;
  readonly timeS: number;
  /** In pixels of the upright picture; what lies outside of it is left out. */
  readonly region: Region;
  readonly signal: AbortSignal;
}

/**
 * A part of one frame with some margin, as a JPEG of at most 256 pixels a side without metadata.
 *
 * @throws {AppError} corrupt_video when no frame is found there, timed_out; the signal's reason
 */
export async function cutOutPicture(path: string, request: CutOutRequest): Promise<Buffer> {
  // A seek may land behind the frame: then from further before it.
  for (const runUpS of RUN_UPS_S) {
    const seekS = Math.max(0, request.timeS - runUpS);
    const picture = await readPicture(writeArguments(path, request, seekS), request);
    if (picture.length > 0) return picture;
    if (seekS === 0) break;
  }
  throw new AppError('corrupt_video', { detail: `No picture was found at ${request.timeS} s.` });
}

async function readPicture(args: readonly string[], { signal }: CutOutRequest): Promise<Buffer> {
  const ffmpeg = startProgram('ffmpeg', args, { signal });
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    ffmpeg.kill();
  }, TIME_LIMIT_MS);
  const chunks: Buffer[] = [];
  ffmpeg.child.stdout!.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await ffmpeg.ended.finally(() => clearTimeout(timer));
  signal.throwIfAborted();
  if (timedOut) throw new AppError('timed_out', { detail: 'Cutting out a picture took too long.' });
  return exitCode === 0 ? Buffer.concat(chunks) : Buffer.alloc(0);
}

function writeArguments(path: string, { video, timeS, region }: CutOutRequest, seekS: number): string[] {
  const { x, y, width, height } = widen(region, video);
  const filters = [
    `settb=1/${TICKS_PER_S}`, // a container may know no time between two frames
    ...(seekS > 0 ? [FROM_KEY_FRAME_ON] : []),
    `trim=start=${(timeS - TIME_TOLERANCE_S).toFixed(6)}:end=${(timeS + TIME_TOLERANCE_S).toFixed(6)}`,
    `crop=${width}:${height}:${x}:${y}:exact=1`,
    `scale='min(${SIDE_PX},iw)':'min(${SIDE_PX},ih)':force_original_aspect_ratio=decrease:out_range=full`,
    'format=yuvj420p',
  ];
  const command = createCommand(inputAddress(path))
    .inputOptions([
      ...['-v', 'error', '-nostdin', '-nostats'],
      ...countFrom(video.startS),
      ...['-noaccurate_seek', '-err_detect', 'ignore_err'],
      ...INPUT_OPTIONS,
      ...(seekS > 0 ? ['-ss', seekS.toFixed(6)] : []),
    ])
    .outputOptions(['-map', `0:${video.streamIndex}`, '-vf', filters.join(','), '-frames:v', '1'])
    .outputOptions(['-map_metadata', '-1', '-vsync', 'passthrough', '-c:v', 'mjpeg', '-q:v', String(QUALITY)])
    .format('image2pipe')
    .output('pipe:1');
  return command._getArguments();
}

/** The region with its margin, cut at the borders of the picture, in whole pixels. */
function widen({ x, y, w, h }: Region, picture: { readonly width: number; readonly height: number }) {
  const margin = MARGIN * Math.max(w, h);
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  const [left, right] = [x - margin, x + w + margin].map((value) => clamp(value, picture.width));
  const [top, bottom] = [y - margin, y + h + margin].map((value) => clamp(value, picture.height));
  const width = Math.max(2, right - left);
  const height = Math.max(2, bottom - top);
  return {
    ...{ width, height },
    x: Math.min(left, picture.width - width),
    y: Math.min(top, picture.height - height),
  };
}
