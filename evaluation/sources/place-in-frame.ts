import { type LumaFrame } from '@eyeline/contracts';

/** A grey picture: `width * height` bytes, rows top to bottom. */
type Picture = Pick<LumaFrame, 'width' | 'height' | 'data'>;

/**
 * A picture enlarged (bilinear) and put into the middle of a frame, as a face stands in front of a camera. What lies
 * around it is the picture's own edge, drawn out.
 *
 * @param zoom how often the picture is enlarged; the result has to fit into the frame
 */
export function placeInFrame(
  picture: Picture,
  zoom: number,
  frame: { width: number; height: number },
): LumaFrame {
  const { width, height } = frame;
  const left = (width - picture.width * zoom) / 2;
  const top = (height - picture.height * zoom) / 2;
  if (left < 0 || top < 0) throw new RangeError('The enlarged picture is larger than the frame.');
  const columns = stretch(width, left, zoom, picture.width);
  const rows = stretch(height, top, zoom, picture.height);
  const data = new Uint8Array(width * height);
  rows.forEach(([y, below, fy], row) => {
    const [upper, lower] = [y * picture.width, below * picture.width];
    columns.forEach(([x, right, fx], column) => {
      const above = picture.data[upper + x] * (1 - fx) + picture.data[upper + right] * fx;
      const under = picture.data[lower + x] * (1 - fx) + picture.data[lower + right] * fx;
      data[row * width + column] = Math.round(above * (1 - fy) + under * fy);
    });
  });
  return { tS: 0, width, height, data };
}

/** For each place of the frame the two of the picture that it lies between, and how near it is to the second one. */
function stretch(length: number, offset: number, zoom: number, from: number): [number, number, number][] {
  return Array.from({ length }, (_, i) => {
    const place = Math.min(from - 1, Math.max(0, (i + 0.5 - offset) / zoom - 0.5));
    const first = Math.floor(place);
    return [first, Math.min(from - 1, first + 1), place - first];
  });
}
