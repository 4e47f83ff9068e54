/**
 * Greyscale opening with a square of 5 x 5: reflections in the cornea, which are smaller, vanish; the white of the eye,
 * which is larger, stays as bright as it is.
 *
 * @param scratch as many numbers as the picture has; its contents are lost
 */
export function removeHighlights(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  scratch: Float32Array,
): void {
  // the largest of some numbers is minus the smallest of their negatives: one loop serves both halves of an opening
  slideMinimum(from, scratch, width, height, 1, width, 1);
  slideMinimum(scratch, to, height, width, width, 1, -1);
  slideMinimum(to, scratch, width, height, 1, width, 1);
  slideMinimum(scratch, to, height, width, width, 1, -1);
}

/** `sign` times the smallest of five neighbours along lines of `length` numbers `step` apart; the ends of a line are repeated. */
function slideMinimum(
  from: Float32Array,
  to: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  sign: 1 | -1,
): void {
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const end = start + (length - 1) * step;
    let a = from[start];
    let b = a;
    let c = a;
    let d = from[start + step];
    for (let i = start, next = start + 2 * step; i <= end; i += step, next += step) {
      const e = next <= end ? from[next] : d;
      let smallest = a < b ? a : b;
      if (c < smallest) smallest = c;
      if (d < smallest) smallest = d;
      if (e < smallest) smallest = e;
      to[i] = sign * smallest;
      a = b;
      b = c;
      c = d;
      d = e;
    }
  }
}
