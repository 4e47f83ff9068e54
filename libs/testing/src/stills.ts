import { execFileSync } from 'node:child_process';

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
