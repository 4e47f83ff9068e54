import { type LumaImage } from './luma-image.js';
import { type LumaPyramid } from './luma-pyramid.js';
import { AreaResizer, scaleLuma } from './resize-luma.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Brings whole pictures to a size, one after the other; a copy that has it already is taken as it is. */
export class PlaneFitter {
  private resizer: AreaResizer | null = null;

  /**
   * @param from as `AreaResizer` takes it
   * @param stride, scaling as `AreaResizer.resize`
   */
  fit(
    pyramid: LumaPyramid,
    { from, to }: { readonly from: Size; readonly to: Size },
    out: Float32Array,
    stride: number,
    scaling: { readonly gain: number; readonly bias: number },
  ): void {
    const ready = findReady(pyramid, to);
    if (ready !== null) {
      scaleLuma(ready, out, stride, scaling);
      return;
    }
    if (this.resizer?.fits(from, to) !== true) this.resizer = new AreaResizer(from, to);
    this.resizer.resize(pyramid.picture, out, stride, scaling);
  }
}

/** The picture or its half. */
function findReady(pyramid: LumaPyramid, { width, height }: Size): LumaImage | null {
  for (const level of [0, 1]) {
    const image = pyramid.level(level);
    if (image.width === width && image.height === height) return image;
  }
  return null;
}
