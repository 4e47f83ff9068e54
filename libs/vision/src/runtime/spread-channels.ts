import { channelScalings, type ModelManifest, pictureInput } from './model-manifest.js';

/**
 * Grey pictures (0-255) -> pictures of three channels, each the grey one scaled by its own mean and deviation.
 *
 * @param gray `count` pictures of `area` numbers
 * @returns `[count, 3, area]`, or `[count, area, 3]` for networks that want channels last
 */
export function spreadChannels(
  gray: Float32Array,
  count: number,
  area: number,
  manifest: ModelManifest,
): Float32Array {
  const scalings = channelScalings(manifest);
  const channels = scalings.length;
  const isLast = pictureInput(manifest).layout === 'NHWC';
  const pixels = new Float32Array(count * area * channels);
  scalings.forEach(({ gain, bias }, channel) => {
    for (let picture = 0; picture < count; picture++) {
      const from = picture * area;
      const start = picture * area * channels + (isLast ? channel : channel * area);
      const step = isLast ? channels : 1;
      for (let i = 0, o = start; i < area; i++, o += step) pixels[o] = gray[from + i] * gain + bias;
    }
  });
  return pixels;
}
