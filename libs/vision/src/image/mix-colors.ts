import { type ColorMatrix } from '@eyeline/contracts';

/** Three planes of floats behind each other, in the upper left corners of which a picture lies. */
export interface Planes {
  readonly numbers: Float32Array;
  readonly offset: number;
  /** Numbers of a plane. */
  readonly area: number;
  /** Numbers of a row. */
  readonly stride: number;
}

/** Weights of red and blue in luma: ITU-R BT.601-7 (of JPEG too: JFIF 1.02, ITU-T T.871), BT.709-6, BT.2020-2. */
const WEIGHTS: Readonly<Record<ColorMatrix, { readonly red: number; readonly blue: number }>> = {
  bt601: { red: 0.299, blue: 0.114 },
  bt709: { red: 0.2126, blue: 0.0722 },
  bt2020: { red: 0.2627, blue: 0.0593 },
};

/**
 * Luma, Cb and Cr of a picture (0-255, full range, 128 = no colour) -> red, green and blue (0-255), in the same places.
 * What no screen can show is cut off at 0 and 255, as decoders do.
 */
export function mixColors(
  { numbers, offset, area, stride }: Planes,
  { width, height }: { readonly width: number; readonly height: number },
  matrix: ColorMatrix,
): void {
  const { red, blue } = WEIGHTS[matrix];
  const green = 1 - red - blue;
  const [redByCr, blueByCb] = [2 * (1 - red), 2 * (1 - blue)];
  const [greenByCb, greenByCr] = [(blueByCb * blue) / green, (redByCr * red) / green];
  for (let y = 0; y < height; y++) {
    const start = offset + y * stride;
    for (let i = start; i < start + width; i++) {
      const luma = numbers[i];
      const cb = numbers[i + area] - 128;
      const cr = numbers[i + 2 * area] - 128;
      numbers[i] = clamp(luma + redByCr * cr);
      numbers[i + area] = clamp(luma - greenByCb * cb - greenByCr * cr);
      numbers[i + 2 * area] = clamp(luma + blueByCb * cb);
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);
