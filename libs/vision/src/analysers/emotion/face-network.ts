import { cropColor } from '../../image/crop-color.js';
import { cropLuma, type CropFrame, type CropTarget } from '../../image/crop-luma.js';
import { type LumaPyramid } from '../../image/luma-pyramid.js';
import { BatchBuffer } from '../../runtime/batch-buffer.js';
import { countPlanes, LANDMARK_NUMBERS, readsColor } from '../../runtime/model-input.js';
import { fixedInputSize, pixelScaling } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { chooseCrop, type FoundFace } from './emotion-crop.js';
import { normaliseLandmarks } from './normalise-landmarks.js';

/** A face to be read: its picture, and where in it. */
export interface FaceCut {
  readonly pyramid: LumaPyramid;
  readonly frame: CropFrame;
}

/** A face whose points are known. */
export interface PlacedFace extends FoundFace {
  readonly view: { readonly pyramid: LumaPyramid };
}

/** What a network answers about each face as it is; all faces in one run. */
export type ReadFaces = (faces: readonly PlacedFace[]) => Promise<Float32Array[]>;

/** Shows a network what its manifest says of each face: a crop, or its landmarks. */
export function openFaceNetwork(session: ModelSession): ReadFaces {
  const { manifest } = session;
  if (manifest.input.kind === 'landmarks') return openLandmarkNetwork(session);
  const crops = new CropNetwork(session, manifest.output.name);
  const place = chooseCrop(manifest);
  return (faces) => crops.read(faces.map((face) => ({ pyramid: face.view.pyramid, frame: place(face) })));
}

function openLandmarkNetwork(session: ModelSession): ReadFaces {
  const batch = new BatchBuffer(LANDMARK_NUMBERS);
  return async (faces) => {
    const input = batch.take(faces.length);
    faces.forEach(({ points }, i) => normaliseLandmarks(points, input, i * LANDMARK_NUMBERS));
    const outputs = await session.run(input, faces.length, 1, LANDMARK_NUMBERS);
    return splitRows(outputs[session.manifest.output.name], faces.length);
  };
}

/** A network that is shown pieces of pictures; which output is read may be chosen. */
export class CropNetwork {
  private readonly target: CropTarget;
  /** Numbers of a crop. */
  private readonly length: number;
  private readonly batch: BatchBuffer;

  constructor(
    private readonly session: ModelSession,
    private readonly output: string,
  ) {
    const { width, height } = fixedInputSize(session.manifest);
    this.target = { width, height, ...pixelScaling(session.manifest), outside: 'edge' };
    this.length = countPlanes(session.manifest.input) * width * height;
    this.batch = new BatchBuffer(this.length);
  }

  async read(cuts: readonly FaceCut[]): Promise<Float32Array[]> {
    const { width, height } = this.target;
    const input = this.batch.take(cuts.length);
    const crop = readsColor(this.session.manifest.input) ? cropColor : cropLuma;
    cuts.forEach(({ pyramid, frame }, i) => crop(pyramid, frame, this.target, input, i * this.length));
    const outputs = await this.session.run(input, cuts.length, height, width);
    return splitRows(outputs[this.output], cuts.length);
  }
}

function splitRows(numbers: Float32Array, count: number): Float32Array[] {
  const length = numbers.length / count;
  return Array.from({ length: count }, (_, i) => numbers.subarray(i * length, (i + 1) * length));
}
