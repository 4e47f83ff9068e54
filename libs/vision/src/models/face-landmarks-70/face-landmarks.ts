import { cropLuma, type CropFrame, type CropTarget, cropToPicture } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { type FaceCandidate } from '../face-detector-gray/decode-face-grid.js';
import { POINTS } from './landmark-points.js';

/** Side of the square crop by the longer side of the detector's box: as in training. */
const CROP_BY_BOX = 1.3;

const SIDE = 96;

/** A face that was detected, and where its points go: 70, x and y in pixels of the picture. */
export interface DetectedFace {
  readonly pyramid: LumaPyramid;
  readonly candidate: FaceCandidate;
  readonly points: Float32Array;
}

/** Finds 68 points and the pupils of faces, all faces in one run. */
export class FaceLandmarks {
  private readonly target: CropTarget;
  private readonly batch = new BatchBuffer(SIDE * SIDE);

  constructor(private readonly session: ModelSession) {
    // what lay outside the picture was black in training
    this.target = { width: SIDE, height: SIDE, ...pixelScaling(session.manifest), outside: 'black' };
  }

  /** Side in pixels of the crops that `crop()` gives. */
  readonly cropSide = SIDE;

  /** Writes the points of each face. */
  async find(faces: readonly DetectedFace[]): Promise<void> {
    const frames = faces.map(({ candidate }) => placeFaceCrop(candidate));
    const input = this.batch.take(faces.length);
    frames.forEach((frame, i) => cropLuma(faces[i].pyramid, frame, this.target, input, i * SIDE * SIDE));
    const outputs = await this.session.run(input, faces.length, SIDE, SIDE);
    const output = outputs[this.session.manifest.output.name];
    frames.forEach((frame, i) => {
      const { points } = faces[i];
      for (let k = 0, o = i * POINTS * 2; k < POINTS; k++, o += 2) {
        const [x, y] = cropToPicture(frame, output[o], output[o + 1]);
        points[2 * k] = x;
        points[2 * k + 1] = y;
      }
    });
  }

  /** The scaled crop of the i-th face of the last `find()`, valid until the next one. */
  crop(i: number): Float32Array {
    return this.batch.item(i);
  }
}

/** The square around a face, turned so that the detector's eye points lie level. */
export function placeFaceCrop({ x, y, w, h, keyPoints }: FaceCandidate): CropFrame {
  const roll = Math.atan2(keyPoints[3] - keyPoints[1], keyPoints[2] - keyPoints[0]);
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  return {
    centerX: x + w / 2,
    centerY: y + h / 2,
    width: CROP_BY_BOX * Math.max(w, h),
    ux: cos,
    uy: sin,
    vx: -sin,
    vy: cos,
  };
}
