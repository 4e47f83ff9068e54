import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { ClipMaker, fixture } from '@eyeline/testing';

import { openFrameStream, probeVideo, type Sampling } from '../index.js';
import { every, limits } from '../read-frames.factory.js';

/** Real: ffmpeg, files. */
const probe = (path: string) => probeVideo(path, { limits });

const codeOf = (work: Promise<unknown>): Promise<ErrorCode | 'none'> =>
  work.then(
    () => 'none' as const,
    (error: unknown) => (error as AppError).code,
  );

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

  it('gives every frame, and its own pixels, when ffmpeg ends while the consumer is busy', async () => {
    const clips = new ClipMaker();
    try {
      // So small that all frames fit into the pipe behind the ring, and ffmpeg is done long before they are read.
      const path = clips.makeNumbered('small.mkv', 25, 40, '-c:v', 'ffv1');
      const video = await probe(path);
      const signal = new AbortController().signal;
      const request = { video, sampling: every, width: 64, height: 64, startS: 0, endS: Infinity, signal };
      const brightness: number[] = [];
      for await (const { data } of openFrameStream(path, request)) {
        if (brightness.length < 3) await sleep(300);
        brightness.push(data[0]);
      }
      expect(brightness).toEqual(Array.from({ length: 40 }, (_, i) => Math.round((2 * i * 255) / 219)));
    } finally {
      clips.remove();
    }
  });

  it('ends at once with the signal, by its reason', async () => {
    const controller = new AbortController();
    let framesAfterwards = 0;
    const reading = (async () => {
      for await (const frame of await open(controller.signal)) {
        if (controller.signal.aborted) framesAfterwards++;
        expect(frame.width).toBe(640);
        await sleep(5);
      }
    })();
    setTimeout(() => controller.abort(new AppError('canceled')), 200);
    expect(await codeOf(reading)).toBe('canceled');
    expect(framesAfterwards).toBe(0);
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
