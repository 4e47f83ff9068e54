import { cropLuma, type CropFrame, type CropTarget, cropToPicture } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { EYES, type EyeIndices, eyeOutputOrder } from '../face-landmarks-70/landmark-points.js';

const WIDTH = 64;
const HEIGHT = 48;

/** Width of the crop by the distance of the corners of the eye: as in training. */
const CROP_BY_EYE = 2;

/** x and y of seven points. */
const OUTPUTS = 14;

const ORDERS = EYES.map(eyeOutputOrder);

/** Places lids and pupils exactly, from landmarks that are roughly right; both eyes of all faces in one run. */
export class EyeRefiner {
  private readonly target: CropTarget;
  private readonly batch = new BatchBuffer(WIDTH * HEIGHT);

  constructor(private readonly session: ModelSession) {
    this.target = { width: WIDTH, height: HEIGHT, ...pixelScaling(session.manifest), outside: 'edge' };
  }

  /** Moves the points of both eyes, and the pupils, in each array of 70 points (pixels of the face's picture). */
  async refine(
    faces: readonly { readonly pyramid: LumaPyramid; readonly points: Float32Array }[],
  ): Promise<void> {
    const frames = faces.flatMap(({ points }) => EYES.map((eye) => placeEyeCrop(points, eye)));
    const input = this.batch.take(frames.length);
    frames.forEach((frame, i) =>
      cropLuma(faces[i >> 1].pyramid, frame, this.target, input, i * WIDTH * HEIGHT),
    );
    const outputs = await this.session.run(input, frames.length, HEIGHT, WIDTH);
    const output = outputs[this.session.manifest.output.name];
    frames.forEach((frame, i) => {
      const { points } = faces[i >> 1];
      ORDERS[i & 1].forEach((point, k) => {
        const [x, y] = cropToPicture(frame, output[i * OUTPUTS + 2 * k], output[i * OUTPUTS + 2 * k + 1]);
        points[2 * point] = x;
        points[2 * point + 1] = y;
      });
    });
  }
}

/**
 * The rectangle around an eye: columns run from its outer to its inner corner, so that the network sees both eyes
 * alike, the person's left one mirrored; rows run downwards in the picture of an upright face.
 */
export function placeEyeCrop(points: Float32Array, eye: EyeIndices): CropFrame {
  const outerX = points[2 * eye.outer];
  const outerY = points[2 * eye.outer + 1];
  const dx = points[2 * eye.inner] - outerX;
  const dy = points[2 * eye.inner + 1] - outerY;
  // corners that fell together would make a crop of no size
  const distance = Math.max(1, Math.hypot(dx, dy));
  const ux = dx / distance;
  const uy = dy / distance;
  const mirrored = eye === EYES[1];
  return {
    centerX: outerX + dx / 2,
    centerY: outerY + dy / 2,
    width: CROP_BY_EYE * distance,
    ux,
    uy,
    vx: mirrored ? uy : -uy,
    vy: mirrored ? -ux : ux,
  };
}
