import { execFileSync } from 'node:child_process';
import { ClipMaker, describeWithSharedMedia, fixture, sharedClip } from '@eyeline/testing';

import { chooseAnalysisSize, openFrameStream, probeVideo } from './index.js';
import { every, fiveAS, limits, readFrames } from './read-frames.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const probe = (path: string) => probeVideo(path, { limits });

describe('times', () => {
  it('are the decoder’s, one frame a cell', async () => {
    const path = clips.makeNumbered('rate.mp4', 12.5, 50);
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(times).toHaveLength(20);
    expect(times.slice(0, 4)).toEqual([0, 0.24, 0.4, 0.64].map((tS) => expect.closeTo(tS, 5)));
    expect(gaps).toEqual([]);
  });

  it('count from the container’s start, in a transport stream too', async () => {
    const path = clips.makeNumbered('late.ts', 25, 50, '-c:v', 'mpeg2video', '-q:v', '2');
    const video = await probe(path);
    expect(video.startS).toBeGreaterThan(1);
    const { times } = await readFrames(path, every);
    expect(times).toHaveLength(50);
    expect(times[0]).toBeCloseTo(0, 3);
    expect(times[49]).toBeCloseTo(49 / 25, 3);
  });

  it.each(['mkv', 'ts', 'flv'])(
    'keep the delay of a picture that starts after the sound: %s',
    async (kind) => {
      const picture = clips.makeNumbered('picture.mp4', 25, 25);
      const sound = ['-f', 'lavfi', '-i', 'sine=d=2', '-c:v', 'copy', '-c:a', 'aac'];
      const path = clips.make(`delayed.${kind}`, '-itsoffset', '0.5', '-i', picture, ...sound);
      const { times } = await readFrames(path, every);
      expect(times).toHaveLength(25);
      expect(times[0]).toBeCloseTo(0.5, 1);
      expect((await probe(path)).durationS).toBeGreaterThanOrEqual(1.4);
    },
  );

  it('follow a variable frame rate, and a freeze is no gap', async () => {
    const path = clips.makeNumbered(
      'freeze.mkv',
      25,
      75,
      '-vf',
      'select=lt(n\\,25)+gt(n\\,60)',
      '-fps_mode',
      'vfr',
    );
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(times.some((tS) => tS > 1.05 && tS < 2.4)).toBe(false);
    expect(times.at(-1)).toBeGreaterThan(2.7);
    expect(gaps).toEqual([]);
  });

  it('of a browser’s recording, which states no duration, come from its packets', async () => {
    const path = clips.makeNumbered(
      'live.webm',
      25,
      50,
      '-c:v',
      'libvpx',
      '-deadline',
      'realtime',
      '-live',
      '1',
    );
    expect(await probe(path)).toMatchObject({ durationS: expect.closeTo(2, 1), fps: expect.closeTo(25, 1) });
    expect((await readFrames(path, every)).times).toHaveLength(50);
  });

  it('of a single frame', async () => {
    const path = clips.makeNumbered('one.mp4', 25, 1);
    expect(await readFrames(path, fiveAS)).toMatchObject({ times: [0], gaps: [] });
  });

  it('leave out what an edit list hides', async () => {
    const path = clips.make(
      'cut.mp4',
      '-ss',
      '1.3',
      '-i',
      fixture('average-person.mp4'),
      '-t',
      '2',
      '-c',
      'copy',
    );
    const { times, gaps } = await readFrames(path, every);
    const shown = execFileSync('ffprobe', [
      '-v',
      'error',
      '-count_frames',
      '-select_streams',
      'v',
      '-show_entries',
      'stream=nb_read_frames',
      '-of',
      'csv=p=0',
      path,
    ]);
    expect(times).toHaveLength(Number(String(shown).trim()));
    expect(gaps).toEqual([]);
  });

  it('stay exact after a seek', async () => {
    const path = clips.makeNumbered('seek.mp4', 25, 100, '-g', '30', '-bf', '2');
    const whole = await readFrames(path, fiveAS);
    const part = await readFrames(path, fiveAS, { startS: 1.6, endS: 3 });
    const from = whole.times.findIndex((tS) => tS >= 1.6);
    expect(part.times).toEqual(whole.times.slice(from, from + 7).map((tS) => expect.closeTo(tS, 5)));
    expect(part.brightness).toEqual(whole.brightness.slice(from, from + 7));
    const third = await readFrames(path, { kind: 'interval', frames: 10 }, { startS: 1.3, endS: 2.5 });
    expect(third.times).toEqual([1.6, 2, 2.4].map((tS) => expect.closeTo(tS, 5)));
  });
});

describe('pictures', () => {
  it('are full-range luma', async () => {
    const { brightness } = await readFrames(clips.makeNumbered('ramp.mp4', 25, 110, '-qp', '0'), every);
    expect(brightness[0]).toBeCloseTo(0, 0);
    // Limited range: luma 16 + 218 of 219 is all but white.
    expect(brightness[109]).toBeGreaterThan(252);
  });

  it.each([
    ['tv', 16, 0],
    ['tv', 235, 255],
    ['pc', 50, 50],
    ['pc', 255, 255],
  ])('in a file of range %s turn luma %i into %i', async (range, stored, expected) => {
    const grey = `color=black:s=64x64:r=25:d=0.2,format=yuv420p,geq=lum=${stored}:cb=128:cr=128`;
    const options = [
      '-f',
      'lavfi',
      '-i',
      grey,
      '-c:v',
      'libvpx-vp9',
      '-lossless',
      '1',
      '-color_range',
      range,
    ];
    const { brightness } = await readFrames(clips.make(`${range}-${stored}.webm`, ...options), every);
    expect(brightness[0]).toBeCloseTo(expected, 5);
  });

  it.each(['yuv422p', 'yuv420p10le', 'yuvj420p', 'yuv444p'])('of %s are the same grey', async (format) => {
    const path = clips.make(
      `${format}.mkv`,
      '-f',
      'lavfi',
      '-i',
      'color=gray:s=64x48:d=0.2',
      '-pix_fmt',
      format,
      '-c:v',
      'libx264',
    );
    const { brightness } = await readFrames(path, every);
    expect(Math.abs(brightness[0] - 128)).toBeLessThan(3);
  });

  it('stand upright and have even sides', async () => {
    const left = 'color=white:s=64x32:d=0.2,drawbox=x=32:w=32:h=32:c=black:t=fill';
    const stored = clips.make('stored.mp4', '-f', 'lavfi', '-i', left);
    const path = clips.make('turned.mp4', '-i', stored, '-c', 'copy', '-metadata:s:v:0', 'rotate=270');
    const video = await probe(path);
    expect(video).toMatchObject({ rotation: 90, width: 32, height: 64 });
    const size = chooseAnalysisSize(video, { scale: null, max_side: 640 });
    for await (const { data, width } of openFrameStream(path, {
      video,
      sampling: every,
      ...size,
      startS: 0,
      endS: 1,
      signal: new AbortController().signal,
    })) {
      // Turned clockwise, what was left is up.
      expect([data[4 * width + 16] > 200, data[60 * width + 16] < 50]).toEqual([true, true]);
      break;
    }
    const odd = clips.make(
      'odd.mkv',
      '-f',
      'lavfi',
      '-i',
      'testsrc=s=641x363:d=0.2',
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv444p',
    );
    expect((await readFrames(odd, every)).times).toHaveLength(5);
  });
});

describeWithSharedMedia('real videos', () => {
  it.each([
    ['expressions-640x360.mp4', 472, 99, false],
    ['no-face-960x540.mp4', 95, 20, false],
    ['noface-then-face-vfr-hevc-960x540.mov', 169, 32, true],
    ['portrait-selfie-720x1280.mp4', 352, 59, false],
    ['looking-aside-1280x720.mp4', 180, 31, false],
    ['single-face-smile-640x360.mp4', 72, 13, false],
  ])('%s: %i frames, %i at 5 a second, variable %s', async (name, frames, sampled, variable) => {
    expect((await probe(sharedClip(name))).variableFrameRate).toBe(variable);
    const all = await readFrames(sharedClip(name), every);
    expect(all.times).toHaveLength(frames);
    expect(all.gaps).toEqual([]);
    const some = await readFrames(sharedClip(name), fiveAS);
    expect(Math.abs(some.times.length - sampled)).toBeLessThanOrEqual(1);
    expect(some.gaps).toEqual([]);
  });
});
