export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawing of SubStation Alpha. Its points are moved so that none is negative; `corner` is where its 0,0 goes. */
export interface Shape {
  readonly path: string;
  readonly corner: Point;
}

/** A rectangle of lines of so many pixels: an outer path and, the other way round, an inner one. */
export function drawFrame(width: number, height: number, thickness: number): Shape {
  const outer = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  const inner = [
    { x: thickness, y: thickness },
    { x: thickness, y: height - thickness },
    { x: width - thickness, y: height - thickness },
    { x: width - thickness, y: thickness },
  ];
  return toShape([outer, inner]);
}

/** An arrow from 0,0 to `tip`; null where it would be shorter than its own head. */
export function drawArrow(tip: Point, thickness: number): Shape | null {
  const length = Math.hypot(tip.x, tip.y);
  const head = 4 * thickness;
  if (length < head) return null;
  const along = { x: tip.x / length, y: tip.y / length };
  /** So far along the arrow, so far to the side of it. */
  const at = (distance: number, aside: number): Point => ({
    x: along.x * distance - along.y * aside,
    y: along.y * distance + along.x * aside,
  });
  const half = thickness / 2;
  const neck = length - head;
  return toShape([
    [
      ...[at(0, -half), at(neck, -half), at(neck, -head / 2), tip],
      ...[at(neck, head / 2), at(neck, half), at(0, half)],
    ],
  ]);
}

function toShape(paths: readonly (readonly Point[])[]): Shape {
  const points = paths.flat();
  const corner = { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) };
  const write = ({ x, y }: Point): string => `${Math.round(x - corner.x)} ${Math.round(y - corner.y)}`;
  const path = paths.map(([first, ...rest]) => `m ${write(first)} l ${rest.map(write).join(' ')}`).join(' ');
  return { path, corner };
}
