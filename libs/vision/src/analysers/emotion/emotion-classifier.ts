import { cropLuma, type CropFrame, type CropTarget } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { fixedInputSize, type ModelManifest, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { applySoftmax, mapEmotions, placeLabels } from './map-emotions.js';

/** A face to be read: its picture, and where in it. */
export interface FaceCut {
  readonly pyramid: LumaPyramid;
  readonly frame: CropFrame;
}

/**
 * Seven probabilities a face, in the order of `EMOTIONS`; all faces in one run. Which network it is does not matter: its
 * manifest alone says what goes in and what comes out.
 */
export class EmotionClassifier {
  private readonly target: CropTarget;
  private readonly batch: BatchBuffer;
  private readonly places: readonly (number | null)[];

  /** @param output the one to read; by default what the product reports */
  constructor(
    private readonly session: ModelSession,
    private readonly output: ModelManifest['heads'][string] = session.manifest.output,
  ) {
    const { width, height } = fixedInputSize(session.manifest);
    this.target = { width, height, ...pixelScaling(session.manifest), outside: 'edge' };
    this.batch = new BatchBuffer(width * height);
    this.places = placeLabels(output.labels);
  }

  async classify(faces: readonly FaceCut[]): Promise<Float32Array[]> {
    const { width, height } = this.target;
    const input = this.batch.take(faces.length);
    faces.forEach(({ pyramid, frame }, i) => {
      cropLuma(pyramid, frame, this.target, input, i * width * height);
    });
    const outputs = await this.session.run(input, faces.length, height, width);
    const output = outputs[this.output.name];
    const stride = this.places.length;
    const isLogits = this.session.manifest.output.kind === 'logits';
    return faces.map((_, i) => {
      const numbers = output.subarray(i * stride, (i + 1) * stride);
      return mapEmotions(isLogits ? applySoftmax(numbers) : numbers, this.places);
    });
  }
}
