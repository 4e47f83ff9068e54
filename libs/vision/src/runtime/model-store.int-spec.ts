/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MODEL_ROLES, type ModelManifest } from './model-manifest.js';
import { loadModels } from './model-loader.js';
import { ModelSession } from './model-session.js';
import { DEFAULT_MODELS, findModelsFolder, readModel } from './model-store.js';
import { verifyModels } from './verify-models.js';

let models: string;

beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'eyeline-models-'));
  await cp(findModelsFolder(), models, { recursive: true });
});

afterEach(() => rm(models, { recursive: true }));

/** Changes a manifest of the copy. */
async function edit(name: string, change: (manifest: ModelManifest) => unknown): Promise<void> {
  const path = join(models, name, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as ModelManifest;
  await writeFile(path, JSON.stringify(change(manifest)));
}

it('verifyModels looks at every network', async () => {
  await verifyModels(DEFAULT_MODELS, models);
  for (const name of ['emotion-s4-int8', 'eye-7', 'face-detector-gray', 'face-landmarks-70']) {
    const path = join(models, name, 'model.onnx');
    const bytes = await readFile(path);
    await truncate(path, 1000);
    await expect(verifyModels(DEFAULT_MODELS, models)).rejects.toMatchObject({ code: 'internal' });
    await writeFile(path, bytes);
  }
  await verifyModels(DEFAULT_MODELS, models);
});

describe('readModel', () => {
  it.each(MODEL_ROLES)(
    'finds the shipped network for %s, with the bytes that its manifest names',
    async (role) => {
      const { manifest, bytes } = await readModel(role, DEFAULT_MODELS, models);
      expect(manifest.role).toBe(role);
      expect(bytes.length).toBeGreaterThan(50_000);
    },
  );

  it('names the file whose bytes are others', async () => {
    await truncate(join(models, 'eye-7', 'model.onnx'), 1000);
    await expect(readModel('eyes', DEFAULT_MODELS, models)).rejects.toMatchObject({
      code: 'internal',
      detail: expect.stringMatching(/eye-7\/model\.onnx .*sha256/),
    });
  });

  it('names the file that is missing', async () => {
    await rm(join(models, 'eye-7', 'model.onnx'));
    await expect(readModel('eyes', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringContaining('eye-7/model.onnx cannot be read'),
    });
  });

  it('says what is wrong with a manifest', async () => {
    await edit('eye-7', (manifest) => ({ ...manifest, version: 'new' }));
    await expect(readModel('detector', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/manifest\.json is not valid[^]*version/),
    });
    await writeFile(join(models, 'eye-7', 'manifest.json'), '{');
    await expect(readModel('detector', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/manifest\.json is not valid[^]*JSON/),
    });
  });

  it('finds the network that is chosen, and says which there are', async () => {
    await cp(join(models, 'emotion-s4-int8'), join(models, 'mine'), { recursive: true });
    await edit('mine', (manifest) => ({ ...manifest, name: 'mine', default: false }));
    expect((await readModel('emotion', { ...DEFAULT_MODELS, emotion: 'mine' }, models)).manifest.name).toBe(
      'mine',
    );
    expect((await readModel('eyes', { ...DEFAULT_MODELS, emotion: 'mine' }, models)).manifest.name).toBe(
      'eye-7',
    );
    for (const emotion of ['nobodys', 'eye-7']) {
      await expect(readModel('emotion', { ...DEFAULT_MODELS, emotion }, models)).rejects.toMatchObject({
        code: 'model_unavailable',
        detail: expect.stringMatching(
          new RegExp(`no network "${emotion}" for emotion. There are: .*emotion-s4-int8, mine`),
        ),
      });
    }
  });

  it('wants the name of the folder in the manifest', async () => {
    await edit('eye-7', (manifest) => ({ ...manifest, name: 'eye-8' }));
    await expect(readModel('eyes', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/manifest\.json is of "eye-8"/),
    });
  });

  it('wants exactly one default for each role', async () => {
    await edit('eye-7', (manifest) => ({ ...manifest, default: false }));
    await expect(readModel('eyes', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringContaining('found: none'),
    });
    await cp(join(models, 'emotion-s4-int8'), join(models, 'second'), { recursive: true });
    await edit('second', (manifest) => ({ ...manifest, name: 'second' }));
    await expect(readModel('emotion', DEFAULT_MODELS, models)).rejects.toMatchObject({
      detail: expect.stringContaining('found: emotion-s4-int8, second'),
    });
  });
});

describe('ModelSession', () => {
  it('refuses what is no network', async () => {
    const model = await readModel('eyes', DEFAULT_MODELS, models);
    const broken = { ...model, bytes: new Uint8Array(100) };
    await expect(ModelSession.create(broken, 'cpu')).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/model\.onnx cannot be used: it is no ONNX file/),
    });
    const halved = { ...model, bytes: model.bytes.subarray(0, model.bytes.length >> 1) };
    await expect(ModelSession.create(halved, 'cpu')).rejects.toMatchObject({ code: 'internal' });
  });

  it('refuses a network that does not fit its manifest', async () => {
    const model = await readModel('eyes', DEFAULT_MODELS, models);
    const { manifest } = model;
    const wrongSize = { ...model, manifest: { ...manifest, input: { ...manifest.input, width: 63 } } };
    await expect(ModelSession.create(wrongSize, 'cpu')).rejects.toMatchObject({
      detail: expect.stringContaining('dimension 3 of its input is 64 instead of 63'),
    });
    const wrongOutput = { ...model, manifest: { ...manifest, output: { ...manifest.output, name: 'lids' } } };
    await expect(ModelSession.create(wrongOutput, 'cpu')).rejects.toMatchObject({
      detail: expect.stringContaining('there is no output "lids"'),
    });
  });
});

describe('loadModels', () => {
  it.each(['auto', 'cuda', 'cpu'] as const)('runs wherever it is started: %s', async (requested) => {
    const loaded = await loadModels(requested, DEFAULT_MODELS, models);
    const fellBack = loaded.provider === 'cpu' && requested === 'cuda';
    expect(loaded.fallbacks.length > 0).toBe(fellBack);
    const { points } = await loaded.sessions.eyes.run(new Float32Array(48 * 64), 1, 48, 64);
    expect(points).toHaveLength(14);
    await Promise.all(Object.values(loaded.sessions).map((session) => session.dispose()));
  });
});
