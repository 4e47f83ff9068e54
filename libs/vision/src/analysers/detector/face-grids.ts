import { type ModelManifest } from '../../runtime/model-manifest.js';
import { STRIDES, YUNET_PARTS } from '../../runtime/model-outputs.js';
import { decodeFaceGrid, type FaceCandidate } from './decode-face-grid.js';
import { decodeYunet } from './decode-yunet.js';

/** What a detector answered, for one of the pictures that it looked at together. */
export interface DetectorAnswer {
  readonly outputs: Readonly<Record<string, Float32Array>>;
  readonly picture: number;
  readonly pictures: number;
  readonly inputWidth: number;
  /** From pixels of the input to pixels of the analysed picture. */
  readonly zoomX: number;
  readonly zoomY: number;
}

export type DecodeFaces = (answer: DetectorAnswer, minScore: number) => FaceCandidate[];

/** How the outputs of a detector are read, by its manifest. */
export function chooseDecoder({ output, heads }: ModelManifest): DecodeFaces {
  if (output.kind === 'yunet') return decodeYunetGrids;
  const names = [output.name, ...Object.values(heads).map((head) => head.name)];
  return (answer, minScore) => {
    const found: FaceCandidate[] = [];
    const { inputWidth, zoomX, zoomY } = answer;
    STRIDES.forEach((stride, i) => {
      const grid = partOf(answer, names[i]);
      decodeFaceGrid(grid, stride, inputWidth / stride, zoomX, zoomY, minScore, found);
    });
    return found;
  };
}

function decodeYunetGrids(answer: DetectorAnswer, minScore: number): FaceCandidate[] {
  const found: FaceCandidate[] = [];
  const { inputWidth, zoomX, zoomY } = answer;
  for (const stride of STRIDES) {
    const [cls, obj, bbox, kps] = YUNET_PARTS.map(([part]) => partOf(answer, `${part}_${stride}`));
    decodeYunet({ cls, obj, bbox, kps }, stride, inputWidth / stride, zoomX, zoomY, minScore, found);
  }
  return found;
}

function partOf({ outputs, picture, pictures }: DetectorAnswer, name: string): Float32Array {
  const length = outputs[name].length / pictures;
  return outputs[name].subarray(picture * length, (picture + 1) * length);
}
