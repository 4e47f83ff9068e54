import { execFileSync } from 'node:child_process';
import { ClipMaker } from '@eyeline/testing';

import { cutOutPicture, probeVideo } from '../index.js';
import { limits } from '../read-frames.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const signal = new AbortController().signal;
const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast'];

/** Size and mean luma of a picture. */
function look(picture: Buffer): { width: number; height: number; luma: number } {
  const path = clips.write('picture.jpg', picture);
  const probe = ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', path];
  const [width, height] = execFileSync('ffprobe', probe, { encoding: 'utf8' }).split(',').map(Number);
  const pixels = execFileSync('ffmpeg', [
    '-v',
    'error',
    '-i',
    path,
    '-f',
    'rawvideo',
    '-pix_fmt',
    'gray',
    '-',
  ]);
  return { width, height, luma: pixels.reduce((sum, value) => sum + value, 0) / pixels.length };
}

async function cutOut(path: string, timeS: number, region = { x: 20, y: 20, w: 16, h: 24 }) {
  const video = await probeVideo(path, { limits });
  return look(await cutOutPicture(path, { video, timeS, region, signal }));
}

/** Frame N has luma 16 + 2 N in limited range: 2 N * 255 / 219 in a JPEG. */
const lumaOf = (frame: number): number => (2 * frame * 255) / 219;

it.each([
  ['MP4', 'a.mp4', [...X264, '-g', '12', '-bf', '3']],
  ['MP4, a tick a frame', 'd.mp4', [...X264, '-video_track_timescale', '25']],
  ['a transport stream that begins late', 'b.ts', [...X264, '-g', '12', '-output_ts_offset', '1000.3']],
  ['Matroska with one key frame', 'c.mkv', [...X264, '-g', '1000']],
])('shows the frame of that very time: %s', async (_what, name, args) => {
  const path = clips.makeNumbered(name, 25, 100, ...args);
  for (const frame of [0, 37, 75, 99]) {
    const { luma } = await cutOut(path, Math.round((1000 * frame) / 25) / 1000);
    expect(Math.abs(luma - lumaOf(frame))).toBeLessThan(1.2);
  }
});

it('has some margin, ends at the borders of the picture, and is no larger than needed', async () => {
  const args = ['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:d=1', ...X264];
  const path = clips.make('large.mp4', ...args);
  expect(await cutOut(path, 0.2, { x: 500, y: 200, w: 100, h: 100 })).toMatchObject({
    width: 150,
    height: 150,
  });
  expect(await cutOut(path, 0.2, { x: 1200, y: -40, w: 100, h: 100 })).toMatchObject({
    width: 105,
    height: 85,
  });
  expect(await cutOut(path, 0.2, { x: 200, y: 100, w: 400, h: 500 })).toMatchObject({ height: 256 });
  const turned = clips.make('turned.mp4', '-i', path, '-c', 'copy', '-metadata:s:v:0', 'rotate=90');
  expect(await cutOut(turned, 0.2, { x: 620, y: 1100, w: 60, h: 100 })).toMatchObject({ height: 150 });
});

it('fails where there is no frame', async () => {
  const path = clips.makeNumbered('short.mp4', 25, 25, ...X264);
  await expect(cutOut(path, 7)).rejects.toMatchObject({ code: 'corrupt_video' });
});
