import { type ModelManifest, type ModelRole } from './model-manifest.js';

/** Strides of a detector's grids, of our own and of YuNet; sides of its input are multiples of the last one. */
export const STRIDES = [8, 16, 32] as const;

/** Outputs that YuNet has for each stride (`cls_8`, ...), and how many numbers a cell. */
export const YUNET_PARTS = [
  ['cls', 1],
  ['obj', 1],
  ['bbox', 4],
  ['kps', 10],
] as const;

/** Numbers that a cell of our own detector's grid has. */
const GRID_CHANNELS = 15;

/** Numbers that the points of a face, or of an eye, come in. */
const POINT_NUMBERS: Readonly<Partial<Record<ModelRole, number>>> = { landmarks: 140, eyes: 14 };

/** An output that is read. */
export interface ModelOutput {
  readonly name: string;
  /** Dimensions; null where they depend on the pictures. */
  readonly shape: readonly (number | null)[];
  /** How many numbers it has for one picture of so many pixels. */
  readonly countNumbers: (pixels: number) => number;
}

/** Every output that is read. */
export function listOutputs(manifest: ModelManifest): ModelOutput[] {
  const { role, output, heads } = manifest;
  const all = [output, ...Object.values(heads)];
  switch (output.kind) {
    case 'yunet':
      return STRIDES.flatMap((stride) =>
        YUNET_PARTS.map(([part, numbers]) => yunetPart(part, stride, numbers)),
      );
    case 'face-grid':
      return all.map(({ name }, i) => ({
        name,
        shape: [null, GRID_CHANNELS, null, null],
        countNumbers: (pixels) => (GRID_CHANNELS * pixels) / STRIDES[i] ** 2,
      }));
    case 'points':
      return all.map(({ name }) => fixed(name, POINT_NUMBERS[role] ?? 0));
    default:
      return all.map(({ name, labels }) => fixed(name, labels.length));
  }
}

const fixed = (name: string, length: number): ModelOutput => ({
  ...{ name, shape: [null, length] },
  countNumbers: () => length,
});

const yunetPart = (part: string, stride: number, numbers: number): ModelOutput => ({
  ...{ name: `${part}_${stride}`, shape: [null, null, numbers] },
  countNumbers: (pixels) => (numbers * pixels) / stride ** 2,
});
