import { type CropFrame } from '../../image/crop-luma.js';
import { type FaceCandidate } from './decode-face-grid.js';

export interface FaceCropForm {
  /** What is added on each side of the detector's box, as share of its longer side. */
  readonly margin: number;
  /** Whether it is turned so that the detector's eye points lie level. */
  readonly level: boolean;
}

/** The square around a face. */
export function placeFaceCrop(
  { x, y, w, h, keyPoints }: FaceCandidate,
  { margin, level }: FaceCropForm,
): CropFrame {
  const roll = level ? Math.atan2(keyPoints[3] - keyPoints[1], keyPoints[2] - keyPoints[0]) : 0;
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  return {
    centerX: x + w / 2,
    centerY: y + h / 2,
    width: (1 + 2 * margin) * Math.max(w, h),
    ux: cos,
    uy: sin,
    vx: -sin,
    vy: cos,
  };
}
