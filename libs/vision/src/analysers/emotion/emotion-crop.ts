import { type CropFrame } from '../../image/crop-luma.js';
import { type ModelManifest, pictureInput } from '../../runtime/model-manifest.js';
import { type FaceCandidate } from '../detector/decode-face-grid.js';
import { placeFaceCrop } from '../detector/face-crop.js';
import { placeFerCrop } from './fer-crop.js';

/** Where a face is cut from: the detector's box, and 70 points in pixels of the picture. */
export interface FoundFace {
  readonly candidate: FaceCandidate;
  readonly points: Float32Array;
}

/** How faces are cut for a network, by its manifest. */
export function chooseCrop(manifest: ModelManifest): (face: FoundFace) => CropFrame {
  const input = pictureInput(manifest);
  return input.crop === 'fer'
    ? ({ points }) => placeFerCrop(points)
    : ({ candidate }) => placeFaceCrop(candidate, input);
}

/** A square picture that is such a crop already. */
export const wholePicture = (side: number): CropFrame => ({
  ...{ centerX: side / 2, centerY: side / 2, width: side },
  ...{ ux: 1, uy: 0, vx: 0, vy: 1 },
});
