import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppError, type ErrorCode } from '@eyeline/contracts';
import { ClipMaker, fixture } from '@eyeline/testing';

import { probeVideo } from './index.js';
import { fiveAS, limits, readFrames } from './read-frames.factory.js';

/** Real: ffmpeg, files. */
const clips = new ClipMaker();

afterAll(() => clips.remove());

const probe = (path: string, other = limits) => probeVideo(path, { limits: other });

const codeOf = (work: Promise<unknown>): Promise<ErrorCode | 'none'> =>
  work.then(
    () => 'none' as const,
    (error: unknown) => (error as AppError).code,
  );

describe('what is broken', () => {
  it('is told apart', async () => {
    const late = readFileSync(clips.makeNumbered('whole.mp4', 25, 50));
    expect(await codeOf(probe(clips.write('text.mp4', 'This is no video.\n'.repeat(500))))).toBe(
      'unsupported_media',
    );
    expect(
      await codeOf(
        probe(
          clips.write('bytes.mp4', Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 251))),
        ),
      ),
    ).toBe('unsupported_media');
    expect(await codeOf(probe(clips.write('nothing', '\n')))).toBe('unsupported_media');
    expect(
      await codeOf(probe(clips.make('image.png', '-f', 'lavfi', '-i', 'testsrc=s=64x64', '-frames:v', '1'))),
    ).toBe('unsupported_media');
    expect(
      await codeOf(
        probe(clips.write('list', `ffconcat version 1.0\nfile ${join(clips.folder, 'whole.mp4')}\n`)),
      ),
    ).toBe('unsupported_media');
    expect(
      await codeOf(
        probe(clips.write('playlist', `#EXTM3U\n#EXTINF:1,\n${join(clips.folder, 'whole.mp4')}\n`)),
      ),
    ).toBe('unsupported_media');
    expect(await codeOf(probe(clips.write('late', late.subarray(0, late.length - 400))))).toBe(
      'corrupt_video',
    );
    expect(await codeOf(probe(clips.make('sound.mp3', '-f', 'lavfi', '-i', 'sine=d=1')))).toBe(
      'no_video_stream',
    );
    expect(await codeOf(probe(clips.make('sound.m4a', '-f', 'lavfi', '-i', 'sine=d=1')))).toBe(
      'no_video_stream',
    );
    expect(await codeOf(probe(join(clips.folder, 'whole.mp4'), { ...limits, maxDurationS: 1 }))).toBe(
      'video_too_long',
    );
    expect(await codeOf(probe(join(clips.folder, 'whole.mp4'), { ...limits, maxPixels: 4000 }))).toBe(
      'too_many_pixels',
    );
  });

  it('is no video although it holds a picture', async () => {
    const brand = Buffer.from('\0\0\0\x20ftypavif\0\0\0\0avifmif1', 'latin1');
    expect(await codeOf(probe(clips.write('still.avif', brand)))).toBe('unsupported_media');
    const cover = clips.make('cover.png', '-f', 'lavfi', '-i', 'testsrc=s=64x64', '-frames:v', '1');
    const inputs = ['-f', 'lavfi', '-i', 'sine=d=1', '-i', cover, '-map', '0', '-map', '1'];
    const withCover = clips.make('cover.m4a', ...inputs, '-c:v', 'png', '-disposition:v', 'attached_pic');
    expect(await codeOf(probe(withCover))).toBe('no_video_stream');
  });

  it('throughout is one that cannot be decoded', async () => {
    const options = ['-c', 'copy', '-an', '-movflags', '+faststart'];
    const bytes = readFileSync(clips.make('index.mp4', '-i', fixture('average-person.mp4'), ...options));
    bytes.fill(0x33, bytes.indexOf('mdat') + 4);
    expect(await codeOf(readFrames(clips.write('noise.mp4', bytes), fiveAS))).toBe('corrupt_video');
  });

  it('at its end is a gap in a Matroska file too, which has no list of its frames', async () => {
    const source = ['-f', 'lavfi', '-i', 'testsrc2=s=160x120:r=25:d=6', '-c:v', 'mpeg4', '-q:v', '5'];
    const whole = readFileSync(clips.make('six.mkv', ...source));
    const { times, gaps } = await readFrames(
      clips.write('half.mkv', whole.subarray(0, whole.length / 2)),
      fiveAS,
    );
    expect(gaps).toEqual([{ start_s: expect.any(Number), end_s: expect.closeTo(6, 1), reason: 'truncated' }]);
    expect(Math.abs(times.length + (gaps[0].end_s - gaps[0].start_s) * 5 - 30)).toBeLessThanOrEqual(1);
  });

  it('is never taken for an option or another protocol', async () => {
    copyFileSync(fixture('average-person.mp4'), join(clips.folder, 'concat:-i'));
    const { codec } = await probe(join(clips.folder, 'concat:-i'));
    expect(codec).toBe('h264');
  });

  it('at its end is a gap up to the stated duration', async () => {
    const whole = readFileSync(
      clips.make('fast.mp4', '-i', fixture('average-person.mp4'), '-c', 'copy', '-movflags', '+faststart'),
    );
    const path = clips.write('cut-short', whole.subarray(0, whole.length / 2));
    const { times, gaps } = await readFrames(path, fiveAS);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({ reason: 'truncated', end_s: expect.closeTo(20.2, 2) });
    expect(Math.abs(times.length + (gaps[0].end_s - gaps[0].start_s) * 5 - 101)).toBeLessThanOrEqual(1);
  });

  it('in its middle does not end the rest', async () => {
    const bytes = readFileSync(fixture('average-person.mp4'));
    bytes.fill(0x5a, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.5));
    const path = clips.write('hurt', bytes);
    const { times, gaps, decodeErrors } = await readFrames(path, fiveAS);
    expect(decodeErrors).toBeGreaterThan(0);
    expect(times.at(-1)).toBeGreaterThan(19.5);
    const missing = gaps.reduce((sum, gap) => sum + (gap.end_s - gap.start_s) * 5, 0);
    expect(Math.abs(times.length + missing - 101)).toBeLessThanOrEqual(1);
  });
});
