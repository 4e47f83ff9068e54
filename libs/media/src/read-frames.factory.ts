import { type Gap } from '@eyeline/contracts';

import {
  chooseAnalysisSize,
  findGaps,
  listSampleTimes,
  openFrameStream,
  probeVideo,
  type Sampling,
} from './index.js';

export const limits = { maxDurationS: 3600, maxPixels: 8192 * 4320 };
export const fiveAS: Sampling = { kind: 'rate', fps: 5 };
export const every: Sampling = { kind: 'interval', frames: 1 };

/** What one reading of a video gave, as the worker would read it. */
export interface Reading {
  readonly times: number[];
  /** Mean luma of each frame. */
  readonly brightness: number[];
  readonly decodeErrors: number;
  readonly gaps: Gap[];
}

/** Probes, reads and accounts for all frames of a video. */
export async function readFrames(
  path: string,
  sampling: Sampling,
  range = { startS: 0, endS: Infinity },
): Promise<Reading> {
  const video = await probeVideo(path, { limits });
  const endS = Math.min(range.endS, video.durationS);
  const size = chooseAnalysisSize(video, { scale: null, max_side: 640 });
  const stream = openFrameStream(path, {
    video,
    sampling,
    ...size,
    ...range,
    signal: new AbortController().signal,
  });
  const times: number[] = [];
  const brightness: number[] = [];
  for await (const frame of stream) {
    times.push(frame.tS);
    brightness.push(frame.data.reduce((sum, value) => sum + value, 0) / frame.data.length);
  }
  const { times: expected, truncatedAtS } = await listSampleTimes(path, video, sampling, {
    ...range,
    endS: range.endS,
  });
  const gaps = findGaps({ expected, delivered: times, truncatedAtS, endS });
  return { times, brightness, decodeErrors: stream.decodeErrors, gaps };
}
