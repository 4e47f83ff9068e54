import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface EmotionNetwork {
  readonly name: string;
  /** The ONNX file: `input` of 48 x 48, logits in `output`. */
  readonly bytes: Uint8Array;
  /** Of the manifest's input: layout, channels, mean, std. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];
}

/** Lays an emotion network with its manifest into a folder of networks. */
export function layEmotionNetwork(models: string, { name, bytes, input, labels }: EmotionNetwork): void {
  const manifest = {
    ...{ name, version: '1.0.0', role: 'emotion', file: 'model.onnx' },
    ...{ license: 'none', trained_on: ['nothing'] },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    input: { name: 'input', width: 48, height: 48, scale: 1, crop: 'face', ...input },
    output: { name: 'output', kind: 'logits', labels },
  };
  mkdirSync(join(models, name), { recursive: true });
  writeFileSync(join(models, name, 'model.onnx'), bytes);
  writeFileSync(join(models, name, 'manifest.json'), JSON.stringify(manifest));
}
