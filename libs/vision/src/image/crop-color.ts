import { cropLuma, type CropFrame } from './crop-luma.js';
import { type LumaPyramid } from './luma-pyramid.js';
import { mixColors } from './mix-colors.js';

/**
 * Cuts a rectangle out of a picture as `cropLuma` does, and writes it as red, green and blue (0-255), each a plane of
 * `target.height` rows of `target.width` floats, one behind the other from `out[offset]` on. Outside the picture is the nearest
 * pixel of its edge.
 *
 * @throws {AppError} internal for a picture that came without colours
 */
export function cropColor(
  pyramid: LumaPyramid,
  frame: CropFrame,
  target: { readonly width: number; readonly height: number },
  out: Float32Array,
  offset: number,
): void {
  const { cb, cr, matrix } = pyramid.chroma;
  const area = target.width * target.height;
  const form = { ...target, gain: 1, bias: 0, outside: 'edge' } as const;
  // half as many pixels each way, whose centres lie at half coordinates as well
  const { centerX, centerY, width } = frame;
  const halved = { ...frame, centerX: centerX / 2, centerY: centerY / 2, width: width / 2 };
  cropLuma(pyramid, frame, form, out, offset);
  cropLuma(cb, halved, form, out, offset + area);
  cropLuma(cr, halved, form, out, offset + 2 * area);
  mixColors({ numbers: out, offset, area, stride: target.width }, target, matrix);
}
