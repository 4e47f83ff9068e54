import { open } from 'node:fs/promises';
import { AppError } from '@eyeline/contracts';

import { judgePacing } from './judge-pacing.js';
import { clockOf } from './read-clock.js';
import { type MediaLimits } from './media-limits.js';
import { type ProbedVideo } from './probed-video.js';
import { readPacketTimes } from './read-packet-times.js';
import { PROBE_ENTRIES, type ProbeOutput, readProbe } from './read-probe.js';
import { runFfprobe } from './run-ffprobe.js';

/** ffprobe's confidence in a container; at or below a quarter it is a guess that any bytes can meet. */
const MIN_PROBE_SCORE = 26;

/**
 * Looks at a file without decoding it; its name and declared type play no part.
 *
 * @throws {AppError} unsupported_media (no video file), corrupt_video (one that cannot be opened), no_video_stream,
 *   video_too_long, too_many_pixels
 * @example const { durationS, width, height } = await probeVideo(path, { limits });
 */
export async function probeVideo(
  path: string,
  options: { limits: MediaLimits; signal?: AbortSignal },
): Promise<ProbedVideo> {
  const { maxPixels, maxDurationS } = options.limits;
  if (await isStillImage(path)) throw new AppError('unsupported_media');
  const { statedRates, ...head } = readProbe(await runProbe(path, options.signal));
  const video = await completeByPackets(path, head, statedRates, options.signal);
  if (video.width * video.height > maxPixels) {
    throw new AppError('too_many_pixels', {
      detail: `A frame has ${video.width}x${video.height} pixels; at most ${maxPixels} in all are taken.`,
    });
  }
  if (video.durationS > maxDurationS) {
    throw new AppError('video_too_long', {
      detail: `The video lasts ${video.durationS.toFixed(1)} s; at most ${maxDurationS} s are taken.`,
    });
  }
  return video;
}

async function runProbe(path: string, signal?: AbortSignal): Promise<ProbeOutput> {
  const result = await runFfprobe(path, PROBE_ENTRIES, signal);
  if (result.output === null) throw await explainFailure(path, result.messages);
  const output = result.output as ProbeOutput;
  const hasPicture = output.streams?.some(({ codec_type }) => codec_type === 'video') ?? false;
  if (!hasPicture && (output.format?.probe_score ?? 0) < MIN_PROBE_SCORE)
    throw new AppError('unsupported_media');
  return output;
}

/** A container that was recognised but not read is a broken video; anything else is none. */
async function explainFailure(path: string, messages: readonly string[]): Promise<AppError> {
  const text = messages.join('\n');
  if (/not on whitelist/i.test(text)) return new AppError('unsupported_media', { cause: text });
  const demuxer = /^\[([\w,]+) @ /m.exec(text)?.[1];
  // The name of a file makes ffmpeg try mp4 on anything called .mp4.
  const recognised = demuxer !== undefined && (!demuxer.startsWith('mov') || (await startsLikeMp4(path)));
  return recognised
    ? new AppError('corrupt_video', {
        detail: 'The container is broken: its index cannot be read.',
        cause: text,
      })
    : new AppError('unsupported_media', { cause: text });
}

/** Types that an ISO base media file may begin with (ISO/IEC 14496-12, QuickTime File Format). */
const FIRST_BOXES = new Set(['ftyp', 'styp', 'moov', 'mdat', 'moof', 'free', 'skip', 'wide', 'pnot', 'uuid']);

/** Brands of still images, which come in the boxes of MP4 (HEIF, AVIF): ffmpeg reads some as a video of one frame. */
const IMAGE_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'avif']);

const startsLikeMp4 = async (path: string): Promise<boolean> =>
  FIRST_BOXES.has((await readHead(path)).toString('latin1', 4, 8));

async function isStillImage(path: string): Promise<boolean> {
  const head = await readHead(path);
  return head.toString('latin1', 4, 8) === 'ftyp' && IMAGE_BRANDS.has(head.toString('latin1', 8, 12));
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    return (await file.read(Buffer.alloc(12), 0, 12, 0)).buffer;
  } finally {
    await file.close();
  }
}

/** How much of a video is looked at to judge its rate. */
const PACING_S = 60;

/** Recordings of browsers state no duration, and stated rates count what an edit list hides: the packets tell. */
async function completeByPackets(
  path: string,
  video: ProbedVideo,
  stated: readonly number[],
  signal?: AbortSignal,
): Promise<ProbedVideo> {
  const untilS = video.durationS > 0 ? PACING_S : undefined;
  const { times, endS } = await readPacketTimes(path, {
    streamIndex: video.streamIndex,
    clock: clockOf(video),
    untilS,
    signal,
  });
  if (times.length === 0 && video.durationS === 0) {
    throw new AppError('corrupt_video', { detail: 'The video holds no frame.' });
  }
  const durationS = video.durationS > 0 ? video.durationS : endS;
  if (times.length < 2 || times[times.length - 1] === times[0]) {
    const fps = stated.find((rate) => rate > 0) ?? 1;
    return { ...video, durationS: durationS || 1 / fps, fps, variableFrameRate: false };
  }
  const pacing = judgePacing(times, stated);
  // Over a longer video the stated average knows more than its first minute does.
  const fps = pacing.variableFrameRate && durationS > PACING_S && stated[0] > 0 ? stated[0] : pacing.fps;
  return { ...video, durationS, ...pacing, fps };
}
