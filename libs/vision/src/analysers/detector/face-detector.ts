import { type LumaImage } from '../../image/luma-image.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { PlaneFitter } from '../../image/fit-plane.js';
import { mixColors } from '../../image/mix-colors.js';
import { countPlanes } from '../../runtime/model-input.js';
import { pictureInput, type PixelScaling, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { type FaceCandidate, suppressOverlaps } from './decode-face-grid.js';
import { chooseDecoder, type DecodeFaces } from './face-grids.js';

/** The stride of the coarsest grid: sides of the input are multiples of it. */
const MULTIPLE = 32;

/** Two boxes that overlap by more are the same face. */
export const SAME_FACE_OVERLAP = 0.45;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Looks for faces in a picture of which the longer side is brought down to `maxSide` pixels. */
export class FaceDetector {
  private readonly scaling: PixelScaling;
  private readonly decode: DecodeFaces;
  /** The size of the input, of a network that takes one alone. */
  private readonly fixed: Size | null;
  /** Of a picture: luma, or red, green and blue. */
  private readonly planes: 1 | 3;
  private input = new Float32Array(0);
  private inputWidth = 0;
  private inputHeight = 0;
  /** What the input was last filled with: `width`x`height` pixels in its upper left corner. */
  private filled = { width: 0, height: 0 };
  private readonly luma = new PlaneFitter();
  private readonly chroma = new PlaneFitter();

  constructor(
    private readonly session: ModelSession,
    private readonly maxSide: number,
  ) {
    this.scaling = pixelScaling(session.manifest);
    this.decode = chooseDecoder(session.manifest);
    this.planes = countPlanes(session.manifest.input);
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
    const length = input.length / pyramids.length;
    pyramids.forEach((pyramid, i) =>
      this.fill(pyramid, { width, height }, input.subarray(i * length, (i + 1) * length)),
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
    const length = this.planes * inputWidth * inputHeight;
    const isSame = width === this.filled.width && height === this.filled.height;
    if (!isSame || this.input.length < count * length) {
      this.filled = { width, height };
      this.inputWidth = inputWidth;
      this.inputHeight = inputHeight;
      this.input = new Float32Array(count * length).fill(this.scaling.bias);
    }
    return this.input.subarray(0, count * length);
  }

  private fill(pyramid: LumaPyramid, to: Size, input: Float32Array): void {
    const stride = this.inputWidth;
    const { width, height } = pyramid.picture;
    this.luma.fit(pyramid, { from: { width, height }, to }, input, stride, this.scaling);
    if (this.planes === 1) return;
    const { cb, cr, matrix } = pyramid.chroma;
    const area = this.inputWidth * this.inputHeight;
    // Its last row and column may stand for what is no more in the picture.
    const sizes = { from: { width: width / 2, height: height / 2 }, to };
    this.chroma.fit(cb, sizes, input.subarray(area), stride, this.scaling);
    this.chroma.fit(cr, sizes, input.subarray(2 * area), stride, this.scaling);
    mixColors({ numbers: input, offset: 0, area, stride }, to, matrix);
  }
}
