/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MODEL_ROLES, type ModelManifest } from './model-manifest.js';
import { loadModels } from './model-loader.js';
import { ModelSession } from './model-session.js';
import { findModelsFolder, readDefaultModel } from './model-store.js';
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
  await verifyModels(models);
  for (const name of ['emotion-s4-int8', 'eye-7', 'face-detector-gray', 'face-landmarks-70']) {
    const path = join(models, name, 'model.onnx');
    const bytes = await readFile(path);
    await truncate(path, 1000);
    await expect(verifyModels(models)).rejects.toMatchObject({ code: 'internal' });
    await writeFile(path, bytes);
  }
  await verifyModels(models);
});

describe('readDefaultModel', () => {
  it.each(MODEL_ROLES)(
    'finds the shipped network for %s, with the bytes that its manifest names',
    async (role) => {
      const { manifest, bytes } = await readDefaultModel(role, models);
      expect(manifest.role).toBe(role);
      expect(bytes.length).toBeGreaterThan(50_000);
    },
  );

  it('names the file whose bytes are others', async () => {
    await truncate(join(models, 'eye-7', 'model.onnx'), 1000);
    await expect(readDefaultModel('eyes', models)).rejects.toMatchObject({
      code: 'internal',
      detail: expect.stringMatching(/eye-7\/model\.onnx .*sha256/),
    });
  });

  it('names the file that is missing', async () => {
    await rm(join(models, 'eye-7', 'model.onnx'));
    await expect(readDefaultModel('eyes', models)).rejects.toMatchObject({
      detail: expect.stringContaining('eye-7/model.onnx cannot be read'),
    });
  });

  it('says what is wrong with a manifest', async () => {
    await edit('eye-7', (manifest) => ({ ...manifest, version: 'new' }));
    await expect(readDefaultModel('detector', models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/manifest\.json is not valid[^]*version/),
    });
    await writeFile(join(models, 'eye-7', 'manifest.json'), '{');
    await expect(readDefaultModel('detector', models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/manifest\.json is not valid[^]*JSON/),
    });
  });

  it('wants exactly one default for each role', async () => {
    await edit('eye-7', (manifest) => ({ ...manifest, default: false }));
    await expect(readDefaultModel('eyes', models)).rejects.toMatchObject({
      detail: expect.stringContaining('found: none'),
    });
    await edit('eye-7', (manifest) => ({ ...manifest, default: true, role: 'landmarks' }));
    await expect(readDefaultModel('landmarks', models)).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7.*face-landmarks-70|face-landmarks-70.*eye-7/),
    });
  });
});

describe('ModelSession', () => {
  it('refuses what is no network', async () => {
    const model = await readDefaultModel('eyes', models);
    const broken = { ...model, bytes: new Uint8Array(100) };
    await expect(ModelSession.create(broken, 'cpu')).rejects.toMatchObject({
      detail: expect.stringMatching(/eye-7\/model\.onnx cannot be loaded on cpu/),
    });
  });

  it('refuses a network that does not fit its manifest', async () => {
    const model = await readDefaultModel('eyes', models);
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
    const loaded = await loadModels(requested, models);
    const fellBack = loaded.provider === 'cpu' && requested === 'cuda';
    expect(loaded.fallbacks.length > 0).toBe(fellBack);
    const { points } = await loaded.sessions.eyes.run(new Float32Array(48 * 64), 1, 48, 64);
    expect(points).toHaveLength(14);
    await Promise.all(Object.values(loaded.sessions).map((session) => session.dispose()));
  });
});
