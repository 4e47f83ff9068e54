import { AppError } from '@eyeline/contracts';
import { type InferenceSession } from 'onnxruntime-node';

import { inputShape } from './model-input.js';
import { listOutputs } from './model-outputs.js';
import { type InstalledModel } from './survey-models.js';

/** How far probabilities may add up to something else than 1; int8 networks round. */
const SUM_TOLERANCE = 0.01;

/**
 * Holds names, types and dimensions of a loaded network against its manifest.
 *
 * @throws {AppError} internal, naming the file and what does not fit
 */
export function checkMetadata(model: InstalledModel, session: InferenceSession): void {
  const { manifest } = model;
  const { inputMetadata, outputMetadata } = session;
  if (inputMetadata.length !== 1) {
    throw misfit(model, `it has ${inputMetadata.length} inputs instead of one`);
  }
  const input = findTensor(model, inputMetadata, 'input', manifest.input.name);
  checkDimensions(model, 'its input', input.shape, inputShape(manifest.input));
  const [batch] = input.shape;
  if (typeof batch === 'number' && batch !== 1) {
    throw misfit(model, `it takes ${batch} pictures at once, instead of any number or one`);
  }
  for (const { name: outputName, shape } of listOutputs(manifest)) {
    const output = findTensor(model, outputMetadata, 'output', outputName);
    checkDimensions(model, `its output "${outputName}"`, output.shape, shape);
  }
}

/**
 * Holds what a network says of some pictures against its manifest.
 *
 * @param of how many pictures, of how many pixels each
 * @throws {AppError} internal, naming the file: a number that is none or infinite, too many or too few numbers,
 * probabilities that do not add up to 1
 */
export function checkAnswers(
  model: InstalledModel,
  answers: Readonly<Record<string, Float32Array>>,
  of: { readonly count: number; readonly pixels: number },
): void {
  const { count, pixels } = of;
  for (const { name, countNumbers } of listOutputs(model.manifest)) {
    const numbers = answers[name];
    const length = countNumbers(pixels);
    if (numbers.length !== count * length) {
      throw misfit(
        model,
        `its output "${name}" has ${numbers.length} numbers for ${count} pictures instead of ${count * length}`,
      );
    }
    if (!numbers.every(Number.isFinite)) {
      throw misfit(model, `its output "${name}" holds numbers that are none or infinite`);
    }
    if (model.manifest.output.kind === 'probabilities') checkSums(model, name, numbers, length);
  }
}

function checkSums(model: InstalledModel, name: string, numbers: Float32Array, length: number): void {
  for (let i = 0; i < numbers.length; i += length) {
    const part = numbers.subarray(i, i + length);
    const sum = part.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE || part.some((value) => value < -SUM_TOLERANCE)) {
      throw misfit(
        model,
        `its output "${name}" adds up to ${sum.toFixed(3)}: it gives no probabilities ("kind": "logits", if the softmax is missing)`,
      );
    }
  }
}

type Metadata = InferenceSession.ValueMetadata;

function findTensor(
  model: InstalledModel,
  metadata: readonly Metadata[],
  what: 'input' | 'output',
  name: string,
): InferenceSession.TensorValueMetadata {
  const found = metadata.find((one) => one.name === name);
  if (found?.isTensor !== true) {
    const names = metadata.map((one) => `"${one.name}"`).join(', ');
    throw misfit(model, `there is no ${what} "${name}", but ${names}`);
  }
  if (found.type !== 'float32') throw misfit(model, `its ${what} "${name}" is ${found.type}, not float32`);
  return found;
}

/** Dimensions that the network leaves open fit everything. */
function checkDimensions(
  model: InstalledModel,
  what: string,
  found: readonly (number | string)[],
  wanted: readonly (number | null)[],
): void {
  if (found.length !== wanted.length) {
    throw misfit(model, `${what} has ${found.length} dimensions instead of ${wanted.length}`);
  }
  wanted.forEach((size, i) => {
    if (size !== null && typeof found[i] === 'number' && found[i] !== size) {
      throw misfit(model, `dimension ${i} of ${what} is ${found[i]} instead of ${size}`);
    }
  });
}

const misfit = ({ path }: InstalledModel, what: string): AppError =>
  new AppError('internal', { detail: `The network ${path} does not fit its manifest: ${what}.` });
