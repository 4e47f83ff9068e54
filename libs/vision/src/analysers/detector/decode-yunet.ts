import { type FaceCandidate } from './decode-face-grid.js';

/** What YuNet says of the cells of one stride, of one picture. */
export interface YunetGrid {
  /** Whether there is a face, and whether the box holds anything: a number a cell, 0-1. */
  readonly cls: Float32Array;
  readonly obj: Float32Array;
  /** Four numbers a cell. */
  readonly bbox: Float32Array;
  /** Ten numbers a cell, the points in the order of `FaceCandidate`. */
  readonly kps: Float32Array;
}

/**
 * One grid of YuNet -> candidates with at least `minScore`. Cell (c, r) of stride S: centre ((c + b0) S, (r + b1) S), size
 * (exp(b2) S, exp(b3) S), point k at ((c + p(2k)) S, (r + p(2k+1)) S); the score is the geometric mean of both numbers
 * (as OpenCV's FaceDetectorYN reads it).
 *
 * @param zoomX, zoomY from pixels of the network's input to pixels of the analysed picture
 */
export function decodeYunet(
  { cls, obj, bbox, kps }: YunetGrid,
  stride: number,
  columns: number,
  zoomX: number,
  zoomY: number,
  minScore: number,
  into: FaceCandidate[],
): void {
  const scaleX = stride * zoomX;
  const scaleY = stride * zoomY;
  for (let i = 0; i < cls.length; i++) {
    const score = Math.sqrt(toShare(cls[i]) * toShare(obj[i]));
    if (score < minScore) continue;
    const column = i % columns;
    const row = Math.floor(i / columns);
    const w = boundedExp(bbox[4 * i + 2]) * scaleX;
    const h = boundedExp(bbox[4 * i + 3]) * scaleY;
    const keyPoints = new Float32Array(10);
    for (let k = 0; k < 5; k++) {
      keyPoints[2 * k] = (column + kps[10 * i + 2 * k]) * scaleX;
      keyPoints[2 * k + 1] = (row + kps[10 * i + 2 * k + 1]) * scaleY;
    }
    const x = (column + bbox[4 * i]) * scaleX - w / 2;
    const y = (row + bbox[4 * i + 1]) * scaleY - h / 2;
    into.push({ x, y, w, h, score, keyPoints });
  }
}

const toShare = (value: number): number => Math.min(1, Math.max(0, value));

const boundedExp = (value: number): number => Math.exp(Math.min(5, Math.max(-4, value)));
