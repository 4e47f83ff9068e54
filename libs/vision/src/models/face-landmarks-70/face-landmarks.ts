import { type FaceCandidate } from '../../analysers/detector/decode-face-grid.js';
import { placeFaceCrop } from '../../analysers/detector/face-crop.js';
import { cropLuma, type CropTarget, cropToPicture } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { pictureInput, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';

import { POINTS } from './landmark-points.js';

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
    const form = pictureInput(this.session.manifest);
    const frames = faces.map(({ candidate }) => placeFaceCrop(candidate, form));
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
