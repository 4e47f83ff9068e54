import { type LumaImage } from '../../image/luma-image.js';
import { LumaPyramid } from '../../image/luma-pyramid.js';
import { type ModelManifest } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { FaceDetector } from './face-detector.js';

/** What the network is shown; it sees nobody. */
class Shown {
  readonly inputs: { numbers: Float32Array; count: number; height: number; width: number }[] = [];
  readonly session: ModelSession;

  constructor(channels: 'gray' | 'bgr') {
    const mean = channels === 'gray' ? [0] : [0, 0, 0];
    const input = {
      ...{ kind: 'picture', layout: 'NCHW', width: null, height: null, channels, scale: 1 },
      mean,
    };
    const manifest = {
      ...{ name: 'theirs', role: 'detector', input: { ...input, std: mean.map(() => 1) } },
      ...{ output: { name: 'cls_8', kind: 'yunet', labels: [] }, heads: {} },
    } as unknown as ModelManifest;
    const nothing = new Proxy({}, { get: () => new Float32Array(0) });
    const run: ModelSession['run'] = (numbers, count, height, width) => {
      this.inputs.push({ numbers: numbers.slice(), count, height, width });
      return Promise.resolve(nothing);
    };
    this.session = { manifest, run } as ModelSession;
  }
}

const RED = [76, 85, 255];
const BLUE = [29, 255, 107];
const SKIN = [180, 86, 159];
const GRAY = [90, 128, 128];

/** Four colours, a quarter of the picture each, by their luma, Cb and Cr in BT.601. */
function quarters(width: number, height: number): LumaImage {
  const at = (x: number, y: number): number[] => (y < 0.5 ? (x < 0.5 ? RED : BLUE) : x < 0.5 ? SKIN : GRAY);
  const plane = (columns: number, rows: number, part: number): Uint8Array =>
    Uint8Array.from({ length: columns * rows }, (_, i) => {
      const [x, y] = [(i % columns) + 0.5, Math.floor(i / columns) + 0.5];
      return at(x / columns, y / rows)[part];
    });
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const [cb, cr] = [plane(half.width, half.height, 1), plane(half.width, half.height, 2)];
  return {
    ...{ width, height, data: plane(width, height, 0) },
    chroma: { ...half, cb, cr, matrix: 'bt601' },
  };
}

const pyramidOf = (picture: LumaImage): LumaPyramid => {
  const pyramid = new LumaPyramid();
  pyramid.reset(picture);
  return pyramid;
};

describe('FaceDetector', () => {
  it.each([
    ['the half of the frame', 640, 360, 320],
    ['the frame as it is', 640, 360, 640],
    ['a small picture', 200, 120, 320],
    ['a picture of odd sides', 201, 121, 320],
    ['another share', 500, 380, 320],
  ])('shows red, green and blue, with black beside them: %s', async (_name, width, height, side) => {
    const shown = new Shown('bgr');
    const detector = new FaceDetector(shown.session, side);
    await detector.detect([pyramidOf(quarters(width, height))], 0.5);
    await detector.detect([pyramidOf(quarters(width, height)), pyramidOf(quarters(width, height))], 0.5);
    const shrink = Math.min(1, side / Math.max(width, height));
    const [columns, rows] = [Math.round(width * shrink), Math.round(height * shrink)];
    for (const { numbers, count, width: inputWidth, height: inputHeight } of shown.inputs) {
      const area = inputWidth * inputHeight;
      expect([inputWidth % 32, inputHeight % 32, numbers.length]).toEqual([0, 0, 3 * count * area]);
      for (let picture = 0; picture < count; picture++) {
        const colorAt = (x: number, y: number): number[] =>
          [0, 1, 2].map((plane) => numbers[(3 * picture + plane) * area + y * inputWidth + x]);
        const expectColor = (x: number, y: number, expected: number[]): void =>
          colorAt(x, y).forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(2));
        const [right, low] = [columns - 1, rows - 1];
        expectColor(0, 0, [255, 0, 0]);
        expectColor(Math.floor(columns * 0.45), Math.floor(rows * 0.45), [255, 0, 0]);
        expectColor(right, 0, [0, 0, 255]);
        expectColor(Math.ceil(columns * 0.55), Math.floor(rows * 0.45), [0, 0, 255]);
        expectColor(0, low, [224, 172, 105]);
        expectColor(right, low, [90, 90, 90]);
        if (columns < inputWidth) expect(colorAt(columns, 0)).toEqual([0, 0, 0]);
        if (rows < inputHeight) expect(colorAt(0, rows)).toEqual([0, 0, 0]);
      }
    }
    expect(shown.inputs.map(({ count }) => count)).toEqual([1, 2]);
  });

  it('shows luma alone to a grey network, whether there are colours or not', async () => {
    const [plain, colored] = [new Shown('gray'), new Shown('gray')];
    const picture = quarters(640, 360);
    await new FaceDetector(plain.session, 320).detect([pyramidOf({ ...picture, chroma: undefined })], 0.5);
    await new FaceDetector(colored.session, 320).detect([pyramidOf(picture)], 0.5);
    expect(plain.inputs[0].numbers).toHaveLength(320 * 192);
    expect(colored.inputs).toEqual(plain.inputs);
  });

  it('refuses a picture without colours, where they are read', async () => {
    const picture = { ...quarters(64, 64), chroma: undefined };
    const detecting = new FaceDetector(new Shown('bgr').session, 320).detect([pyramidOf(picture)], 0.5);
    await expect(detecting).rejects.toThrow('came without colours');
  });
});
