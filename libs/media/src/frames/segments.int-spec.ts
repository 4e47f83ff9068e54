import { readFileSync } from 'node:fs';
import { ClipMaker } from '@eyeline/testing';

import { listSampleTimes, openFrameStream, probeVideo, type ProbedVideo, type Sampling } from '../index.js';
import { every, limits } from '../read-frames.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '2'];

const recordings: Record<string, () => string> = {
  'mp4, a tick a frame': () =>
    clips.makeNumbered('a.mp4', 25, 110, ...X264, '-g', '30', '-video_track_timescale', '25'),
  'transport stream with rare key frames': () => clips.makeNumbered('b.ts', 30, 110, ...X264, '-g', '55'),
  'matroska in milliseconds': () => clips.makeNumbered('c.mkv', 29.97, 110, ...X264, '-g', '12'),
  'avi without times': () => clips.makeNumbered('e.avi', 15, 60, '-c:v', 'mpeg4', '-q:v', '2'),
};
const samplings: Sampling[] = [
  { kind: 'rate', fps: 30 },
  { kind: 'rate', fps: 7.3 },
  { kind: 'interval', frames: 7 },
];

/** Time and mean luma of each frame. */
async function read(path: string, video: ProbedVideo, sampling: Sampling, startS: number, endS: number) {
  const size = { width: 64, height: 64 };
  const signal = new AbortController().signal;
  const frames: [tS: number, luma: number][] = [];
  for await (const { tS, data } of openFrameStream(path, {
    video,
    sampling,
    ...size,
    startS,
    endS,
    signal,
  })) {
    frames.push([tS, data.reduce((sum, value) => sum + value, 0) / data.length]);
  }
  return frames;
}

describe.each(Object.entries(recordings))('%s', (_name, make) => {
  it.each(samplings)('gives in pieces what it gives in one, and what was expected: %j', async (sampling) => {
    const path = make();
    const video = await probeVideo(path, { limits });
    const whole = await read(path, video, sampling, 0, Infinity);
    const borders = [0, 1.3333, 2.2, Infinity];
    const pieces: [number, number][] = [];
    for (let i = 0; i + 1 < borders.length; i++) {
      pieces.push(...(await read(path, video, sampling, borders[i], borders[i + 1])));
    }
    expect(pieces).toEqual(whole);

    const { times } = await listSampleTimes(path, video, sampling, { startS: 0, endS: Infinity });
    expect(Array.from(times)).toEqual(whole.map(([tS]) => tS));
  });
});

it('a recording whose clock jumps back is not divided', async () => {
  const part = readFileSync(clips.makeNumbered('part.ts', 25, 60, ...X264, '-g', '20'));
  const path = clips.write('joined.ts', Buffer.concat([part, part]));
  const video = await probeVideo(path, { limits });
  const { keyFramesS, canBeCut } = await listSampleTimes(path, video, every, { startS: 0, endS: Infinity });
  expect([keyFramesS.length, canBeCut]).toEqual([0, false]);
});

it('frames that have no time of their own are counted in one go', async () => {
  const path = clips.makeNumbered('f.avi', 15, 60, '-c:v', 'mpeg4', '-bf', '2', '-g', '20');
  const video = await probeVideo(path, { limits });
  const range = { startS: 0, endS: Infinity };
  const counted = await listSampleTimes(path, video, { kind: 'interval', frames: 7 }, range);
  const rated = await listSampleTimes(path, video, { kind: 'rate', fps: 5 }, range);
  expect([counted.keyFramesS.length, rated.keyFramesS.length > 1]).toEqual([0, true]);
});

it('a container that states the times of some packets only loses no frame that has one', async () => {
  const path = clips.makeNumbered('d.mpg', 25, 110, '-c:v', 'mpeg2video', '-q:v', '2');
  const video = await probeVideo(path, { limits });
  const whole = await read(path, video, every, 0, Infinity);
  const { times } = await listSampleTimes(path, video, every, { startS: 0, endS: Infinity });
  expect(whole.length).toBeGreaterThan(100);
  expect(Math.abs(whole.length - times.length)).toBeLessThanOrEqual(1);
});
