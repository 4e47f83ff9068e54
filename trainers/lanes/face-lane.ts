import { analysisOptionsSchema } from '@eyeline/contracts';
import { serveLane } from '@eyeline/lanes';
import { FaceFeatures, type InstalledModel, type ModelChoice } from '@eyeline/vision';

// The decoder of live frames has no way in of its own: who imports libs/live loads no sharp.
import { decodeImage } from '../../libs/live/src/decode-image.js';

/** As a service takes by default (MAX_PIXELS). */
const MAX_PIXELS = 8192 * 4320;

const { max_side, min_face_size } = analysisOptionsSchema.parse({});

/** An encoded picture, and what its largest face is shown to (as `FaceFeatures.load`). */
export interface FaceTask {
  readonly bytes: Uint8Array;
  readonly models: ModelChoice;
  readonly network: InstalledModel | null;
}

let loaded: { readonly path: string | null; readonly features: Promise<FaceFeatures> } | null = null;

/** A lane is asked about one network after the other, never about two by turns. */
function load({ models, network }: FaceTask): Promise<FaceFeatures> {
  const path = network?.path ?? null;
  if (loaded?.path !== path) loaded = { path, features: FaceFeatures.load({ models, network }) };
  return loaded.features;
}

async function readFace(task: FaceTask): Promise<Float32Array | null> {
  const features = await load(task);
  const form = { maxPixels: MAX_PIXELS, maxSide: max_side, withChroma: features.readsColor };
  const { frame, source } = await decodeImage(task.bytes, form);
  return features.read(frame, min_face_size * (frame.width / source.width));
}

export default serveLane(readFace);
