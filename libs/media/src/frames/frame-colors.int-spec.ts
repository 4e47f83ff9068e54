import { type ColorMatrix, type LumaFrame } from '@eyeline/contracts';
import { ClipMaker, fixture } from '@eyeline/testing';

import { openFrameStream, probeVideo } from '../index.js';
import { every, limits } from '../read-frames.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const SIZE = { width: 214, height: 121 };

async function read(path: string, isColored: boolean, size = SIZE): Promise<LumaFrame[]> {
  const video = await probeVideo(path, { limits });
  const frames: LumaFrame[] = [];
  for await (const frame of openFrameStream(path, {
    ...{ video, sampling: every, ...size, startS: 0, endS: 1 },
    chroma: isColored ? video.colorMatrix : null,
    signal: new AbortController().signal,
  })) {
    // They belong to the stream.
    frames.push(structuredClone(frame));
  }
  return frames;
}

/** The beginning of a bundled clip, as real pictures are, in another form. */
const transcode = (name: string, ...options: string[]): string =>
  clips.make(name, '-i', fixture('average-person.mp4'), '-t', '0.4', ...options);

describe('luma', () => {
  it.each<[string, string[]]>([
    ['limited.mp4', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p']],
    [
      'full-bt709.mp4',
      [
        ...['-vf', 'scale=out_range=full,format=yuvj420p', '-colorspace', 'bt709', '-color_range', 'pc'],
        ...['-c:v', 'libx264'],
      ],
    ],
    ['bt601.mp4', ['-vf', 'scale=out_color_matrix=bt601', '-colorspace', 'smpte170m', '-c:v', 'libx264']],
    ['ten-bits.mkv', ['-pix_fmt', 'yuv420p10le', '-c:v', 'libx264']],
    ['every-pixel.mkv', ['-pix_fmt', 'yuv444p', '-c:v', 'libx264']],
    ['jpeg.avi', ['-c:v', 'mjpeg', '-q:v', '3']],
    ['rgb.mkv', ['-pix_fmt', 'rgb24', '-c:v', 'png']],
  ])('is the same, byte for byte, whether colours are asked for or not: %s', async (name, options) => {
    const path = transcode(name, ...options);
    for (const size of [SIZE, { width: 640, height: 360 }]) {
      const [plain, colored] = [await read(path, false, size), await read(path, true, size)];
      expect(colored).toHaveLength(plain.length);
      expect(plain.length).toBeGreaterThan(8);
      plain.forEach((frame, i) => {
        expect(frame.chroma).toBeUndefined();
        expect(Buffer.from(colored[i].data).equals(frame.data)).toBe(true);
        const { cb, cr, ...rest } = colored[i].chroma!;
        expect([cb.length, cr.length]).toEqual([rest.width * rest.height, rest.width * rest.height]);
        expect([rest.width, rest.height]).toEqual([size.width / 2, Math.ceil(size.height / 2)]);
      });
    }
  });
});

/** BT.601, BT.709 and BT.2020 by the weights of red and blue in luma (ITU-R BT.601-7, BT.709-6, BT.2020-2). */
const WEIGHTS: Record<ColorMatrix, [red: number, blue: number]> = {
  bt601: [0.299, 0.114],
  bt709: [0.2126, 0.0722],
  bt2020: [0.2627, 0.0593],
};

describe('chroma', () => {
  /** Beside each other, 64 pixels each. */
  const COLORS: readonly (readonly [name: string, r: number, g: number, b: number])[] = [
    ['red', 255, 0, 0],
    ['lime', 0, 255, 0],
    ['blue', 0, 0, 255],
    ['white', 255, 255, 255],
    ['0xE0AC69', 224, 172, 105],
  ];
  const patches = COLORS.map(([name], i) => `color=${name}:s=64x64:d=0.1,format=gbrp[c${i}]`).join(';');
  const drawn = `${patches};${COLORS.map((_, i) => `[c${i}]`).join('')}hstack=${COLORS.length}[out0]`;

  it.each<[ColorMatrix, 'tv' | 'pc']>([
    ['bt601', 'tv'],
    ['bt601', 'pc'],
    ['bt709', 'tv'],
    ['bt709', 'pc'],
    ['bt2020', 'tv'],
  ])('of %s, range %s, is full-range and tells the matrix', async (matrix, range) => {
    const stated = { bt601: 'smpte170m', bt709: 'bt709', bt2020: 'bt2020nc' }[matrix];
    const path = clips.make(
      `${matrix}-${range}.webm`,
      ...['-f', 'lavfi', '-i', drawn],
      ...['-vf', `scale=out_color_matrix=${matrix}:out_range=${range},format=yuv444p`],
      ...['-colorspace', stated, '-color_range', range, '-c:v', 'libvpx-vp9', '-lossless', '1'],
    );
    const [{ data, chroma }] = await read(path, true, { width: 160, height: 32 });
    expect(chroma).toMatchObject({ matrix, width: 80, height: 16 });
    const [kr, kb] = WEIGHTS[matrix];
    COLORS.forEach(([, r, g, b], i) => {
      const luma = kr * r + (1 - kr - kb) * g + kb * b;
      const cb = Math.min(255, 128 + (b - luma) / (2 * (1 - kb)));
      const cr = Math.min(255, 128 + (r - luma) / (2 * (1 - kr)));
      const middle = 8 * 80 + 16 * i + 8;
      // The codec's own numbers are whole ones, 219 or 224 of them.
      expect(Math.abs(data[16 * 160 + 32 * i + 16] - luma)).toBeLessThanOrEqual(1.5);
      expect(Math.abs(chroma!.cb[middle] - cb)).toBeLessThanOrEqual(1.5);
      expect(Math.abs(chroma!.cr[middle] - cr)).toBeLessThanOrEqual(1.5);
    });
  });

  it('is turned with the picture', async () => {
    const left = 'color=white:s=64x32:d=0.2,drawbox=x=32:w=32:h=32:c=red:t=fill';
    const stored = clips.make('stored.mp4', '-f', 'lavfi', '-i', left);
    const path = clips.make('turned.mp4', '-i', stored, '-c', 'copy', '-metadata:s:v:0', 'rotate=270');
    const [{ chroma }] = await read(path, true, { width: 32, height: 64 });
    expect(chroma).toMatchObject({ width: 16, height: 32 });
    // Turned clockwise, what was left is up.
    expect([chroma!.cr[2 * 16 + 8] < 140, chroma!.cr[29 * 16 + 8] > 220]).toEqual([true, true]);
  });
});
