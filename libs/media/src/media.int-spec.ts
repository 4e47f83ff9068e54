import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { describeWithSharedMedia, fixture, sharedClip } from '@eyeline/testing';

import {
  chooseAnalysisSize,
  findGaps,
  listSampleTimes,
  openFrameStream,
  probeVideo,
  type Sampling,
} from './index.js';

/** Real: ffmpeg, files. */
const limits = { maxDurationS: 3600, maxPixels: 8192 * 4320 };
const fiveAS: Sampling = { kind: 'rate', fps: 5 };
const every: Sampling = { kind: 'interval', frames: 1 };
const folder = mkdtempSync(join(tmpdir(), 'eyeline-media-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const make = (name: string, ...args: string[]): string => {
  const path = join(folder, name);
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args, path]);
  return path;
};

/** One number that the clip's frames carry: the brightness of the picture is 2 x its frame number. */
const numbered = (name: string, rate: number, count: number, ...args: string[]): string =>
  make(
    name,
    ...[
      '-f',
      'lavfi',
      '-i',
      `color=black:s=64x64:r=${rate}:d=${count / rate},format=yuv420p,geq=lum='16+2*N':cb=128:cr=128`,
    ],
    ...args,
  );

interface Reading {
  readonly times: number[];
  readonly brightness: number[];
  readonly decodeErrors: number;
}

async function readFrames(
  path: string,
  sampling: Sampling,
  range = { startS: 0, endS: Infinity },
): Promise<Reading & { gaps: ReturnType<typeof findGaps> }> {
  const video = await probeVideo(path, { limits });
  const endS = Math.min(range.endS, video.durationS);
  const size = chooseAnalysisSize(video, { scale: null, max_side: 640 });
  const stream = openFrameStream(path, {
    video,
    sampling,
    ...size,
    ...range,
    signal: new AbortController().signal,
  });
  const times: number[] = [];
  const brightness: number[] = [];
  for await (const frame of stream) {
    expect(frame.data).toHaveLength(frame.width * frame.height);
    times.push(frame.tS);
    brightness.push(frame.data.reduce((sum, value) => sum + value, 0) / frame.data.length);
  }
  const { times: expected, truncatedAtS } = await listSampleTimes(path, video, sampling, {
    ...range,
    endS: range.endS,
  });
  const gaps = findGaps({ expected, delivered: times, truncatedAtS, endS });
  return { times, brightness, decodeErrors: stream.decodeErrors, gaps };
}

const codeOf = (work: Promise<unknown>): Promise<ErrorCode | 'none'> =>
  work.then(
    () => 'none' as const,
    (error: unknown) => (error as AppError).code,
  );

const probe = (path: string, other = limits) => probeVideo(path, { limits: other });

describe('times', () => {
  it('are the decoder’s, one frame a cell', async () => {
    const path = numbered('rate.mp4', 12.5, 50);
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(times).toHaveLength(20);
    expect(times.slice(0, 4)).toEqual([0, 0.24, 0.4, 0.64].map((tS) => expect.closeTo(tS, 5)));
    expect(gaps).toEqual([]);
  });

  it('count from the container’s start, in a transport stream too', async () => {
    const path = numbered('late.ts', 25, 50, '-c:v', 'mpeg2video', '-q:v', '2');
    const video = await probe(path);
    expect(video.startS).toBeGreaterThan(1);
    const { times } = await readFrames(path, every);
    expect(times).toHaveLength(50);
    expect(times[0]).toBeCloseTo(0, 3);
    expect(times[49]).toBeCloseTo(49 / 25, 3);
  });

  it('keep the delay of a picture that starts after the sound', async () => {
    const picture = numbered('picture.mp4', 25, 25);
    const sound = ['-f', 'lavfi', '-i', 'sine=d=2', '-c:v', 'copy', '-c:a', 'aac'];
    const path = make('delayed.mkv', '-itsoffset', '0.5', '-i', picture, ...sound);
    const { times } = await readFrames(path, every);
    expect(times[0]).toBeCloseTo(0.5, 1);
    expect((await probe(path)).durationS).toBeGreaterThanOrEqual(1.4);
  });

  it('follow a variable frame rate, and a freeze is no gap', async () => {
    const path = numbered('freeze.mkv', 25, 75, '-vf', 'select=lt(n\\,25)+gt(n\\,60)', '-fps_mode', 'vfr');
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(times.some((tS) => tS > 1.05 && tS < 2.4)).toBe(false);
    expect(times.at(-1)).toBeGreaterThan(2.7);
    expect(gaps).toEqual([]);
  });

  it('leave out what an edit list hides', async () => {
    const path = make('cut.mp4', '-ss', '1.3', '-i', fixture('average-person.mp4'), '-t', '2', '-c', 'copy');
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
    const path = numbered('seek.mp4', 25, 100, '-g', '30', '-bf', '2');
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
    const { brightness } = await readFrames(numbered('ramp.mp4', 25, 110, '-qp', '0'), every);
    expect(brightness[0]).toBeCloseTo(0, 0);
    // Limited range: luma 16 + 218 of 219 is all but white.
    expect(brightness[109]).toBeGreaterThan(252);
  });

  it.each(['yuv422p', 'yuv420p10le', 'yuvj420p', 'yuv444p'])('of %s are the same grey', async (format) => {
    const path = make(
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
    const stored = make('stored.mp4', '-f', 'lavfi', '-i', left);
    const path = make('turned.mp4', '-i', stored, '-c', 'copy', '-metadata:s:v:0', 'rotate=270');
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
    const odd = make(
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

describe('what is broken', () => {
  it('is told apart', async () => {
    const write = (name: string, bytes: Buffer | string): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const late = readFileSync(numbered('whole.mp4', 25, 50));
    expect(await codeOf(probe(write('text.mp4', 'This is no video.\n'.repeat(500))))).toBe(
      'unsupported_media',
    );
    expect(
      await codeOf(
        probe(write('bytes.mp4', Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251)))),
      ),
    ).toBe('unsupported_media');
    expect(await codeOf(probe(write('nothing', '\n')))).toBe('unsupported_media');
    expect(
      await codeOf(probe(make('image.png', '-f', 'lavfi', '-i', 'testsrc=s=64x64', '-frames:v', '1'))),
    ).toBe('unsupported_media');
    expect(
      await codeOf(probe(write('list', `ffconcat version 1.0\nfile ${join(folder, 'whole.mp4')}\n`))),
    ).toBe('unsupported_media');
    expect(
      await codeOf(probe(write('playlist', `#EXTM3U\n#EXTINF:1,\n${join(folder, 'whole.mp4')}\n`))),
    ).toBe('unsupported_media');
    expect(await codeOf(probe(write('late', late.subarray(0, late.length - 400))))).toBe('corrupt_video');
    expect(await codeOf(probe(make('sound.mp3', '-f', 'lavfi', '-i', 'sine=d=1')))).toBe('no_video_stream');
    expect(await codeOf(probe(make('sound.m4a', '-f', 'lavfi', '-i', 'sine=d=1')))).toBe('no_video_stream');
    expect(await codeOf(probe(join(folder, 'whole.mp4'), { ...limits, maxDurationS: 1 }))).toBe(
      'video_too_long',
    );
    expect(await codeOf(probe(join(folder, 'whole.mp4'), { ...limits, maxPixels: 4000 }))).toBe(
      'too_many_pixels',
    );
  });

  it('is never taken for an option or another protocol', async () => {
    copyFileSync(fixture('average-person.mp4'), join(folder, 'concat:-i'));
    const { codec } = await probe(join(folder, 'concat:-i'));
    expect(codec).toBe('h264');
  });

  it('at its end is a gap up to the stated duration', async () => {
    const whole = readFileSync(
      make('fast.mp4', '-i', fixture('average-person.mp4'), '-c', 'copy', '-movflags', '+faststart'),
    );
    const path = join(folder, 'cut-short');
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ reason: 'truncated', end_s: expect.closeTo(20.2, 2) });
    expect(Math.abs(times.length + (gaps[0].end_s - gaps[0].start_s) * 5 - 101)).toBeLessThanOrEqual(1);
  });

  it('in its middle does not end the rest', async () => {
    const bytes = readFileSync(fixture('average-person.mp4'));
    bytes.fill(0x5a, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.5));
    const path = join(folder, 'hurt');
    writeFileSync(path, bytes);
    const { times, gaps, decodeErrors } = await readFrames(path, fiveAS);
    expect(decodeErrors).toBeGreaterThan(0);
    expect(times.at(-1)).toBeGreaterThan(19.5);
    const missing = gaps.reduce((sum, gap) => sum + (gap.end_s - gap.start_s) * 5, 0);
    expect(Math.abs(times.length + missing - 101)).toBeLessThanOrEqual(1);
  });
});

describe('a stream', () => {
  const open = async (signal: AbortSignal, sampling: Sampling = every) => {
    const path = fixture('average-person.mp4');
    const video = await probe(path);
    return openFrameStream(path, {
      video,
      sampling,
      width: 640,
      height: 360,
      startS: 0,
      endS: Infinity,
      signal,
    });
  };
  const countFfmpeg = (): number => {
    const children = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'comm='], { encoding: 'utf8' });
    return children.split('\n').filter((name) => name.trim() === 'ffmpeg').length;
  };

  it('waits for its consumer', async () => {
    const stream = await open(new AbortController().signal);
    let frames = 0;
    for await (const { tS } of stream) {
      if (frames === 0) await sleep(300);
      expect(tS).toBeCloseTo(frames++ / 25, 5);
    }
    expect(frames).toBe(505);
  });

  it('ends at once with the signal, by its reason', async () => {
    const controller = new AbortController();
    const reading = (async () => {
      for await (const frame of await open(controller.signal)) {
        expect(frame.width).toBe(640);
        await sleep(5);
      }
    })();
    setTimeout(() => controller.abort(new AppError('canceled')), 200);
    const startedAt = Date.now();
    expect(await codeOf(reading)).toBe('canceled');
    expect(Date.now() - startedAt).toBeLessThan(1500);
    expect(countFfmpeg()).toBe(0);
  });

  it('ends ffmpeg when the loop is left', async () => {
    for await (const { tS } of await open(new AbortController().signal)) {
      expect(tS).toBe(0);
      break;
    }
    expect(countFfmpeg()).toBe(0);
  });

  it('gives up on what takes too long', async () => {
    const path = fixture('average-person.mp4');
    const video = await probe(path);
    const request = { video, sampling: every, width: 640, height: 360, startS: 0, endS: Infinity };
    const stream = openFrameStream(path, {
      ...request,
      signal: new AbortController().signal,
      deadlineMs: 100,
    });
    const reading = (async () => {
      for await (const { tS } of stream) await sleep(20 + 0 * tS);
    })();
    expect(await codeOf(reading)).toBe('timed_out');
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
