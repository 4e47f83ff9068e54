import { setImmediate as letOthersWork } from 'node:timers/promises';

import { LANDMARK_NUMBERS } from '@eyeline/vision';

import { Progress } from '../../commands/progress.js';
import { type Method, type TrainedClassifier, type TrainSettings } from '../classifier.js';
import { type LabelledFace } from '../collect-faces.js';
import { SeededRandom } from '../seeded-random.js';
import { INPUT, toForestOnnx } from './forest-onnx.js';
import { growTree, prepareData, type Tree, walkTree } from './grow-tree.js';

const TREES = 200;

/** A random forest on the form of faces. */
export const landmarkForest: Method = {
  network: null,
  input: { kind: 'landmarks', name: INPUT },
  trainedOn: [],
  description:
    `A random forest of ${TREES} trees (Breiman 2001) on ${LANDMARK_NUMBERS} numbers a face: its 68 landmarks, turned until the eyes ` +
    'lie level, around the middle between the eyes, which are 1 apart. It never sees the picture. Which way a head is turned aside ' +
    'changes these numbers, too: show it heads as you will meet them.',
  train,
};

async function train(
  faces: readonly LabelledFace[],
  { labels, seed, signal, say }: TrainSettings,
): Promise<TrainedClassifier> {
  const data = prepareData(
    faces.map(({ numbers }) => numbers),
    faces.map(({ label }) => label),
    labels,
  );
  const progress = new Progress('trees', TREES, say);
  const random = new SeededRandom(seed);
  const trees: Tree[] = [];
  while (trees.length < TREES) {
    // For signals, which would otherwise wait until the last tree.
    await letOthersWork();
    signal.throwIfAborted();
    trees.push(growTree(data, random));
    progress.step();
  }
  return {
    classify: (numbers) => classify(trees, numbers, labels),
    toOnnx: () => toForestOnnx(trees, LANDMARK_NUMBERS, labels),
  };
}

function classify(trees: readonly Tree[], numbers: Float32Array, labels: number): number[] {
  const sums = new Array<number>(labels).fill(0);
  for (const tree of trees) walkTree(tree, numbers).forEach((share, label) => (sums[label] += share));
  return sums.map((sum) => sum / trees.length);
}
