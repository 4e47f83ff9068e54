import { type LumaFrame } from '@eyeline/contracts';

type Picture = Pick<LumaFrame, 'width' | 'height' | 'data' | 'chroma'>;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * A picture enlarged (bilinear) and put into the middle of a frame, as a face stands in front of a camera. What lies
 * around it is the picture's own edge, drawn out. Colours come along, where the picture has them.
 *
 * @param zoom how often the picture is enlarged; the result has to fit into the frame
 */
export function placeInFrame({ chroma, ...picture }: Picture, zoom: number, frame: Size): LumaFrame {
  const placed = { tS: 0, ...frame, data: placePlane(picture, zoom, frame) };
  if (chroma === undefined) return placed;
  const half = { width: Math.ceil(frame.width / 2), height: Math.ceil(frame.height / 2) };
  const place = (data: Uint8Array): Uint8Array => placePlane({ ...chroma, data }, zoom, half);
  const { cb, cr, matrix } = chroma;
  return { ...placed, chroma: { ...half, matrix, cb: place(cb), cr: place(cr) } };
}

function placePlane(plane: Size & Pick<Picture, 'data'>, zoom: number, frame: Size): Uint8Array {
  const { width, height } = frame;
  const left = (width - plane.width * zoom) / 2;
  const top = (height - plane.height * zoom) / 2;
  if (left < 0 || top < 0) throw new RangeError('The enlarged picture is larger than the frame.');
  const columns = stretch(width, left, zoom, plane.width);
  const rows = stretch(height, top, zoom, plane.height);
  const data = new Uint8Array(width * height);
  rows.forEach(([y, below, fy], row) => {
    const [upper, lower] = [y * plane.width, below * plane.width];
    columns.forEach(([x, right, fx], column) => {
      const above = plane.data[upper + x] * (1 - fx) + plane.data[upper + right] * fx;
      const under = plane.data[lower + x] * (1 - fx) + plane.data[lower + right] * fx;
      data[row * width + column] = Math.round(above * (1 - fy) + under * fy);
    });
  });
  return data;
}

/** For each place of the frame the two of the picture that it lies between, and how near it is to the second one. */
function stretch(length: number, offset: number, zoom: number, from: number): [number, number, number][] {
  return Array.from({ length }, (_, i) => {
    const place = Math.min(from - 1, Math.max(0, (i + 0.5 - offset) / zoom - 0.5));
    const first = Math.floor(place);
    return [first, Math.min(from - 1, first + 1), place - first];
  });
}
