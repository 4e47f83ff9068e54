import { type LumaImage } from './luma-image.js';
import { type LumaPyramid } from './luma-pyramid.js';

/**
 * A turned, possibly mirrored rectangle in a picture, in its pixels. `(ux, uy)` is the unit vector along which the
 * crop's columns run, `(vx, vy)` the one along which its rows run; `width` is the length of a row.
 */
export interface CropFrame {
  readonly centerX: number;
  readonly centerY: number;
  readonly width: number;
  readonly ux: number;
  readonly uy: number;
  readonly vx: number;
  readonly vy: number;
}

/** What lies outside the picture: black, or the nearest pixel of its edge. */
export type Outside = 'black' | 'edge';

/** The form a network wants its crops in. */
export interface CropTarget {
  readonly width: number;
  readonly height: number;
  readonly gain: number;
  readonly bias: number;
  readonly outside: Outside;
}

/**
 * Cuts a rectangle out of a picture and writes it as `target.height` rows of `target.width` scaled floats at
 * `out[offset]`. When the crop shrinks, it reads a halved copy of the picture, and 2 x 2 places a pixel where
 * that one is still too large. Pixel centres are at half coordinates, as in the picture itself.
 */
export function cropLuma(
  pyramid: LumaPyramid,
  frame: CropFrame,
  target: CropTarget,
  out: Float32Array,
  offset: number,
): void {
  const shrink = frame.width / target.width;
  const wantedLevel = shrink >= 2 ? Math.floor(Math.log2(shrink)) : 0;
  const picture = pyramid.level(wantedLevel);
  // what the level really is: sides are halved rounding down, and a small picture has fewer levels
  const zoom = 2 ** Math.round(Math.log2(pyramid.picture.width / picture.width));
  const step = shrink / zoom;
  const samples: 1 | 2 = step > 1.25 ? 2 : 1;
  const grid: Grid = {
    // the place of the first sample: the crop's upper left corner plus half a sample
    x: frame.centerX / zoom - 0.5,
    y: frame.centerY / zoom - 0.5,
    columnX: frame.ux * step,
    columnY: frame.uy * step,
    rowX: frame.vx * step,
    rowY: frame.vy * step,
  };
  if (liesInside(grid, target, picture)) {
    if (samples === 1) sampleOnce(picture, grid, target, out, offset);
    else sampleFour(picture, grid, target, out, offset);
  } else {
    sampleWithEdges(picture, grid, target, samples, out, offset);
  }
}

/** Crop pixel (column, row), counted from the crop's centre -> place in the level's picture. */
interface Grid {
  readonly x: number;
  readonly y: number;
  readonly columnX: number;
  readonly columnY: number;
  readonly rowX: number;
  readonly rowY: number;
}

function liesInside(grid: Grid, target: CropTarget, picture: LumaImage): boolean {
  const halfWidth = target.width / 2;
  const halfHeight = target.height / 2;
  const reachX = Math.abs(grid.columnX) * halfWidth + Math.abs(grid.rowX) * halfHeight;
  const reachY = Math.abs(grid.columnY) * halfWidth + Math.abs(grid.rowY) * halfHeight;
  return (
    grid.x - reachX >= 0 &&
    grid.y - reachY >= 0 &&
    grid.x + reachX < picture.width - 1 &&
    grid.y + reachY < picture.height - 1
  );
}

function sampleOnce(
  { data, width }: LumaImage,
  grid: Grid,
  target: CropTarget,
  out: Float32Array,
  offset: number,
): void {
  const { gain, bias } = target;
  for (let row = 0, o = offset; row < target.height; row++) {
    const v = row + 0.5 - target.height / 2;
    const u = 0.5 - target.width / 2;
    let x = grid.x + u * grid.columnX + v * grid.rowX;
    let y = grid.y + u * grid.columnY + v * grid.rowY;
    for (let column = 0; column < target.width; column++, o++) {
      const x0 = x | 0;
      const y0 = y | 0;
      const fx = x - x0;
      const i = y0 * width + x0;
      const upper = data[i] + (data[i + 1] - data[i]) * fx;
      const lower = data[i + width] + (data[i + width + 1] - data[i + width]) * fx;
      out[o] = (upper + (lower - upper) * (y - y0)) * gain + bias;
      x += grid.columnX;
      y += grid.columnY;
    }
  }
}

function sampleFour(
  { data, width }: LumaImage,
  grid: Grid,
  target: CropTarget,
  out: Float32Array,
  offset: number,
): void {
  const quarter = target.gain / 4;
  const { bias } = target;
  const halfX = grid.columnX / 2;
  const halfY = grid.columnY / 2;
  for (let row = 0; row < target.height; row++) {
    for (let half = 0; half < 2; half++) {
      const v = row + 0.25 + half / 2 - target.height / 2;
      const u = 0.25 - target.width / 2;
      let x = grid.x + u * grid.columnX + v * grid.rowX;
      let y = grid.y + u * grid.columnY + v * grid.rowY;
      let o = offset + row * target.width;
      for (let column = 0; column < target.width; column++, o++) {
        let x0 = x | 0;
        let y0 = y | 0;
        let fx = x - x0;
        let i = y0 * width + x0;
        let upper = data[i] + (data[i + 1] - data[i]) * fx;
        let lower = data[i + width] + (data[i + width + 1] - data[i + width]) * fx;
        let sum = upper + (lower - upper) * (y - y0);
        x += halfX;
        y += halfY;
        x0 = x | 0;
        y0 = y | 0;
        fx = x - x0;
        i = y0 * width + x0;
        upper = data[i] + (data[i + 1] - data[i]) * fx;
        lower = data[i + width] + (data[i + width + 1] - data[i + width]) * fx;
        sum += upper + (lower - upper) * (y - y0);
        x += halfX;
        y += halfY;
        out[o] = half === 0 ? sum * quarter + bias : out[o] + sum * quarter;
      }
    }
  }
}

function sampleWithEdges(
  { data, width, height }: LumaImage,
  grid: Grid,
  target: CropTarget,
  samples: 1 | 2,
  out: Float32Array,
  offset: number,
): void {
  const part = 1 / samples;
  const weight = target.gain * part * part;
  const lastX = width - 1;
  const lastY = height - 1;
  // how far outside the middle of the last pixel its own colour still holds
  const reach = target.outside === 'black' ? 0.5 : Infinity;
  out.fill(target.bias, offset, offset + target.width * target.height);
  for (let line = 0; line < target.height * samples; line++) {
    const v = (line + 0.5) * part - target.height / 2;
    const first = 0.5 * part - target.width / 2;
    let x = grid.x + first * grid.columnX + v * grid.rowX;
    let y = grid.y + first * grid.columnY + v * grid.rowY;
    const o = offset + Math.floor(line * part) * target.width;
    for (let k = 0; k < target.width * samples; k++, x += grid.columnX * part, y += grid.columnY * part) {
      if (x < -reach || y < -reach || x > lastX + reach || y > lastY + reach) continue;
      const inX = x < 0 ? 0 : x > lastX ? lastX : x;
      const inY = y < 0 ? 0 : y > lastY ? lastY : y;
      const x0 = inX | 0;
      const y0 = inY | 0;
      const right = x0 < lastX ? 1 : 0;
      const below = y0 < lastY ? width : 0;
      const i = y0 * width + x0;
      const upper = data[i] + (data[i + right] - data[i]) * (inX - x0);
      const lower = data[i + below] + (data[i + below + right] - data[i + below]) * (inX - x0);
      out[o + (samples === 1 ? k : k >> 1)] += (upper + (lower - upper) * (inY - y0)) * weight;
    }
  }
}

/** A place in the crop, as share of its width from its centre -> `[x, y]` in the picture. */
export function cropToPicture(frame: CropFrame, x: number, y: number): [number, number] {
  return [
    frame.centerX + (x * frame.ux + y * frame.vx) * frame.width,
    frame.centerY + (x * frame.uy + y * frame.vy) * frame.width,
  ];
}
