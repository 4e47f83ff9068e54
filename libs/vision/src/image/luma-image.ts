import { type Chroma } from '@eyeline/contracts';

/** A grey picture: `width * height` bytes, rows top to bottom, 0 = black, 255 = white. */
export interface LumaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Its colours, where it came with them. */
  readonly chroma?: Chroma;
}

/**
 * Mean luma (0-255) of every `step`-th pixel of every `step`-th row (by default every fourth).
 *
 * @example meanLuma({ width: 2, height: 1, data: Uint8Array.of(0, 10) }, 1) // 5
 */
export function meanLuma({ width, height, data }: LumaImage, step = Math.min(width, height, 4)): number {
  let sum = 0;
  let count = 0;
  for (let y = step >> 1; y < height; y += step) {
    const end = (y + 1) * width;
    for (let i = y * width + (step >> 1); i < end; i += step) {
      sum += data[i];
      count++;
    }
  }
  return sum / count;
}
