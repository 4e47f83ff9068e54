/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Emotion, EMOTIONS } from '@eyeline/contracts';
import { takeStill } from '@eyeline/testing';
import { InferenceSession } from 'onnxruntime-node';

import { EmotionClassifier } from '../analysers/emotion/emotion-classifier.js';
import { wholePicture } from '../analysers/emotion/emotion-crop.js';
import { type FaceCut } from '../analysers/emotion/face-network.js';
import { LumaPyramid } from '../image/luma-pyramid.js';
import { type ModelManifest } from '../runtime/model-manifest.js';
import { ModelSession } from '../runtime/model-session.js';
import { DEFAULT_MODELS, findModelsFolder, listModels, readModel } from '../runtime/model-store.js';

/** All networks of the repository together. */
const MAX_BYTES = 12e6;

/** The face of average-person.mp4 as FER2013 cuts one, and moments at which it shows an emotion. */
const CROP = 'crop=136:136:252:103,scale=48:48';
const MOMENTS: readonly (readonly [Emotion, readonly number[]])[] = [
  ['neutral', [0.6, 1.8, 2.3]],
  ['happy', [4, 4.6, 5.2]],
  ['surprise', [10, 10.4, 10.8]],
];

const shipped = findModelsFolder();

/**
 * Whether a folder of networks holds what their manifests say. Labels are tied to the network by faces whose emotion is
 * known: numbers in another order are of the right number, too.
 */
async function checkFolder(folder: string): Promise<void> {
  const models = await listModels(null, folder);
  const sizes = await Promise.all(models.map(async ({ path }) => (await stat(path)).size));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(MAX_BYTES);
  for (const { manifest, path } of models) {
    const { role, name } = manifest;
    const emotion = role === 'emotion' ? name : null;
    const stored = await readModel(role, { ...DEFAULT_MODELS, emotion }, folder);
    expect(stored.path).toBe(path);
    expect(existsSync(join(folder, name, 'MODEL_CARD.md'))).toBe(true);
    const session = await ModelSession.create(stored, 'cpu');
    try {
      await expectDynamicBatch(stored.bytes);
      if (role === 'emotion') await expectRightLabels(session);
    } finally {
      await session.dispose();
    }
  }
}

async function expectDynamicBatch(bytes: Uint8Array): Promise<void> {
  const session = await InferenceSession.create(bytes);
  const tensors = [...session.inputMetadata, ...session.outputMetadata];
  expect(tensors.map((one) => one.isTensor && typeof one.shape[0])).toEqual(tensors.map(() => 'string'));
  await session.release();
}

async function expectRightLabels(session: ModelSession): Promise<void> {
  const { output, heads } = session.manifest;
  for (const head of [output, ...Object.values(heads)]) {
    const classifier = new EmotionClassifier(session, head);
    const seen: Emotion[] = [];
    for (const some of takeFaces()) {
      const readings = await classifier.classify(some);
      const mean = EMOTIONS.map((_, k) => readings.reduce((sum, reading) => sum + reading[k], 0));
      seen.push(EMOTIONS[mean.indexOf(Math.max(...mean))]);
    }
    expect([session.manifest.name, head.name, ...seen]).toEqual([
      ...[session.manifest.name, head.name],
      ...MOMENTS.map(([emotion]) => emotion),
    ]);
  }
}

let faces: FaceCut[][] | null = null;

const takeFaces = (): FaceCut[][] => (faces ??= MOMENTS.map(([, times]) => times.map(faceAt)));

function faceAt(atS: number): FaceCut {
  const pyramid = new LumaPyramid();
  pyramid.reset({ width: 48, height: 48, data: takeStill('average-person.mp4', atS, 'raw', CROP) });
  return { pyramid, frame: wholePicture(48) };
}

it('every shipped network is what its manifest says', () => checkFolder(shipped));

describe('a changed copy', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eyeline-models-'));
    await cp(shipped, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const edit = async (name: string, change: (manifest: ModelManifest) => unknown): Promise<void> => {
    const path = join(folder, name, 'manifest.json');
    await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as ModelManifest)));
  };
  const input = (change: Partial<ModelManifest['input']>) => (manifest: ModelManifest) => ({
    ...manifest,
    input: { ...manifest.input, ...change },
  });
  const labels =
    (change: (labels: ModelManifest['output']['labels']) => unknown) => (manifest: ModelManifest) => ({
      ...manifest,
      output: { ...manifest.output, labels: change(manifest.output.labels) },
    });

  it('passes while nothing is changed', () => checkFolder(folder));

  it.each<[string, string, (manifest: ModelManifest) => unknown]>([
    ['another sha256', 'eye-7', (manifest) => ({ ...manifest, sha256: '0'.repeat(64) })],
    ['another input', 'eye-7', input({ name: 'picture' })],
    ['another width', 'face-landmarks-70', input({ width: 64 })],
    ['another scale', 'emotion-s4-int8', input({ scale: 1 / 255 })],
    ['a label too few', 'emotion-s4-int8', labels((all) => all.slice(1))],
    ['a label too many', 'emotion-s4-int8', labels((all) => [...all, null])],
    ['labels in another order', 'emotion-s4-int8', labels(([a, b, ...rest]) => [b, a, ...rest])],
    [
      'another head',
      'emotion-s4-int8',
      (manifest) => ({ ...manifest, heads: { fer2013: { ...manifest.heads.fer2013, name: 'fer8' } } }),
    ],
    [
      'labels of a head in another order',
      'emotion-s4-int8',
      ({ heads: { fer2013 }, ...manifest }) => ({
        ...manifest,
        heads: { fer2013: { ...fer2013, labels: fer2013.labels.toReversed() } },
      }),
    ],
    ['another role', 'eye-7', (manifest) => ({ ...manifest, role: 'landmarks' })],
    ['another name', 'eye-7', (manifest) => ({ ...manifest, name: 'eyes' })],
    ['no default', 'eye-7', (manifest) => ({ ...manifest, default: false })],
  ])('is refused: %s', async (_what, name, change) => {
    await edit(name, change);
    await expect(checkFolder(folder)).rejects.toThrow();
  });

  it('is refused: other bytes', async () => {
    const path = join(folder, 'eye-7', 'model.onnx');
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(path, bytes);
    await expect(checkFolder(folder)).rejects.toMatchObject({ detail: expect.stringContaining('sha256') });
  });

  it('is refused: too much of it', async () => {
    await writeFile(join(folder, 'eye-7', 'model.onnx'), Buffer.alloc(MAX_BYTES));
    await expect(checkFolder(folder)).rejects.toThrow('toBeLessThan');
  });
});
