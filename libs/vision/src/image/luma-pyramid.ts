import { endianness } from 'node:os';

import { type LumaImage } from './luma-image.js';

/**
 * A picture and its halves: level 0 is the picture itself, each further one has half its sides, every pixel the
 * mean of four. Crops that shrink read the level that is just large enough, which is the same as averaging areas
 * and reads a fraction of the pixels. Levels are made when first asked for, in memory that is used again.
 */
export class LumaPyramid {
  private readonly buffers: Uint8Array[] = [];
  private readonly levels: LumaImage[] = [];

  /** The picture to be looked at next. Its bytes are read until the next call, never copied. */
  reset(picture: LumaImage): void {
    this.levels.length = 0;
    this.levels.push(picture);
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

  private halve(above: LumaImage, n: number): LumaImage {
    const width = above.width >> 1;
    const height = above.height >> 1;
    let data = this.buffers[n];
    if (data?.length !== width * height) data = this.buffers[n] = new Uint8Array(width * height);
    halveLuma(above, data);
    return { width, height, data };
  }
}

const IS_LITTLE_ENDIAN = endianness() === 'LE';

/** Means of 2 x 2 pixels, rounded; the last row or column of an odd side is left out. */
export function halveLuma(picture: LumaImage, out: Uint8Array): void {
  // whole words in every row: decoders hand over such pictures nearly always
  if (IS_LITTLE_ENDIAN && picture.width % 4 === 0 && picture.data.byteOffset % 4 === 0)
    halveByWords(picture, out);
  else halveByPixels(picture, out);
}

/** Four pixels at a time: the sums of neighbours stand side by side in the two halves of a word. */
function halveByWords({ width, height, data }: LumaImage, out: Uint8Array): void {
  const words = new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2);
  const rowWords = width >> 2;
  let o = 0;
  for (let y = 0; y < height >> 1; y++) {
    let i = 2 * y * rowWords;
    for (const end = i + rowWords; i < end; i++, o += 2) {
      const upper = words[i];
      const lower = words[i + rowWords];
      const sums =
        (upper & 0xff00ff) + ((upper >>> 8) & 0xff00ff) + (lower & 0xff00ff) + ((lower >>> 8) & 0xff00ff);
      const means = (sums + 0x20002) >>> 2;
      out[o] = means & 0xff;
      out[o + 1] = (means >>> 16) & 0xff;
    }
  }
}

function halveByPixels({ width, height, data }: LumaImage, out: Uint8Array): void {
  let o = 0;
  for (let y = 0; y < height >> 1; y++) {
    let i = 2 * y * width;
    let j = i + width;
    for (const end = i + 2 * (width >> 1); i < end; i += 2, j += 2) {
      out[o++] = (data[i] + data[i + 1] + data[j] + data[j + 1] + 2) >> 2;
    }
  }
}
