import { type LumaFrame } from '@eyeline/contracts';

type Picture = Pick<LumaFrame, 'width' | 'height' | 'data' | 'chroma'>;
type Plane = Pick<Picture, 'width' | 'height' | 'data'>;

/** A picture that is a whole number of times smaller: every pixel is the mean of those it stands for. Colours come along. */
export function shrinkPicture({ chroma, ...picture }: Picture, times: number): Picture {
  const small = shrinkPlane(picture, times);
  if (chroma === undefined) return small;
  const { width, height, cb, cr, matrix } = chroma;
  const { data: smallCb, ...half } = shrinkPlane({ width, height, data: cb }, times);
  return {
    ...small,
    chroma: { ...half, matrix, cb: smallCb, cr: shrinkPlane({ width, height, data: cr }, times).data },
  };
}

/** What is left of a row or column at the right and lower edge is cut off. */
function shrinkPlane({ width, height, data }: Plane, times: number): Plane {
  const small = { width: Math.floor(width / times), height: Math.floor(height / times) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      for (let row = y * times; row < (y + 1) * times; row++) {
        const start = row * width + x * times;
        for (let i = start; i < start + times; i++) sum += data[i];
      }
      out[y * small.width + x] = Math.round(sum / times ** 2);
    }
  }
  return { ...small, data: out };
}
