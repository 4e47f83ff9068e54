import { CHANNEL_PLANES, countPlanes } from './model-input.js';
import { channelScalings, type ModelManifest, pictureInput } from './model-manifest.js';

/**
 * Pictures (0-255) -> what a network of three channels gets: of its planes, or of the grey one alone, each scaled by the
 * mean and deviation of its channel.
 *
 * @param planes `count` pictures of `countPlanes` planes of `area` numbers: luma, or red, green and blue
 * @returns `[count, 3, area]`, or `[count, area, 3]` for networks that want channels last
 */
export function spreadChannels(
  planes: Float32Array,
  count: number,
  area: number,
  manifest: ModelManifest,
): Float32Array {
  const input = pictureInput(manifest);
  const scalings = channelScalings(manifest);
  const channels = scalings.length;
  const isLast = input.layout === 'NHWC';
  const pixels = new Float32Array(count * area * channels);
  scalings.forEach(({ gain, bias }, channel) => {
    const plane = CHANNEL_PLANES[input.channels][channel];
    for (let picture = 0; picture < count; picture++) {
      const from = (picture * countPlanes(input) + plane) * area;
      const start = picture * area * channels + (isLast ? channel : channel * area);
      const step = isLast ? channels : 1;
      for (let i = 0, o = start; i < area; i++, o += step) pixels[o] = planes[from + i] * gain + bias;
    }
  });
  return pixels;
}
