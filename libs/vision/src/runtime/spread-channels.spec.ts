import { type ModelManifest } from './model-manifest.js';
import { spreadChannels } from './spread-channels.js';

const manifest = (layout: 'NCHW' | 'NHWC'): ModelManifest =>
  ({
    input: {
      kind: 'picture',
      layout,
      scale: 0.5,
      mean: [1, 2, 3],
      std: [1, 2, 4],
      channels: 'gray-as-color',
    },
  }) as ModelManifest;

describe('spreadChannels', () => {
  // two pictures of two pixels, 4 and 8, then 0 and 2: half of them less each mean, by each deviation
  const gray = Float32Array.of(4, 8, 0, 2);

  it('puts channels one after the other', () => {
    expect([...spreadChannels(gray, 2, 2, manifest('NCHW'))]).toEqual([
      ...[1, 3, 0, 1, -0.25, 0.25],
      ...[-1, 0, -1, -0.5, -0.75, -0.5],
    ]);
  });

  it('puts channels beside each other', () => {
    expect([...spreadChannels(gray, 2, 2, manifest('NHWC'))]).toEqual([
      ...[1, 0, -0.25, 3, 1, 0.25],
      ...[-1, -1, -0.75, 0, -0.5, -0.5],
    ]);
  });
});
