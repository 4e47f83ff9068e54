import { AppError } from '@eyeline/contracts';
import { type InferenceSession } from 'onnxruntime-node';

import { type ModelManifest, type ModelRole } from './model-manifest.js';
import { type InstalledModel } from './model-store.js';

/** How far probabilities may add up to something else than 1; int8 networks round. */
const SUM_TOLERANCE = 0.01;

/** Numbers that the points of a face, or of an eye, come in. */
const POINT_NUMBERS: Readonly<Partial<Record<ModelRole, number>>> = { landmarks: 140, eyes: 14 };

/** Every output that is read, and how many numbers it has a picture; null: it depends on the picture's size. */
export function listOutputs({
  role,
  output,
  heads,
}: ModelManifest): { name: string; length: number | null }[] {
  return [output, ...Object.values(heads)].map(({ name, labels }) => ({
    name,
    length: output.kind === 'probabilities' ? labels.length : (POINT_NUMBERS[role] ?? null),
  }));
}

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
  const { width, height, name } = manifest.input;
  const input = findTensor(model, inputMetadata, 'input', name);
  if (input.shape.length !== 4) {
    throw misfit(model, `its input has ${input.shape.length} dimensions instead of 4`);
  }
  checkDimensions(model, 'its input', input.shape, [null, 1, height, width]);
  for (const { name: outputName, length } of listOutputs(manifest)) {
    const output = findTensor(model, outputMetadata, 'output', outputName);
    const rank = length === null ? 4 : 2;
    const what = `its output "${outputName}"`;
    if (output.shape.length !== rank) {
      throw misfit(model, `${what} has ${output.shape.length} dimensions instead of ${rank}`);
    }
    if (length !== null) checkDimensions(model, what, output.shape, [null, length]);
  }
}

/**
 * Holds what a network says of some pictures against its manifest.
 *
 * @throws {AppError} internal, naming the file: a number that is none or infinite, too many or too few numbers,
 * probabilities that do not add up to 1
 */
export function checkAnswers(
  model: InstalledModel,
  answers: Readonly<Record<string, Float32Array>>,
  count: number,
): void {
  for (const { name, length } of listOutputs(model.manifest)) {
    const numbers = answers[name];
    if (!numbers.every(Number.isFinite)) {
      throw misfit(model, `its output "${name}" holds numbers that are none or infinite`);
    }
    if (length === null) continue;
    if (numbers.length !== count * length) {
      throw misfit(model, `its output "${name}" has ${numbers.length} numbers for ${count} pictures`);
    }
    if (model.manifest.output.kind === 'probabilities') checkSums(model, name, numbers, length);
  }
}

function checkSums(model: InstalledModel, name: string, numbers: Float32Array, length: number): void {
  for (let i = 0; i < numbers.length; i += length) {
    const part = numbers.subarray(i, i + length);
    const sum = part.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE || part.some((value) => value < -SUM_TOLERANCE)) {
      throw misfit(model, `its output "${name}" adds up to ${sum.toFixed(3)}: it gives no probabilities`);
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
  wanted.forEach((size, i) => {
    if (size !== null && typeof found[i] === 'number' && found[i] !== size) {
      throw misfit(model, `dimension ${i} of ${what} is ${found[i]} instead of ${size}`);
    }
  });
}

const misfit = ({ path }: InstalledModel, what: string): AppError =>
  new AppError('internal', { detail: `The network ${path} does not fit its manifest: ${what}.` });
