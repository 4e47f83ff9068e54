import { type InstalledModel, type ModelManifest } from '@eyeline/vision';

import { type LabelledFace } from './collect-faces.js';

/** Something that was trained, and can be written down as a network. */
export interface TrainedClassifier {
  /** Probabilities of the labels, for the numbers of a face. */
  classify(numbers: Float32Array): ArrayLike<number>;
  /** The network whose one output, `OUTPUT`, answers the same. */
  toOnnx(): Uint8Array;
}

/** The output that a trained network has. */
export const OUTPUT = 'probabilities';

export interface TrainSettings {
  /** How many there are. */
  readonly labels: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** A way of training: what it reads of faces, and how it learns from it. */
export interface Method {
  /** What faces are shown to, as `FaceFeatures.load` takes it. */
  readonly network: InstalledModel | null;
  /** Of the trained network. */
  readonly input: ModelManifest['input'];
  /** What it was trained on before these pictures. */
  readonly trainedOn: readonly string[];
  /** Of the card: how it was trained, in sentences. */
  readonly description: string;
  train(faces: readonly LabelledFace[], settings: TrainSettings): Promise<TrainedClassifier>;
}
