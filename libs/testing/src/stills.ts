import { execFileSync } from 'node:child_process';

import { type LumaFrame } from '@eyeline/contracts';

import { fixture } from './clips.js';

/** One picture of a bundled clip (640x360), encoded as ffmpeg names it (`png`, `mjpeg`), or `raw`: its luma. */
export function takeStill(
  clip: string,
  atS: number,
  codec: 'png' | 'mjpeg' | 'raw',
  filter = 'null',
): Buffer {
  const output =
    codec === 'raw'
      ? ['-vf', `${filter},format=gray`, '-f', 'rawvideo']
      : ['-vf', filter, '-c:v', codec, '-q:v', '2', '-f', 'image2pipe'];
  const input = ['-v', 'error', '-nostdin', '-ss', String(atS), '-i', fixture(clip), '-frames:v', '1'];
  return execFileSync('ffmpeg', [...input, ...output, '-'], { maxBuffer: 64 * 1024 * 1024 });
}

/** The same as a frame with its colours, as libs/media hands it over. */
export function takeColorFrame(clip: string, atS: number): LumaFrame {
  const [width, height] = [640, 360];
  const output = ['-frames:v', '1', '-vf', 'scale=out_range=full,format=yuv420p', '-f', 'rawvideo', '-'];
  const args = ['-v', 'error', '-nostdin', '-ss', String(atS), '-i', fixture(clip), ...output];
  const bytes = execFileSync('ffmpeg', args);
  const [luma, chroma] = [width * height, (width * height) / 4];
  return {
    ...{ tS: atS, width, height, data: bytes.subarray(0, luma) },
    chroma: {
      ...{ width: width / 2, height: height / 2, matrix: 'bt709' },
      ...{ cb: bytes.subarray(luma, luma + chroma), cr: bytes.subarray(luma + chroma) },
    },
  };
}

const END_OF_JPEG = Buffer.of(0xff, 0xd9);

/** Every N-th picture of a video, as JPEG. */
export function takeStills(path: string, every = 1): Buffer[] {
  const filter = `select=not(mod(n\\,${every}))`;
  const args = ['-v', 'error', '-nostdin', '-i', path, '-vf', filter, '-fps_mode', 'passthrough'];
  const bytes = execFileSync('ffmpeg', [...args, '-c:v', 'mjpeg', '-q:v', '2', '-f', 'image2pipe', '-'], {
    maxBuffer: 1024 * 1024 * 1024,
  });
  const stills: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(END_OF_JPEG, start) + END_OF_JPEG.length;
    stills.push(bytes.subarray(start, end));
    start = end;
  }
  return stills;
}
