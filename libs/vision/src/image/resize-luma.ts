import { type LumaImage } from './luma-image.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

const isSame = (a: Size, b: Size): boolean => a.width === b.width && a.height === b.height;

/**
 * Brings pictures of one size to another, each output pixel the mean of the area it covers, and writes them as
 * scaled floats (`v * gain + bias`) into rows of `stride` numbers. Weights are computed once a size.
 */
export class AreaResizer {
  private readonly columns: Weights;
  private readonly rows: Weights;
  private readonly row: Float32Array;

  /** @param from what is brought to the new size, from the upper left corner on; its sides may end within a pixel */
  constructor(
    private readonly from: Size,
    private readonly to: Size,
  ) {
    this.columns = areaWeights(from.width, to.width);
    this.rows = areaWeights(from.height, to.height);
    this.row = new Float32Array(Math.ceil(from.width));
  }

  fits(from: Size, to: Size): boolean {
    return isSame(from, this.from) && isSame(to, this.to);
  }

  resize(
    { data, width }: LumaImage,
    out: Float32Array,
    stride: number,
    scaling: { readonly gain: number; readonly bias: number },
  ): void {
    const { row, rows, columns } = this;
    const { gain, bias } = scaling;
    for (let y = 0; y < this.to.height; y++) {
      row.fill(0);
      for (let k = 0; k < rows.counts[y]; k++) {
        const weight = rows.weights[rows.offsets[y] + k] * gain;
        const start = (rows.starts[y] + k) * width;
        for (let x = 0; x < width; x++) row[x] += data[start + x] * weight;
      }
      for (let x = 0, o = y * stride; x < this.to.width; x++, o++) {
        const offset = columns.offsets[x];
        const start = columns.starts[x];
        const count = columns.counts[x];
        let sum = bias;
        for (let k = 0; k < count; k++) sum += row[start + k] * columns.weights[offset + k];
        out[o] = sum;
      }
    }
  }
}

/** For each output position: first input position, how many, and where their weights begin. */
interface Weights {
  readonly starts: Int32Array;
  readonly counts: Int32Array;
  readonly offsets: Int32Array;
  readonly weights: Float32Array;
}

function areaWeights(from: number, to: number): Weights {
  const ratio = from / to;
  const starts = new Int32Array(to);
  const counts = new Int32Array(to);
  const offsets = new Int32Array(to);
  const weights: number[] = [];
  for (let i = 0; i < to; i++) {
    const begin = i * ratio;
    const end = Math.min(from, begin + ratio);
    starts[i] = Math.floor(begin + 1e-9);
    offsets[i] = weights.length;
    for (let k = starts[i]; k < end - 1e-9; k++) {
      weights.push((Math.min(k + 1, end) - Math.max(k, begin)) / ratio);
    }
    counts[i] = weights.length - offsets[i];
  }
  return { starts, counts, offsets, weights: Float32Array.from(weights) };
}

/** A picture as scaled floats (`v * gain + bias`) in rows of `stride` numbers, without a change of size. */
export function scaleLuma(
  { data, width, height }: LumaImage,
  out: Float32Array,
  stride: number,
  { gain, bias }: { readonly gain: number; readonly bias: number },
): void {
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0, o = y * stride; x < width; x++, i++, o++) out[o] = data[i] * gain + bias;
  }
}
