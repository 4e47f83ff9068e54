import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { AppError } from '@eyeline/contracts';
import {
  type InstalledModel,
  type ModelChoice,
  type ModelManifest,
  modelManifestSchema,
} from '@eyeline/vision';

import { listPictures } from '../commands/list-pictures.js';
import { UsageError } from '../commands/usage-error.js';
import { type TrainingRequest } from './arguments.js';
import { type Method, OUTPUT, type TrainedClassifier } from './classifier.js';
import {
  collectFaces,
  type CollectedFaces,
  type LabelledFace,
  type LabelledPicture,
} from './collect-faces.js';
import { type LabelledFolders } from './label-folders.js';
import { measure } from './measure.js';
import { writeCard } from './render/write-card.js';
import { type TrainingResult } from './result.js';
import { MIN_FACES, splitFaces } from './split-faces.js';
import { writeFolder } from './write-folder.js';

/** A trained network computes in 32 bits, the trainer in 64. */
const MAX_DIFFERENCE = 1e-4;

const FILE = 'model.onnx';

export interface RunSettings {
  /** Networks that find the faces. */
  readonly models: ModelChoice;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Looks at the pictures, trains, writes the network down and asks it about the faces that were held out.
 *
 * @throws {UsageError} when the pictures are not enough
 * @throws {AppError} internal when the network answers otherwise than what was trained; then nothing is written
 */
export async function train(
  request: TrainingRequest,
  { labels, folders }: LabelledFolders,
  method: Method,
  settings: RunSettings,
): Promise<TrainingResult> {
  const { data, out, lanes, seed } = request;
  const { signal, say } = settings;
  const pictures = await listAll(data, folders);
  const collected = await collectFaces(pictures, { ...settings, lanes, network: method.network });
  checkCounts(collected, labels, pictures.length, data);
  const { training, heldOut } = splitFaces(collected.faces, labels.length, seed);
  const classifier = await method.train(training, { labels: labels.length, seed, signal, say });

  const bytes = classifier.toOnnx();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const manifest = toManifest(request, { method, labels, sha256, faces: collected.faces.length });
  const toResult = (answers: Answers): TrainingResult => ({
    ...{ kind: request.kind, name: request.name, out, sha256, seed },
    labels: labels.map((label, k) => ({
      label,
      training: training.filter((face) => face.label === k).length,
      held_out: heldOut.filter((face) => face.label === k).length,
    })),
    pictures: {
      ...{ files: pictures.length, used: collected.faces.length },
      ...{ unreadable: collected.unreadable.list(), without_face: collected.faceless.list() },
    },
    held_out: measure(
      labels,
      heldOut.map(({ label }) => label),
      answers.read,
    ),
    largest_difference: answers.largestDifference,
  });
  say(`asking the network about ${heldOut.length} held-out faces`);
  const files = { [FILE]: bytes, 'manifest.json': `${JSON.stringify(manifest, null, 2)}\n` };
  return writeFolder(out, files, async (staged) => {
    const network = { manifest, path: join(staged, FILE) };
    const result = toResult(await ask(network, classifier, heldOut, { ...settings, lanes }));
    return { result, files: { 'MODEL_CARD.md': writeCard(result, manifest, method.description) } };
  });
}

async function listAll(root: string, folders: LabelledFolders['folders']): Promise<LabelledPicture[]> {
  const pictures: LabelledPicture[] = [];
  for await (const { path, name, folder } of listPictures(root, folders)) {
    pictures.push({ path, name, label: folder.label });
  }
  // Folders are read in any order; the same pictures have to give the same network.
  return pictures.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function checkCounts(
  { faces, unreadable, faceless }: CollectedFaces,
  labels: readonly string[],
  files: number,
  root: string,
): void {
  const told = `of ${files} files in ${root}, ${unreadable.count} are unreadable and ${faceless.count} show no face`;
  if (faces.length === 0) throw new UsageError(`There is no face to learn from: ${told}.`);
  const few = labels
    .map((label, k) => ({ label, count: faces.filter((face) => face.label === k).length }))
    .filter(({ count }) => count < MIN_FACES);
  if (few.length === 0) return;
  const list = few.map(({ label, count }) => `"${label}" ${count}`).join(', ');
  throw new UsageError(
    `Each label needs at least ${MIN_FACES} pictures with a face, but there are: ${list} (${told}).`,
  );
}

function toManifest(
  { kind, name, license }: TrainingRequest,
  trained: {
    readonly method: Method;
    readonly labels: readonly string[];
    readonly sha256: string;
    readonly faces: number;
  },
): ModelManifest {
  const { method, labels, sha256, faces } = trained;
  return modelManifestSchema.parse({
    ...{ name, version: '1.0.0', role: 'emotion', file: FILE, sha256, license },
    trained_on: [...method.trainedOn, `${faces} pictures of ${labels.length} labels, by train:${kind}`],
    input: method.input,
    output: { name: OUTPUT, kind: 'probabilities', labels },
  });
}

interface Answers {
  /** For each held-out face the place of its most probable label. */
  readonly read: readonly number[];
  readonly largestDifference: number;
}

/**
 * Shows the network, as a service will load it, the pictures that were held out.
 *
 * @throws {AppError} internal when it answers otherwise than the classifier that it was made of, or a picture has gone
 */
async function ask(
  network: InstalledModel,
  classifier: TrainedClassifier,
  heldOut: readonly LabelledFace[],
  settings: RunSettings & { readonly lanes: number },
): Promise<Answers> {
  const { faces } = await collectFaces(heldOut, { ...settings, network });
  const lost = heldOut.find(({ path }, i) => faces[i]?.path !== path);
  if (lost !== undefined) {
    throw new AppError('internal', {
      detail: `${lost.name} was read for the training and is not read again: nothing was kept.`,
    });
  }
  const differences = heldOut.map(({ numbers }, i) => {
    const answer = faces[i].numbers;
    return Math.max(...Array.from(classifier.classify(numbers), (value, k) => Math.abs(value - answer[k])));
  });
  const largestDifference = Math.max(...differences);
  if (!(largestDifference <= MAX_DIFFERENCE)) {
    throw new AppError('internal', {
      detail: `The network answers otherwise than what was trained (by ${largestDifference}): it was not kept.`,
    });
  }
  return {
    read: faces.map(({ numbers }) => numbers.indexOf(Math.max(...numbers))),
    largestDifference,
  };
}
