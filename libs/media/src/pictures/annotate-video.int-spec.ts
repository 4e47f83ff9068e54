import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClipMaker } from '@eyeline/testing';

import { annotateVideo, type AnnotateRequest, probeVideo } from '../index.js';
import { limits } from '../read-frames.factory.js';
import { makeFace, recordsOf } from './frame-record.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const BLACK = ['-f', 'lavfi', '-i', 'color=black:s=320x240:r=25:d=4,format=yuv420p'];
const SOUND = ['-f', 'lavfi', '-i', 'sine=d=4', '-c:a', 'aac'];
const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25'];
const BOX = { x: 80, y: 80, w: 100, h: 120 };
const TIMES = Array.from({ length: 10 }, (_, i) => 1 + i / 5);

let made = 0;

async function annotate(path: string, changes: Partial<AnnotateRequest> = {}): Promise<string> {
  const video = await probeVideo(path, { limits });
  const number = String(made++);
  const output = join(clips.folder, `output-${number}`);
  await annotateVideo(path, {
    ...{ video, output, overlay: join(clips.folder, `overlay-${number}`) },
    ...{ records: recordsOf(TIMES, makeFace(BOX)), stepS: 0.2, startS: 0, endS: video.durationS },
    signal: new AbortController().signal,
    ...changes,
  });
  return output;
}

/** Red, green and blue of one pixel of the frame shown at a time. */
function pixelAt(path: string, timeS: number, x: number, y: number): number[] {
  const filter = `crop=2:2:${x}:${y},format=rgb24`;
  const args = ['-v', 'error', '-i', path, '-ss', String(timeS), '-vf', filter, '-frames:v', '1'];
  return [...execFileSync('ffmpeg', [...args, '-f', 'rawvideo', '-'])].slice(0, 3);
}

const isDark = (pixel: number[]): boolean => Math.max(...pixel) < 60;

it('draws a box where and while a face is seen, and keeps the sound', async () => {
  const path = clips.make('black.mp4', ...BLACK, ...SOUND, ...X264, '-metadata', 'location=+52.5+13.4/');
  const shares: number[] = [];
  const output = await annotate(path, { onProgress: (share) => shares.push(share) });
  const left = { x: 80, y: 140 };
  expect(isDark(pixelAt(output, 2, left.x, left.y))).toBe(false);
  const [red, green, blue] = pixelAt(output, 2, left.x, left.y);
  expect(red).toBeGreaterThan(blue + 60); // yellow: happy
  expect(green).toBeGreaterThan(blue + 60);
  expect(isDark(pixelAt(output, 2, 100, 180))).toBe(true); // inside the box
  expect(isDark(pixelAt(output, 0.5, left.x, left.y))).toBe(true); // before the first record
  expect(isDark(pixelAt(output, 3.8, left.x, left.y))).toBe(true); // after the last
  expect(await probeVideo(output, { limits })).toMatchObject({ codec: 'h264', width: 320, height: 240 });
  const entries = ['-show_entries', 'stream=codec_name:format_tags', '-of', 'json', output];
  const told = execFileSync('ffprobe', ['-v', 'error', ...entries], { encoding: 'utf8' });
  expect(told).toContain('"aac"');
  expect(told).not.toContain('52.5');
  expect(Math.max(...shares)).toBeCloseTo(1, 1);
});

it.each([
  ['a part of the video', [], { startS: 1.6, endS: 2.4 }, 0.2, 0.8],
  ['a container that begins late', ['-output_ts_offset', '1000.3'], {}, 2, 4],
])('has the times of the report for %s', async (_what, args, range, shownS, durationS) => {
  const path = clips.make(`late-${made}.ts`, ...BLACK, ...SOUND, ...X264, ...args);
  const output = await annotate(path, range);
  expect(isDark(pixelAt(output, shownS, 80, 140))).toBe(false);
  expect((await probeVideo(output, { limits })).durationS).toBeCloseTo(durationS, 1);
});

it('is upright, and of even sides', async () => {
  const stored = clips.make('stored.mp4', ...BLACK, ...X264, '-vf', 'scale=321:241,format=yuv444p');
  const path = clips.make('turned.mp4', '-i', stored, '-c', 'copy', '-metadata:s:v:0', 'rotate=90');
  const video = await probeVideo(path, { limits });
  expect(video).toMatchObject({ width: 241, height: 321 });
  const output = await annotate(path);
  const { width, height, rotation } = await probeVideo(output, { limits });
  expect(rotation).toBe(0);
  expect([Math.abs(width - 241), Math.abs(height - 321)]).toEqual([1, 1]);
});

it('takes what has no sound, and no face in it', async () => {
  const path = clips.make('silent.mkv', ...BLACK, ...X264);
  const output = await annotate(path, { records: recordsOf([], makeFace(BOX)) });
  expect((await probeVideo(output, { limits })).durationS).toBeCloseTo(4, 1);
});

it('fails with what ffmpeg says, and ends at once when it is told to', async () => {
  const path = clips.make('fine.mp4', ...BLACK, ...X264);
  const nowhere = join(clips.folder, 'nowhere', 'output');
  await expect(annotate(path, { output: nowhere })).rejects.toMatchObject({
    code: 'internal',
    cause: expect.stringContaining('No such file') as string,
  });
  const controller = new AbortController();
  const reason = new Error('enough');
  const given = annotate(path, {
    signal: controller.signal,
    records: (async function* () {
      yield* recordsOf([1], makeFace(BOX));
      controller.abort(reason);
    })(),
  });
  await expect(given).rejects.toBe(reason);
  expect(existsSync(nowhere)).toBe(false);
});
