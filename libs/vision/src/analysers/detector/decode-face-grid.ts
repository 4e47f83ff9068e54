/** A face as the detector sees it, in pixels of the analysed picture. Boxes may reach over its edges. */
export interface FaceCandidate {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** 0-1. */
  readonly score: number;
  /** x and y of the right eye (left in the picture), left eye, nose tip, right and left mouth corner. */
  readonly keyPoints: Float32Array;
}

/** Numbers a cell of the grid has: score, box (4), five points (10). */
const CHANNELS = 15;

/**
 * One output of the detector, `[1, 15, rows, columns]` -> candidates with at least `minScore`.
 * Cell (c, r) of stride S: centre ((c + 0.5 + p1) S, (r + 0.5 + p2) S), size (exp(p3) S, exp(p4) S),
 * point k at ((c + 0.5) S + 2 S p(5+2k), (r + 0.5) S + 2 S p(6+2k)); channel 0 is the score, already a probability.
 *
 * @param zoomX, zoomY from pixels of the network's input to pixels of the analysed picture
 */
export function decodeFaceGrid(
  output: Float32Array,
  stride: number,
  columns: number,
  zoomX: number,
  zoomY: number,
  minScore: number,
  into: FaceCandidate[],
): void {
  const cells = output.length / CHANNELS;
  for (let i = 0; i < cells; i++) {
    const score = output[i];
    if (score < minScore) continue;
    const column = (i % columns) + 0.5;
    const row = Math.floor(i / columns) + 0.5;
    const value = (channel: number): number => output[channel * cells + i];
    const w = boundedExp(value(3)) * stride * zoomX;
    const h = boundedExp(value(4)) * stride * zoomY;
    const keyPoints = new Float32Array(10);
    for (let k = 0; k < 5; k++) {
      keyPoints[2 * k] = (column + 2 * value(5 + 2 * k)) * stride * zoomX;
      keyPoints[2 * k + 1] = (row + 2 * value(6 + 2 * k)) * stride * zoomY;
    }
    into.push({
      x: (column + value(1)) * stride * zoomX - w / 2,
      y: (row + value(2)) * stride * zoomY - h / 2,
      w,
      h,
      score,
      keyPoints,
    });
  }
}

/** The bounds keep an untrained corner of the network from making boxes of no size, or larger than any picture. */
const boundedExp = (value: number): number => Math.exp(Math.min(5, Math.max(-4, value)));

/** Area of the overlap by area of the union, 0-1. */
export function intersectionOverUnion(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / (a.w * a.h + b.w * b.h - w * h);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Non-maximum suppression: best first, without those that overlap a better one by more than `maxOverlap`. */
export function suppressOverlaps<T extends Box & { readonly score: number }>(
  candidates: readonly T[],
  maxOverlap: number,
): T[] {
  const kept: T[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (kept.every((better) => intersectionOverUnion(better, candidate) <= maxOverlap)) kept.push(candidate);
  }
  return kept;
}
