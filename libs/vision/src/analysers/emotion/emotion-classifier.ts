import { type ModelManifest } from '../../runtime/model-manifest.js';
import { type ModelSession } from '../../runtime/model-session.js';
import { CropNetwork, type FaceCut, openFaceNetwork, type ReadFaces } from './face-network.js';
import { applySoftmax, mapEmotions, placeLabels } from './map-emotions.js';

/**
 * Seven probabilities a face, in the order of `EMOTIONS`. Which network it is does not matter: its manifest alone says what
 * goes in and what comes out.
 */
export function openEmotionNetwork(session: ModelSession): ReadFaces {
  const read = openFaceNetwork(session);
  const toEmotions = createMapper(session.manifest, session.manifest.output);
  return async (faces) => (await read(faces)).map(toEmotions);
}

/** The same from pieces of pictures, which are what the network wants to see already. */
export class EmotionClassifier {
  private readonly crops: CropNetwork;
  private readonly toEmotions: (numbers: Float32Array) => Float32Array;

  /** @param output the one to read; by default what the product reports */
  constructor(session: ModelSession, output: ModelManifest['heads'][string] = session.manifest.output) {
    this.crops = new CropNetwork(session, output.name);
    this.toEmotions = createMapper(session.manifest, output);
  }

  async classify(cuts: readonly FaceCut[]): Promise<Float32Array[]> {
    return (await this.crops.read(cuts)).map(this.toEmotions);
  }
}

function createMapper(
  { output: { kind } }: ModelManifest,
  { labels }: ModelManifest['heads'][string],
): (numbers: Float32Array) => Float32Array {
  const places = placeLabels(labels);
  return (numbers) => mapEmotions(kind === 'logits' ? applySoftmax(numbers) : numbers, places);
}
