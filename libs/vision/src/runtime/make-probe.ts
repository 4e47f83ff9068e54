import { drawProbeFace, probeLandmarks } from './draw-probe-face.js';
import { countPlanes, LANDMARK_NUMBERS } from './model-input.js';
import { type ModelManifest, pixelScaling } from './model-manifest.js';

/** Width and height of the picture that a network of free size is tried on; a multiple of every stride. */
const PROBE_SIDE = 320;

/** One picture as `ModelSession.run` takes it. */
export interface Probe {
  readonly columns: number;
  readonly rows: number;
  readonly numbers: Float32Array;
}

/**
 * A drawn face as a network takes it, grey in colour too, or the points of one.
 *
 * @param size pixels, for networks that take any
 */
export function makeProbe(
  manifest: ModelManifest,
  size: { readonly width: number; readonly height: number } = { width: PROBE_SIDE, height: PROBE_SIDE },
): Probe {
  const { input } = manifest;
  if (input.kind === 'landmarks') return { rows: 1, columns: LANDMARK_NUMBERS, numbers: probeLandmarks() };
  const { gain, bias } = pixelScaling(manifest);
  const [columns, rows] = [input.width ?? size.width, input.height ?? size.height];
  const plane = drawProbeFace(columns, rows).map((luma) => luma * gain + bias);
  const numbers = new Float32Array(countPlanes(input) * plane.length);
  for (let start = 0; start < numbers.length; start += plane.length) numbers.set(plane, start);
  return { rows, columns, numbers };
}
