import { type LumaImage } from '../../image/luma-image.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { AreaResizer, scaleLuma } from '../../image/resize-luma.js';
import { type PixelScaling, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { decodeFaceGrid, type FaceCandidate, suppressOverlaps } from './decode-face-grid.js';

/** Outputs of the network and the stride of their grids. */
const GRIDS = [
  ['p8', 8],
  ['p16', 16],
  ['p32', 32],
] as const;

/** The stride of the coarsest grid: sides of the input are multiples of it. */
const MULTIPLE = 32;

/** Two boxes that overlap by more are the same face. */
export const SAME_FACE_OVERLAP = 0.45;

/** Looks for faces in a picture of which the longer side is brought down to `maxSide` pixels. */
export class FaceDetector {
  private readonly scaling: PixelScaling;
  private input = new Float32Array(0);
  private inputWidth = 0;
  private inputHeight = 0;
  private resizer: AreaResizer | null = null;

  constructor(
    private readonly session: ModelSession,
    private readonly maxSide: number,
  ) {
    this.scaling = pixelScaling(session.manifest);
  }

  /** Faces with at least `minScore`, best first, overlaps removed; pixels of the pyramid's picture. */
  async detect(pyramid: LumaPyramid, minScore: number): Promise<FaceCandidate[]> {
    const { picture } = pyramid;
    const shrink = Math.min(1, this.maxSide / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * shrink));
    const height = Math.max(1, Math.round(picture.height * shrink));
    this.prepareInput(width, height);
    this.fill(pyramid, width, height);
    const outputs = await this.session.run(this.input, 1, this.inputHeight, this.inputWidth);
    const found: FaceCandidate[] = [];
    for (const [name, stride] of GRIDS) {
      decodeFaceGrid(
        outputs[name],
        stride,
        this.inputWidth / stride,
        picture.width / width,
        picture.height / height,
        minScore,
        found,
      );
    }
    return suppressOverlaps(found, SAME_FACE_OVERLAP);
  }

  /** The input is filled up with black to the right and below; that part stays as it is from frame to frame. */
  private prepareInput(width: number, height: number): void {
    const inputWidth = Math.ceil(width / MULTIPLE) * MULTIPLE;
    const inputHeight = Math.ceil(height / MULTIPLE) * MULTIPLE;
    if (inputWidth === this.inputWidth && inputHeight === this.inputHeight) return;
    this.inputWidth = inputWidth;
    this.inputHeight = inputHeight;
    this.input = new Float32Array(inputWidth * inputHeight).fill(this.scaling.bias);
  }

  private fill(pyramid: LumaPyramid, width: number, height: number): void {
    const fits = (image: LumaImage): boolean => image.width === width && image.height === height;
    const ready = [pyramid.picture, pyramid.level(1)].find(fits);
    if (ready) {
      scaleLuma(ready, this.input, this.inputWidth, this.scaling);
      return;
    }
    if (!this.resizer?.fits(pyramid.picture)) {
      this.resizer = new AreaResizer(pyramid.picture, { width, height });
    }
    this.resizer.resize(pyramid.picture, this.input, this.inputWidth, this.scaling);
  }
}
