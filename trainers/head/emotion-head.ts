import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as letOthersWork } from 'node:timers/promises';

import { AppError } from '@eyeline/contracts';
import {
  type FeatureTensor,
  findFeatures,
  type OnnxModel,
  readOnnx,
  replaceOutputs,
  writeOnnx,
} from '@eyeline/onnx';
import { type InstalledModel, type ModelChoice, readModel } from '@eyeline/vision';

import { Progress } from '../../commands/progress.js';
import { UsageError } from '../../commands/usage-error.js';
import { type Method, OUTPUT, type TrainedClassifier, type TrainSettings } from '../classifier.js';
import { type LabelledFace } from '../collect-faces.js';
import { applyLayer, fitSoftmax, type SoftmaxLayer } from './fit-softmax.js';

/** Enough for what a few hundred faces can tell; the last ones change probabilities by less than 0.001. */
const STEPS = 600;

/**
 * A new last layer for the emotion network that is chosen.
 *
 * @param scratch a folder for as long as it trains
 * @throws {UsageError} when there is no such network, or it has no features
 */
export async function openEmotionHead(choice: ModelChoice, scratch: string): Promise<Method> {
  const stored = await readModel('emotion', choice).catch((error: unknown) => {
    throw error instanceof AppError ? new UsageError(error.detail) : error;
  });
  const { manifest, bytes } = stored;
  const { input, output, name, version } = manifest;
  if (input.kind !== 'picture') {
    throw new UsageError(`${name} reads landmarks: choose a network that sees the picture with --model.`);
  }
  const { model, features } = readFeatures(name, bytes, output.name);
  return {
    network: await writeFeatureNetwork(stored, model, features, scratch),
    input,
    trainedOn: manifest.trained_on,
    description:
      `Softmax regression (L2, strength 1) on the ${features.length} features of the network ${name} ${version}, in place of its ` +
      'own last layer. All but this layer is that network: what its card says of its training and of rights goes on to hold.',
    train: (faces, settings) => train(faces, settings, { model, features }),
  };
}

function readFeatures(
  name: string,
  bytes: Uint8Array,
  output: string,
): { model: OnnxModel; features: FeatureTensor } {
  try {
    const model = readOnnx(bytes);
    return { model, features: findFeatures(model, output) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`The network ${name} has no features to train on: ${error.message}.`);
  }
}

/** The same network, which answers its features. */
async function writeFeatureNetwork(
  { manifest }: InstalledModel,
  model: OnnxModel,
  { name, length }: FeatureTensor,
  folder: string,
): Promise<InstalledModel> {
  const bytes = writeOnnx(replaceOutputs(model, { outputs: [{ name, shape: ['n', length] }] }));
  const path = join(folder, 'features.onnx');
  await writeFile(path, bytes);
  return {
    path,
    manifest: {
      ...manifest,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      // Any numbers: nobody asks which emotions they are.
      output: { name, kind: 'logits', labels: new Array<null>(length).fill(null) },
      heads: {},
    },
  };
}

async function train(
  faces: readonly LabelledFace[],
  { labels, signal, say }: TrainSettings,
  base: { readonly model: OnnxModel; readonly features: FeatureTensor },
): Promise<TrainedClassifier> {
  const progress = new Progress('steps', STEPS, say);
  const layer = await fitSoftmax(
    faces.map(({ numbers }) => numbers),
    faces.map(({ label }) => label),
    {
      labels,
      steps: STEPS,
      onStep: async () => {
        await letOthersWork();
        signal.throwIfAborted();
        progress.step();
      },
    },
  );
  return {
    classify: (numbers) => applyLayer(layer, numbers),
    toOnnx: () => writeOnnx(withHead(base.model, base.features, layer)),
  };
}

function withHead(model: OnnxModel, features: FeatureTensor, { weights, bias }: SoftmaxLayer): OnnxModel {
  return replaceOutputs(model, {
    outputs: [{ name: OUTPUT, shape: ['n', bias.length] }],
    nodes: [
      {
        type: 'Gemm',
        inputs: [features.name, 'head.weights', 'head.bias'],
        outputs: ['head.scores'],
        attributes: { transB: 1 },
      },
      { type: 'Softmax', inputs: ['head.scores'], outputs: [OUTPUT], attributes: { axis: 1 } },
    ],
    weights: [
      {
        name: 'head.weights',
        dims: [bias.length, features.length],
        values: weights.flatMap((row) => [...row]),
      },
      { name: 'head.bias', dims: [bias.length], values: [...bias] },
    ],
  });
}
