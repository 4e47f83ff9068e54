/**
 * Greyscale opening with a square of 5 x 5: reflections in the cornea, which are smaller, vanish; the white of the eye,
 * which is larger, stays as bright as it is.
 */
export function removeHighlights(from: Float32Array, to: Float32Array, width: number, height: number): void {
  if (rowBuffer.length < from.length) rowBuffer = new Float32Array(from.length);
  slide(from, rowBuffer, width, height, 1, width, Math.min);
  slide(rowBuffer, to, height, width, width, 1, Math.min);
  slide(to, rowBuffer, width, height, 1, width, Math.max);
  slide(rowBuffer, to, height, width, width, 1, Math.max);
}

let rowBuffer = new Float32Array(0);

/** `pick` of five neighbours along lines of `length` numbers `step` apart; the ends of a line are repeated. */
function slide(
  from: Float32Array,
  to: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  pick: (...values: number[]) => number,
): void {
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const end = start + (length - 1) * step;
    let a = from[start];
    let b = a;
    let c = a;
    let d = from[Math.min(end, start + step)];
    for (let i = start; i <= end; i += step) {
      const e = from[Math.min(end, i + 2 * step)];
      to[i] = pick(a, b, c, d, e);
      a = b;
      b = c;
      c = d;
      d = e;
    }
  }
}
