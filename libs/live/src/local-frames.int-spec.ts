/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { readFileSync } from 'node:fs';

import { FrameAnalyser } from '@eyeline/vision';
import {
  analysisOptionsSchema,
  type FaceRecord,
  type LiveFrameRecord,
  toEmotionValues,
} from '@eyeline/contracts';
import {
  ClipMaker,
  COLD,
  layColorReader,
  makeTintedClip,
  readDistances,
  takeStill,
  tintDistances,
  TYPESCRIPT_FRAME_LANE,
  WARM,
} from '@eyeline/testing';
import sharp, { type Sharp } from 'sharp';

import { LocalFrames, type LocalFramesSettings } from './local-frames.js';
import { toLoneRecord } from './live-record.js';

const MAX_PIXELS = 8192 * 4320;
const CLIP = 'average-person.mp4';
const AT_S = 1;

const forever = (): AbortSignal => new AbortController().signal;

/** A PNG whose header claims another size. */
function pngHeader(width: number, height: number): Buffer {
  const image = takeStill(CLIP, AT_S, 'png');
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return image;
}

const SVG = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><text>&x;</text></svg>`;

/** Real: threads, sharp, ffmpeg's pictures, the networks. */
describe('LocalFrames', () => {
  let frames: LocalFrames;
  let png: Buffer;
  const crashes: Error[] = [];

  type Changes = Partial<Pick<LocalFramesSettings, 'maxFrames' | 'maxPixels' | 'models'>>;
  const open = (changes: Changes = {}): LocalFrames =>
    new LocalFrames({
      ...{ lanes: 1, maxFrames: 4, maxPixels: MAX_PIXELS, executionProvider: 'cpu' as const, ...changes },
      onIdleCrash: (error) => crashes.push(error),
      laneFile: TYPESCRIPT_FRAME_LANE,
    });
  const recordOf = async (image: Uint8Array, landmarks = false): Promise<LiveFrameRecord> =>
    toLoneRecord(await frames.admit((look) => look(image, forever())), { landmarks });
  const facesIn = async (image: Uint8Array): Promise<FaceRecord[]> => (await recordOf(image)).faces;

  beforeAll(() => {
    frames = open();
    png = takeStill(CLIP, AT_S, 'png');
  });
  afterAll(async () => {
    await frames.close();
    expect(crashes).toEqual([]);
  });

  it('sees in a picture what is seen in a frame of a video', async () => {
    const options = analysisOptionsSchema.parse({});
    const size = { sourceWidth: 640, sourceHeight: 360 };
    const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', options, ...size });
    const data = takeStill(CLIP, AT_S, 'raw');
    const observation = await analyser.analyse({ tS: 0, width: 640, height: 360, data });
    await analyser.dispose();
    const [expected] = observation.faces;
    const record = await recordOf(png);
    expect(record).toMatchObject({ t_s: null, faces: [{ face_id: 1 }] });
    const [face] = record.faces;
    for (const side of ['x', 'y', 'w', 'h'] as const) {
      expect(Math.abs(face.region[side] - expected.region[side])).toBeLessThan(2);
    }
    expect(Math.abs(face.head_pose.yaw - expected.headPose.yawDeg)).toBeLessThan(2);
    const values = toEmotionValues(Array.from(expected.emotions));
    for (const [emotion, value] of Object.entries(face.emotions)) {
      expect(Math.abs(value - values[emotion as keyof typeof values])).toBeLessThan(0.05);
    }
    expect(face.smoothed_emotions).toEqual(face.emotions);
    expect(Object.values(face.emotions).reduce((sum, one) => sum + one)).toBeCloseTo(1, 12);
    expect(face.eye_contact).toBe(expected.eyesOpen && expected.cameraAngleDeg <= options.eye_contact_deg);
    expect(face).not.toHaveProperty('landmarks');
    expect((await recordOf(png, true)).faces[0].landmarks).toHaveLength(68);
  });

  it('numbers faces from 1, the largest first', async () => {
    const faces = await facesIn(takeStill('average-people-2.mp4', 0, 'mjpeg'));
    expect(faces.map(({ face_id }) => face_id)).toEqual([1, 2]);
    const [first, second] = faces.map(({ region: { w, h } }) => w * h);
    expect(first).toBeGreaterThanOrEqual(second);
  });

  it.each([1, 3, 6, 8])(
    'gives regions in pixels of the upright picture, turned by EXIF as %i',
    async (tag) => {
      const [plain] = await facesIn(png);
      const turn = { 1: 0, 3: 180, 6: 270, 8: 90 }[tag] ?? 0;
      const doubled = await sharp(png).resize(1280, 720).toBuffer();
      const turned = await sharp(await sharp(doubled).rotate(turn).toBuffer())
        .withMetadata({ orientation: tag })
        .jpeg({ quality: 95 })
        .toBuffer();
      const [face] = await facesIn(turned);
      for (const side of ['x', 'y', 'w', 'h'] as const) {
        expect(Math.abs(face.region[side] - 2 * plain.region[side])).toBeLessThan(8);
      }
    },
  );

  it.each([
    ['JPEG', (image: Sharp) => image.jpeg()],
    ['progressive JPEG', (image: Sharp) => image.jpeg({ progressive: true })],
    ['CMYK JPEG', (image: Sharp) => image.toColourspace('cmyk').jpeg()],
    ['grey PNG', (image: Sharp) => image.toColourspace('b-w').png()],
    ['PNG of 16 bits', (image: Sharp) => image.toColourspace('rgb16').png()],
    ['PNG with a palette', (image: Sharp) => image.png({ palette: true })],
    ['PNG with alpha', (image: Sharp) => image.ensureAlpha().png()],
    ['WebP', (image: Sharp) => image.webp()],
  ])('reads a %s', async (_name, encode) => {
    const [face, ...others] = await facesIn(await encode(sharp(png)).toBuffer());
    expect(others).toEqual([]);
    expect(face.region.w).toBeGreaterThan(50);
  });

  it.each([
    ['alpha', (image: Sharp) => image.png()],
    ['a palette with holes', (image: Sharp) => image.png({ palette: true })],
    ['grey and alpha', (image: Sharp) => image.toColourspace('b-w').png()],
    ['WebP and alpha', (image: Sharp) => image.webp({ lossless: true })],
  ])('takes what is behind a picture for white: %s', async (_name, encode) => {
    const nothing = { r: 0, g: 0, b: 0, alpha: 0 };
    const image = sharp({ create: { width: 64, height: 64, channels: 4, background: nothing } });
    const bytes = await encode(image).toBuffer();
    const { observation } = await frames.admit((look) => look(bytes, forever()));
    // Black would be too dark to see anybody.
    expect(observation.outcome).toBe('analyzed');
  });

  it('takes the first picture of an animation', async () => {
    const blank = { create: { width: 640, height: 360, channels: 3 as const, background: '#888' } };
    const join = [png, await sharp(blank).png().toBuffer()];
    const animated = await sharp(join, { join: { animated: true } })
      .webp({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(animated).metadata()).pages).toBe(2);
    expect(await facesIn(animated)).toHaveLength(1);
  });

  it('finds nobody where nobody is, and takes any size', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 999],
      [3000, 20],
      [64, 64],
    ]) {
      const image = sharp({ create: { width, height, channels: 3, background: '#777' } });
      expect(await facesIn(await image.png().toBuffer())).toEqual([]);
    }
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('not an image at all')],
    ['an SVG that reads a file', () => Buffer.from(SVG)],
    ['a GIF', () => sharp(png).gif().toBuffer()],
    ['a TIFF', () => sharp(png).tiff().toBuffer()],
    ['a cut JPEG', async () => (await sharp(png).jpeg().toBuffer()).subarray(0, 9000)],
    ['a cut PNG', () => png.subarray(0, png.length >> 1)],
    ['a cut WebP', async () => (await sharp(png).webp().toBuffer()).subarray(0, 3000)],
    ['the first bytes of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a video', () => Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')],
  ])('refuses %s', async (_name, make) => {
    const bytes = await make();
    await expect(facesIn(bytes)).rejects.toMatchObject({ code: 'unsupported_media' });
    // And goes on.
    expect(await facesIn(png)).toHaveLength(1);
  });

  it('refuses what claims more pixels than are taken, before it is decoded', async () => {
    await expect(facesIn(pngHeader(50_000, 50_000))).rejects.toMatchObject({ code: 'too_many_pixels' });
    const small = open({ maxPixels: 640 * 360 - 1 });
    const refused = small.admit((look) => look(png, forever()));
    await expect(refused).rejects.toMatchObject({ code: 'too_many_pixels' });
    await small.close();
  });

  it('takes so many frames at once, those included that still arrive, and refuses more without waiting', async () => {
    const narrow = open({ maxFrames: 2 });
    const ends: (() => void)[] = [];
    const arrive = () => narrow.admit(() => new Promise<void>((resolve) => void ends.push(resolve)));
    const first = arrive();
    const second = narrow.admit((look) => look(png, forever()));
    await expect(arrive()).rejects.toMatchObject({ code: 'live_overloaded', status: 503, retryable: true });
    expect((await second).observation.faces).toHaveLength(1);
    const failing = narrow.admit((look) => look(Buffer.from('x'), forever()));
    await expect(failing).rejects.toMatchObject({ code: 'unsupported_media' });
    const third = arrive();
    ends.forEach((end) => end());
    await Promise.all([first, third]);
    await narrow.close();
  });

  it('works on frames side by side and mixes none up', async () => {
    const wide = new LocalFrames({
      ...{ lanes: 2, maxFrames: 16, maxPixels: MAX_PIXELS, executionProvider: 'cpu' as const },
      ...{ onIdleCrash: (error: Error) => crashes.push(error), laneFile: TYPESCRIPT_FRAME_LANE },
    });
    const two = takeStill('average-people-2.mp4', 0, 'png');
    const counts = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        wide.admit(async (look) => {
          const { observation } = await look(i % 2 === 0 ? png : two, forever());
          return observation.faces.length;
        }),
      ),
    );
    expect(counts).toEqual(Array.from({ length: 12 }, (_, i) => 1 + (i % 2)));
    await wide.close();
  });

  it.each([
    ['rgb', 'NCHW'],
    ['bgr', 'NHWC'],
  ] as const)('shows a network the colours that it reads: %s, %s', async (channels, layout) => {
    const clips = new ClipMaker();
    const name = 'colors';
    layColorReader(clips.folder, { name, channels, layout });
    const colored = open({ models: { folder: clips.folder, emotion: name } });
    try {
      for (const tint of [WARM, COLD]) {
        const path = makeTintedClip(clips, 'tinted.mp4', { ...tint, matrix: 'bt709' });
        const image = readFileSync(clips.make('tinted.png', '-i', path, '-frames:v', '1'));
        const look = await colored.admit((lookAt) => lookAt(image, forever()));
        const record = toLoneRecord(look, { landmarks: false });
        const seen = readDistances(record.faces[0].emotions);
        const expected = tintDistances({ ...tint, matrix: 'bt709' });
        // the picture itself has whole numbers of red, green and blue, and so have its colours for the network
        expect(Math.abs(seen.redLessGreen - expected.redLessGreen)).toBeLessThan(3);
        expect(Math.abs(seen.blueLessGreen - expected.blueLessGreen)).toBeLessThan(3);
      }
    } finally {
      await colored.close();
      clips.remove();
    }
  });

  it('leaves a frame that nobody waits for', async () => {
    const controller = new AbortController();
    const asked = frames.admit((look) => look(png, controller.signal));
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'canceled' });
  });
});
