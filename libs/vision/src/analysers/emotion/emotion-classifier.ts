import { EMOTIONS } from '@eyeline/contracts';

import { cropLuma, type CropTarget } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { fixedInputSize, type ModelManifest, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { placeFerCrop } from './fer-crop.js';
import { mapEmotions } from './map-emotions.js';

/**
 * Seven probabilities a face, in the order of `EMOTIONS`; all faces in one run. Which network it is does not matter: its
 * manifest alone says how faces are cut, what goes in and what comes out.
 */
export class EmotionClassifier {
  private readonly target: CropTarget;
  private readonly batch: BatchBuffer;
  private readonly labels: readonly (number | null)[];

  /** @param output the one to read; by default what the product reports */
  constructor(
    private readonly session: ModelSession,
    private readonly output: ModelManifest['heads'][string] = session.manifest.output,
  ) {
    const { width, height } = fixedInputSize(session.manifest);
    this.target = { width, height, ...pixelScaling(session.manifest), outside: 'edge' };
    this.batch = new BatchBuffer(width * height);
    this.labels = output.labels.map((label) => label && EMOTIONS.indexOf(label));
  }

  /** @param faces each its picture, and 70 points in pixels of it */
  async classify(
    faces: readonly { readonly pyramid: LumaPyramid; readonly points: Float32Array }[],
  ): Promise<Float32Array[]> {
    const { width, height } = this.target;
    const input = this.batch.take(faces.length);
    faces.forEach(({ pyramid, points }, i) => {
      cropLuma(pyramid, placeFerCrop(points), this.target, input, i * width * height);
    });
    const outputs = await this.session.run(input, faces.length, height, width);
    const output = outputs[this.output.name];
    const stride = this.labels.length;
    return faces.map((_, i) => mapEmotions(output.subarray(i * stride, (i + 1) * stride), this.labels));
  }
}
