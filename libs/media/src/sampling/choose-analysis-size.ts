import { type AnalysisOptions } from '@eyeline/contracts';

import { type ProbedVideo } from '../probe/probed-video.js';

/**
 * Size in pixels of the frames that are analysed: square pixels, both sides even, never larger than the source.
 * `scale` wins over `max_side`.
 *
 * @example chooseAnalysisSize({ width: 1920, height: 1080 }, options) // { width: 640, height: 360 }
 */
export function chooseAnalysisSize(
  video: Pick<ProbedVideo, 'width' | 'height'> & Partial<Pick<ProbedVideo, 'pixelAspect'>>,
  options: Pick<AnalysisOptions, 'scale' | 'max_side'>,
): { width: number; height: number } {
  const { pixelAspect = 1 } = video;
  // Narrow the longer direction instead of stretching the other: no pixel is made up.
  const width = pixelAspect > 1 ? video.width : video.width * pixelAspect;
  const height = pixelAspect > 1 ? video.height / pixelAspect : video.height;
  const factor = options.scale ?? Math.min(1, options.max_side / Math.max(width, height));
  return { width: toEven(width * factor, width), height: toEven(height * factor, height) };
}

/** The nearest even length that is not above `most`: an odd source loses its last row or column, it gains none. */
const toEven = (length: number, most: number): number =>
  Math.max(2, 2 * Math.min(Math.round(length / 2), Math.floor(most / 2)));
