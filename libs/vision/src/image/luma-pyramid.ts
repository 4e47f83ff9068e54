import { AppError, type ColorMatrix } from '@eyeline/contracts';

import { type LumaImage } from './luma-image.js';

/** The colours of a picture: planes of half its size, with halves of their own. */
export interface ChromaPyramids {
  readonly cb: LumaPyramid;
  readonly cr: LumaPyramid;
  readonly matrix: ColorMatrix;
}

/**
 * A picture and its halves: level 0 is the picture itself, each further one has half its sides, every pixel the
 * mean of four. Crops that shrink read the level that is just large enough, which is the same as averaging areas
 * and reads a fraction of the pixels. Levels are made when first asked for, in memory that is used again.
 */
export class LumaPyramid {
  private readonly buffers: Uint8Array[] = [];
  private readonly levels: LumaImage[] = [];
  /** Of this picture, once they were asked for; their memory is used again. */
  private chromaOfPicture: ChromaPyramids | null = null;
  private chromaPlanes: Pick<ChromaPyramids, 'cb' | 'cr'> | null = null;

  /** The picture to be looked at next. Its bytes are read until the next call, never copied. */
  reset(picture: LumaImage): void {
    this.levels.length = 0;
    this.levels.push(picture);
    this.chromaOfPicture = null;
  }

  get picture(): LumaImage {
    return this.levels[0];
  }

  /** Level `n`, or the smallest one there is: sides stay at least 2 pixels long. */
  level(n: number): LumaImage {
    while (this.levels.length <= n) {
      const above = this.levels[this.levels.length - 1];
      if (above.width < 4 || above.height < 4) return above;
      this.levels.push(this.halve(above, this.levels.length));
    }
    return this.levels[n];
  }

  /** @throws {AppError} internal for a picture that came without colours */
  get chroma(): ChromaPyramids {
    return (this.chromaOfPicture ??= this.openChroma());
  }

  private openChroma(): ChromaPyramids {
    const { chroma } = this.picture;
    if (chroma === undefined) {
      const detail = 'A picture came without colours, which one of the networks reads.';
      throw new AppError('internal', { detail });
    }
    const { width, height, matrix } = chroma;
    const { cb, cr } = (this.chromaPlanes ??= { cb: new LumaPyramid(), cr: new LumaPyramid() });
    cb.reset({ width, height, data: chroma.cb });
    cr.reset({ width, height, data: chroma.cr });
    return { cb, cr, matrix };
  }

  private halve(above: LumaImage, n: number): LumaImage {
    const width = above.width >> 1;
    const height = above.height >> 1;
    let data = this.buffers[n];
    if (data?.length !== width * height) data = this.buffers[n] = new Uint8Array(width * height);
    halveLuma(above, data);
    return { width, height, data };
  }
}

/** Means of 2 x 2 pixels, rounded; the last row or column of an odd side is left out. */
export function halveLuma({ width, height, data }: LumaImage, out: Uint8Array): void {
  const outWidth = width >> 1;
  const outHeight = height >> 1;
  let o = 0;
  for (let y = 0; y < outHeight; y++) {
    let i = 2 * y * width;
    let j = i + width;
    for (let x = 0; x < outWidth; x++, i += 2, j += 2) {
      out[o++] = (data[i] + data[i + 1] + data[j] + data[j + 1] + 2) >> 2;
    }
  }
}
