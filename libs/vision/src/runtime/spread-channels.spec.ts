import { type PictureInput } from './model-input.js';
import { type ModelManifest } from './model-manifest.js';
import { spreadChannels } from './spread-channels.js';

const manifest = (layout: 'NCHW' | 'NHWC', channels: PictureInput['channels']): ModelManifest =>
  ({
    input: { kind: 'picture', layout, scale: 0.5, mean: [1, 2, 3], std: [1, 2, 4], channels },
  }) as ModelManifest;

describe('spreadChannels of grey pictures', () => {
  // two pictures of two pixels, 4 and 8, then 0 and 2: half of them less each mean, by each deviation
  const gray = Float32Array.of(4, 8, 0, 2);

  it('puts channels one after the other', () => {
    expect([...spreadChannels(gray, 2, 2, manifest('NCHW', 'gray-as-color'))]).toEqual([
      ...[1, 3, 0, 1, -0.25, 0.25],
      ...[-1, 0, -1, -0.5, -0.75, -0.5],
    ]);
  });

  it('puts channels beside each other', () => {
    expect([...spreadChannels(gray, 2, 2, manifest('NHWC', 'gray-as-color'))]).toEqual([
      ...[1, 0, -0.25, 3, 1, 0.25],
      ...[-1, -1, -0.75, 0, -0.5, -0.5],
    ]);
  });
});

describe('spreadChannels of colours', () => {
  // two pictures of one pixel: red 4, green 8, blue 12; 0, 2, 6
  const planes = Float32Array.of(4, 8, 12, 0, 2, 6);

  it.each<['NCHW' | 'NHWC', 'rgb' | 'bgr', number[]]>([
    // mean and deviation are the channel's, not the colour's
    ['NCHW', 'rgb', [1, 1, 0.75, -1, -0.5, 0]],
    ['NHWC', 'bgr', [5, 1, -0.25, 2, -0.5, -0.75]],
  ])('%s, %s: each channel by its own numbers, in the order of the network', (layout, channels, expected) => {
    expect([...spreadChannels(planes, 2, 1, manifest(layout, channels))]).toEqual(expected);
  });

  it('keeps pixels apart', () => {
    const two = Float32Array.of(2, 4, 6, 8, 10, 12);
    expect([...spreadChannels(two, 1, 2, manifest('NCHW', 'bgr'))]).toEqual([4, 5, 0.5, 1, -0.5, -0.25]);
    expect([...spreadChannels(two, 1, 2, manifest('NHWC', 'bgr'))]).toEqual([4, 0.5, -0.5, 5, 1, -0.25]);
  });
});
