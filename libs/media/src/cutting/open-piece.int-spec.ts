import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AppError } from '@eyeline/contracts';
import { ClipMaker, describeWithSharedMedia, fixture, sharedClip } from '@eyeline/testing';

import {
  chooseAnalysisSize,
  countFramesBefore,
  listSampleTimes,
  openPiece,
  probeVideo,
  type Sampling,
} from '../index.js';
import { every, fiveAS, limits } from '../read-frames.factory.js';
import { cutTo, readPrints, stretchesBetween } from './pieces.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const whole = { startS: 0, endS: Infinity };

/** Pictures that no other frame can stand in for: every one moves, and carries noise. */
const encode = (name: string, ...args: string[]): string =>
  clips.make(
    name,
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=128x96:r=25:d=6,noise=alls=15:allf=t,format=yuv420p',
    ...args,
  );

const X264 = ['-c:v', 'libx264', '-preset', 'veryfast'];
const OPEN_GOP = [...X264, '-x264-params', 'open_gop=1:keyint=30:bframes=3'];
const X265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params'];
const OPEN_HEVC = [...X265, 'log-level=none:keyint=30:bframes=4:open-gop=1'];
const VPX = ['-deadline', 'realtime', '-cpu-used', '8', '-g', '40'];
const MPEG2 = ['-c:v', 'mpeg2video', '-q:v', '3', '-g', '15', '-bf', '2'];
const MPEG4 = ['-c:v', 'mpeg4', '-q:v', '3', '-g', '40'];
const UNEVEN = ['-vf', "select='not(eq(mod(n,7),3))*not(between(n,60,95))'", '-vsync', 'vfr'];
const sound = ['-f', 'lavfi', '-i', 'sine=d=6', '-c:v', 'copy', '-c:a', 'aac'];

/** The part of a file before a share of its bytes. */
const headOf = (path: string, share: number): string => {
  const bytes = readFileSync(path);
  return clips.write(`head-of-${path.split('/').at(-1)}`, bytes.subarray(0, share * bytes.length));
};

const cuttable: Record<string, () => string> = {
  'H.264 with open groups in a transport stream': () => encode('b.ts', ...OPEN_GOP),
  'H.264 with rare key frames': () => encode('d.mp4', ...X264, '-g', '120', '-bf', '5'),
  'H.264 in fragments': () => encode('e.mp4', ...OPEN_GOP, '-movflags', 'frag_keyframe+empty_moov'),
  'H.264 in FLV': () => encode('f.flv', ...X264, '-g', '40'),
  'H.264, a tick a frame': () => encode('g.mp4', ...X264, '-g', '30', '-video_track_timescale', '25'),
  'H.264 interlaced': () => encode('h.ts', '-vf', 'interlace', ...X264, '-flags', '+ildct+ilme', '-g', '30'),
  'H.264 with a turned picture': () =>
    clips.make('i2.mp4', '-i', encode('i.mp4', ...OPEN_GOP), '-c', 'copy', '-metadata:s:v:0', 'rotate=90'),
  'HEVC in MP4': () => encode('j.mp4', ...OPEN_HEVC),
  'HEVC in a transport stream': () => encode('k.ts', ...OPEN_HEVC),
  'VP9 in WebM': () => encode('l.webm', '-c:v', 'libvpx-vp9', ...VPX),
  'AV1 in MP4': () =>
    encode('n.mp4', '-c:v', 'libaom-av1', '-usage', 'realtime', '-cpu-used', '8', '-g', '40'),
  'MPEG-2 in a transport stream': () => encode('o.ts', ...MPEG2),
  'MPEG-2 in a program stream that states all times': () =>
    encode('p.mpg', ...MPEG2, '-s', '352x288', '-f', 'dvd'),
  'MPEG-1': () => encode('q.mpg', '-c:v', 'mpeg1video', '-q:v', '3', '-g', '15', '-bf', '2'),
  'MPEG-4 in AVI': () => encode('s.avi', ...MPEG4),
  'Motion JPEG, full range': () => encode('t.mov', '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '5'),
  'H.264 of full range': () => encode('t.mp4', ...X264, '-g', '40', '-color_range', 'pc'),
  'a variable rate in MP4': () => encode('u.mp4', ...UNEVEN, ...OPEN_GOP),
  'a variable rate in Matroska': () => encode('v.mkv', ...UNEVEN, ...OPEN_GOP),
  'a picture that begins after the sound': () =>
    clips.make('w2.mkv', '-itsoffset', '2.1', '-i', encode('w.mp4', ...OPEN_GOP), ...sound),
  'a container that does not begin at 0': () =>
    clips.make('x2.ts', '-i', encode('x.mp4', ...OPEN_GOP), ...sound, '-output_ts_offset', '1000.3'),
  'a Matroska file that begins before its first key frame': () =>
    clips.make('y2.mkv', '-ss', '1.3', '-i', encode('y.mp4', ...X264, '-g', '40'), '-c', 'copy'),
  'a file without its end': () => headOf(encode('z.mp4', ...OPEN_GOP, '-movflags', '+faststart'), 0.6),
};

const uncuttable: Record<string, () => string> = {
  'an edit list hides frames': () =>
    clips.make('A2.mp4', '-ss', '1.3', '-i', encode('A.mp4', ...OPEN_GOP), '-c', 'copy'),
  'frames have no time': () => encode('B.avi', ...MPEG4, '-bf', '2'),
  'some frames have no time': () => encode('C.mpg', ...MPEG2, '-q:v', '31'),
  'the container alone knows the range of luma': () =>
    clips.make('D2.mkv', '-i', encode('D.mp4', ...X264), '-c', 'copy', '-color_range', 'pc'),
  'the picture is renewed in strips': () =>
    encode('E.mp4', ...X264, '-x264-params', 'intra-refresh=1:keyint=30:bframes=0'),
  'the codec was never tried': () => encode('F.mov', '-pix_fmt', 'rgb24', '-c:v', 'qtrle'),
};

/** The other clips are cut in the golden tests of reports. */
const realVideos: [name: string, canBeCut: boolean][] = [
  ['no-face-960x540.mp4', false], // an edit list hides its first frames
  ['noface-then-face-vfr-hevc-960x540.mov', true],
  ['webcam-400x300.mp4', true],
];

/** What a video gives in one go, in stretches of the whole file, and in stretches out of pieces. */
async function readThrice(path: string, sampling: Sampling) {
  const video = await probeVideo(path, { limits });
  const { canBeCut, keyFramesS, frameTimesS } = await listSampleTimes(path, video, sampling, whole);
  const request = { video, sampling, ...chooseAnalysisSize(video, { scale: null, max_side: 320 }) };
  const atOnce = await readPrints(path, { ...request, ...whole });
  const fromFile: string[] = [];
  const fromPieces: string[] = [];
  for (const stretch of stretchesBetween(chooseBorders(frameTimesS, keyFramesS))) {
    fromFile.push(...(await readPrints(path, { ...request, ...stretch })));
    if (!canBeCut) continue;
    const piece = join(clips.folder, 'piece.nut');
    await cutTo(piece, path, video, stretch);
    const framesBefore = countFramesBefore(frameTimesS, stretch.startS);
    const ofPiece = { isPiece: true, framesBefore, video: { ...video, streamIndex: 0 } };
    fromPieces.push(...(await readPrints(piece, { ...request, ...stretch, ...ofPiece })));
  }
  return { canBeCut, atOnce, fromFile, fromPieces };
}

/** Borders just before a key frame and so between two frames, and on a key frame, or on any frame where there is none. */
function chooseBorders(frameTimesS: Float64Array, keyFramesS: Float64Array): number[] {
  const lastS = frameTimesS.at(-1)!;
  const onFrameS = frameTimesS[Math.floor(frameTimesS.length / 2)];
  const onKeyS = keyFramesS.findLast((timeS) => timeS > 0 && timeS < 0.9 * lastS) ?? onFrameS;
  const beforeKeyS = (keyFramesS.find((timeS) => timeS > 0.3 * lastS) ?? 0) - 0.05;
  const borders = new Set([0, beforeKeyS, onKeyS]);
  return Array.from(borders)
    .filter((borderS) => borderS >= 0)
    .sort((a, b) => a - b);
}

describe('pieces give every frame of the file, at its time and with its pixels:', () => {
  it.each(Object.entries(cuttable))('%s', async (_name, make) => {
    const { canBeCut, atOnce, fromFile, fromPieces } = await readThrice(make(), every);
    expect(canBeCut).toBe(true);
    expect(atOnce.length).toBeGreaterThan(70);
    expect(fromPieces).toEqual(atOnce);
    expect(fromFile).toEqual(atOnce);
  });

  it.each<Sampling>([fiveAS, { kind: 'rate', fps: 7.3 }, { kind: 'interval', frames: 7 }])(
    'whatever is asked for: %j',
    async (sampling) => {
      for (const name of ['a variable rate in MP4', 'HEVC in a transport stream']) {
        const { atOnce, fromFile, fromPieces } = await readThrice(cuttable[name](), sampling);
        expect(atOnce.length).toBeGreaterThan(10);
        expect(fromPieces).toEqual(atOnce);
        expect(fromFile).toEqual(atOnce);
      }
    },
  );

  it.each(['average-person.mp4', 'average-people-2.mp4'])('%s', async (name) => {
    const { canBeCut, atOnce, fromPieces } = await readThrice(fixture(name), every);
    expect(canBeCut).toBe(true);
    expect(fromPieces).toEqual(atOnce);
  });
});

describe('a file stays whole, and its stretches give every frame of it, where', () => {
  it.each(Object.entries(uncuttable))('%s', async (_name, make) => {
    const { canBeCut, atOnce, fromFile } = await readThrice(make(), every);
    expect(canBeCut).toBe(false);
    expect(atOnce.length).toBeGreaterThan(80);
    expect(fromFile).toEqual(atOnce);
  });
});

describeWithSharedMedia('pieces of real videos', () => {
  it.each(realVideos)('%s: %s', async (name, expected) => {
    const { canBeCut, atOnce, fromFile, fromPieces } = await readThrice(sharedClip(name), every);
    expect(canBeCut).toBe(expected);
    expect(fromFile).toEqual(atOnce);
    if (canBeCut) expect(fromPieces).toEqual(atOnce);
  });
});

describe('a piece', () => {
  const open = (path: string, signal: AbortSignal, stretch = { startS: 2, endS: 4 }, noProgressMs?: number) =>
    openPiece(path, { streamIndex: 0, ...stretch, signal, noProgressMs });
  const failureOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(() => null).catch((error: unknown) => error);

  it('of a file that ffmpeg cannot cut fails, its bytes too', async () => {
    const { bytes, ended } = open(uncuttable['some frames have no time'](), new AbortController().signal);
    const [ofBytes, ofEnd] = await Promise.all([failureOf(buffer(bytes)), failureOf(ended)]);
    expect(ofEnd).toMatchObject({ code: 'internal', detail: 'ffmpeg could not cut the video.' });
    expect(ofBytes).toBe(ofEnd);
    expect(listFfmpeg()).toEqual([]);
  });

  it('ends with the signal, by its reason, and leaves no process', async () => {
    const controller = new AbortController();
    const { bytes, ended } = open(fixture('average-person.mp4'), controller.signal, { startS: 0, endS: 20 });
    await once(bytes, 'readable');
    expect(listFfmpeg()).toHaveLength(1);
    const reason = new AppError('canceled');
    controller.abort(reason);
    expect(await failureOf(ended)).toBe(reason);
    expect(await failureOf(buffer(bytes))).not.toBeNull();
    expect(listFfmpeg()).toEqual([]);
  });

  it('whose ffmpeg is frozen is given up, and leaves no process', async () => {
    const path = fixture('average-person.mp4');
    const { bytes, ended } = open(path, new AbortController().signal, { startS: 0, endS: 20 }, 400);
    await once(bytes, 'readable');
    listFfmpeg().forEach((pid) => process.kill(pid, 'SIGSTOP'));
    bytes.resume();
    expect(await failureOf(ended)).toMatchObject({ code: 'timed_out' });
    expect(listFfmpeg()).toEqual([]);
  });

  it('is not begun for a signal that is aborted already', async () => {
    const reason = new AppError('canceled');
    const { ended } = open(fixture('average-person.mp4'), AbortSignal.abort(reason));
    expect(await failureOf(ended)).toBe(reason);
    expect(listFfmpeg()).toEqual([]);
  });

  it('whose reader gives up leaves no process', async () => {
    const { bytes, ended } = open(fixture('average-person.mp4'), new AbortController().signal, {
      startS: 0,
      endS: 20,
    });
    await once(bytes, 'readable');
    bytes.destroy(new Error('The disk is full.'));
    expect(await failureOf(ended)).toMatchObject({ message: 'The disk is full.' });
    expect(listFfmpeg()).toEqual([]);
  });

  it('holds what its stretch needs and not much more', async () => {
    const path = fixture('average-person.mp4');
    const { bytes } = open(path, new AbortController().signal, { startS: 10, endS: 12 });
    const { size } = statSync(path);
    expect((await buffer(bytes)).length).toBeLessThan(size / 2);
  });

  it('does not tell how many frames come before it', async () => {
    const request = {
      video: { rotation: 0, streamIndex: 0 },
      sampling: { kind: 'interval', frames: 7 },
    } as const;
    const size = { width: 64, height: 64, startS: 3, endS: 4, isPiece: true };
    await expect(readPrints(fixture('average-person.mp4'), { ...request, ...size })).rejects.toThrow(
      'framesBefore',
    );
  });
});

/** Children of this process that are ffmpeg. */
function listFfmpeg(): number[] {
  const children = execFileSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,comm='], {
    encoding: 'utf8',
  });
  const rows = children.split('\n').map((line) => line.trim().split(/\s+/));
  return rows.filter(([, name]) => name === 'ffmpeg').map(([pid]) => Number(pid));
}
