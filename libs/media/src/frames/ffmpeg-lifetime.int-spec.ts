import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, type ErrorCode } from '@eyeline/contracts';
import { fixture } from '@eyeline/testing';

import { openFrameStream, probeVideo, type FrameRequest } from '../index.js';
import { every, limits } from '../read-frames.factory.js';

/** Real: ffmpeg, files, processes. */
const path = fixture('average-person.mp4');

const open = async (request: Partial<FrameRequest> = {}) =>
  openFrameStream(path, {
    video: await probeVideo(path, { limits }),
    sampling: every,
    width: 640,
    height: 360,
    startS: 0,
    endS: Infinity,
    signal: new AbortController().signal,
    ...request,
  });

/** Processes whose parent is this one and whose name is ffmpeg. */
function listFfmpeg(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).split('\n');
  const rows = lines.map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, ppid, name]) => Number(ppid) === parent && name === 'ffmpeg')
    .map(([pid]) => Number(pid));
}

/** Whether it runs; one that has ended may wait long for init to take note of it (state Z). */
function isAlive(pid: number): boolean {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,stat='], { encoding: 'utf8' }).split('\n');
  const state = lines.map((line) => line.trim().split(/\s+/)).find(([id]) => Number(id) === pid)?.[1];
  return state !== undefined && !state.startsWith('Z');
}

const codeOf = (work: Promise<unknown>): Promise<ErrorCode | 'none'> =>
  work.then(
    () => 'none' as const,
    (error: unknown) => (error instanceof AppError ? error.code : 'internal'),
  );

/** A process of its own that prints its children's number after the first frame, and then waits for ever. */
const reader = `
  import { openFrameStream } from '@eyeline/media';
  const stream = openFrameStream(${JSON.stringify(path)}, {
    video: { rotation: 0, streamIndex: 0, startS: 0 }, sampling: { kind: 'interval', frames: 1 },
    width: 640, height: 360, startS: 0, endS: Infinity, signal: new AbortController().signal,
  });
  try {
    for await (const frame of stream) {
      console.log('frame', frame.tS);
      await new Promise((done) => setTimeout(done, 60_000));
    }
  } catch (error) {
    console.log(error.code, error.detail);
  }
`;

describe('ffmpeg', () => {
  it('ends when the process that reads from it is killed', async () => {
    const parent = startReader();
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    expect(String(line)).toMatch(/^frame 0/);
    const [pid] = listFfmpeg(parent.pid!);
    expect(pid).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    await once(parent, 'close');
    for (let i = 0; i < 20 && isAlive(pid); i++) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it('that is not installed is an error that says how to install it', async () => {
    const parent = startReader({ PATH: '/nowhere' });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    expect(String(line)).toMatch(/^internal ffmpeg is not installed .*apt-get install ffmpeg/);
    await once(parent, 'close');
  });

  it('stands still while the consumer is slow, and memory stays level', async () => {
    const highest = { warmUp: 0, later: 0 };
    let frames = 0;
    for await (const { tS } of await open()) {
      expect(tS).toBeCloseTo(frames / 25, 5);
      if (frames++ === 0) {
        // Left to itself, ffmpeg decodes the whole clip in less than this, and ends.
        await sleep(3000);
        const [pid, ...others] = listFfmpeg(process.pid);
        expect([isAlive(pid), others]).toEqual([true, []]);
        // Its code and a few frames are 66 MB; all frames would be 116 MB more.
        const ownKb = execFileSync('ps', ['-p', String(pid), '-o', 'rss='], { encoding: 'utf8' });
        expect(Number(ownKb)).toBeLessThan(120_000);
      }
      await sleep(2);
      // What the pipe brings waits for the garbage collector, up to a level that the first frames reach.
      const phase = frames <= 200 ? 'warmUp' : 'later';
      highest[phase] = Math.max(highest[phase], process.memoryUsage().rss);
    }
    expect(frames).toBe(505);
    // The 305 later frames are 70 MB.
    expect(highest.later - highest.warmUp).toBeLessThan(35e6);
  });

  it('that hangs is given up', async () => {
    const reading = (async () => {
      for await (const { tS } of await open({ noProgressMs: 400 })) {
        if (tS === 0) listFfmpeg(process.pid).forEach((pid) => process.kill(pid, 'SIGSTOP'));
      }
    })();
    expect(await codeOf(reading)).toBe('timed_out');
    expect(listFfmpeg(process.pid)).toEqual([]);
  });

  it('is not started for a signal that is aborted already', async () => {
    const stream = await open({ signal: AbortSignal.abort(new AppError('canceled')) });
    expect(await codeOf(stream[Symbol.asyncIterator]().next())).toBe('canceled');
    expect(listFfmpeg(process.pid)).toEqual([]);
  });
});

function startReader(environment: Record<string, string> = {}) {
  const loader = join(import.meta.dirname, '../../../testing/src/typescript-loader.mjs');
  return spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', reader], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment },
  });
}
