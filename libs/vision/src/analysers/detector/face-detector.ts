import { type LumaImage } from '../../image/luma-image.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { AreaResizer, scaleLuma } from '../../image/resize-luma.js';
import { pictureInput, type PixelScaling, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { type FaceCandidate, suppressOverlaps } from './decode-face-grid.js';
import { chooseDecoder, type DecodeFaces } from './face-grids.js';

/** The stride of the coarsest grid: sides of the input are multiples of it. */
const MULTIPLE = 32;

/** Two boxes that overlap by more are the same face. */
export const SAME_FACE_OVERLAP = 0.45;

/** Looks for faces in a picture of which the longer side is brought down to `maxSide` pixels. */
export class FaceDetector {
  private readonly scaling: PixelScaling;
  private readonly decode: DecodeFaces;
  /** The size of the input, of a network that takes one alone. */
  private readonly fixed: { readonly width: number; readonly height: number } | null;
  private input = new Float32Array(0);
  private inputWidth = 0;
  private inputHeight = 0;
  /** What the input was last filled with: `width`x`height` pixels in its upper left corner. */
  private filled = { width: 0, height: 0 };
  private resizer: AreaResizer | null = null;

  constructor(
    private readonly session: ModelSession,
    private readonly maxSide: number,
  ) {
    this.scaling = pixelScaling(session.manifest);
    this.decode = chooseDecoder(session.manifest);
    const { width, height } = pictureInput(session.manifest);
    this.fixed = width === null || height === null ? null : { width, height };
  }

  /**
   * Faces with at least `minScore` of each picture, best first, overlaps removed; in pixels of the picture. One run for
   * all.
   *
   * @param pyramids pictures of one size
   */
  async detect(pyramids: readonly LumaPyramid[], minScore: number): Promise<FaceCandidate[][]> {
    const { picture } = pyramids[0];
    const shrink = Math.min(1, this.zoomOf(picture));
    const width = Math.max(1, Math.round(picture.width * shrink));
    const height = Math.max(1, Math.round(picture.height * shrink));
    const input = this.prepareInput(pyramids.length, width, height);
    const length = this.inputWidth * this.inputHeight;
    pyramids.forEach((pyramid, i) =>
      this.fill(pyramid, width, height, input.subarray(i * length, (i + 1) * length)),
    );
    const outputs = await this.session.run(input, pyramids.length, this.inputHeight, this.inputWidth);
    return pyramids.map((_, i) => {
      const answer = {
        ...{ outputs, picture: i, pictures: pyramids.length, inputWidth: this.inputWidth },
        ...{ zoomX: picture.width / width, zoomY: picture.height / height },
      };
      return suppressOverlaps(this.decode(answer, minScore), SAME_FACE_OVERLAP);
    });
  }

  /** By how much the picture has to shrink. */
  private zoomOf({ width, height }: LumaImage): number {
    if (this.fixed !== null) return Math.min(this.fixed.width / width, this.fixed.height / height);
    return this.maxSide / Math.max(width, height);
  }

  /** The input is filled up with black to the right and below; that part stays as it is from frame to frame. */
  private prepareInput(count: number, width: number, height: number): Float32Array {
    const inputWidth = this.fixed?.width ?? Math.ceil(width / MULTIPLE) * MULTIPLE;
    const inputHeight = this.fixed?.height ?? Math.ceil(height / MULTIPLE) * MULTIPLE;
    const length = inputWidth * inputHeight;
    const isSame = width === this.filled.width && height === this.filled.height;
    if (!isSame || this.input.length < count * length) {
      this.filled = { width, height };
      this.inputWidth = inputWidth;
      this.inputHeight = inputHeight;
      this.input = new Float32Array(count * length).fill(this.scaling.bias);
    }
    return this.input.subarray(0, count * length);
  }

  private fill(pyramid: LumaPyramid, width: number, height: number, input: Float32Array): void {
    const fits = (image: LumaImage): boolean => image.width === width && image.height === height;
    const ready = [pyramid.picture, pyramid.level(1)].find(fits);
    if (ready) {
      scaleLuma(ready, input, this.inputWidth, this.scaling);
      return;
    }
    if (!this.resizer?.fits(pyramid.picture)) {
      this.resizer = new AreaResizer(pyramid.picture, { width, height });
    }
    this.resizer.resize(pyramid.picture, input, this.inputWidth, this.scaling);
  }
}
