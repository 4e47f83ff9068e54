/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { dominantEmotion, type FrameObservation, LANDMARKS_LENGTH, type LumaFrame } from '@eyeline/contracts';
import { fixture } from '@eyeline/testing';

import { FrameAnalyser, type FrameAnalyserSettings } from './frame-analyser.js';
import { DARK_MEAN_LUMA } from './to-observation.js';

const [WIDTH, HEIGHT, FPS] = [640, 360, 5];

const settings: FrameAnalyserSettings = {
  executionProvider: 'cpu',
  options: { min_face_size: 0, max_faces: 20 },
  sourceWidth: 2 * WIDTH,
  sourceHeight: 2 * HEIGHT,
};

/** Every fifth of a second of a bundled clip, as libs/media hands it over; changed by `filters` of ffmpeg before. */
function decode(name: string, ...filters: string[]): LumaFrame[] {
  const chain = [`fps=${FPS}`, ...filters, 'format=gray'].join();
  const { stdout, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-i', fixture(name), '-vf', chain, '-f', 'rawvideo', '-'],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  expect(stderr.toString()).toBe('');
  return Array.from({ length: stdout.length / (WIDTH * HEIGHT) }, (_, i) => ({
    tS: i / FPS,
    width: WIDTH,
    height: HEIGHT,
    data: stdout.subarray(i * WIDTH * HEIGHT, (i + 1) * WIDTH * HEIGHT),
  }));
}

const grey = (luma: number): LumaFrame => ({
  tS: 0,
  width: WIDTH,
  height: HEIGHT,
  data: new Uint8Array(WIDTH * HEIGHT).fill(luma),
});

interface Truth {
  readonly segments: readonly {
    readonly start_s: number;
    readonly end_s: number;
    readonly emotion: string | null;
    readonly looking_at_camera: boolean | null;
    readonly face_present: boolean | null;
  }[];
}

const looksAtCamera = ({ faces: [face] }: FrameObservation): boolean =>
  face.eyesOpen && face.cameraAngleDeg <= 12;

let analyser: FrameAnalyser;
let frames: LumaFrame[];
let observations: FrameObservation[];

beforeAll(async () => {
  analyser = await FrameAnalyser.load(settings);
  frames = decode('average-person.mp4');
  observations = [];
  for (const frame of frames) observations.push(await analyser.analyse(frame));
}, 60_000);

afterAll(() => analyser.dispose());

describe('FrameAnalyser on the bundled clip', () => {
  const { segments } = JSON.parse(readFileSync(fixture('average-person.truth.json'), 'utf8')) as Truth;
  const within = (segment: Truth['segments'][number]): FrameObservation[] =>
    observations.filter(({ tS }) => tS >= segment.start_s && tS < segment.end_s - 0.05);

  it('finds the one face where there is one, and none where there is none', () => {
    for (const segment of segments) {
      if (segment.face_present === null) continue;
      const found = within(segment).map(({ faces }) => faces.filter(({ score }) => score >= 0.7).length);
      expect(found).toEqual(found.map(() => (segment.face_present ? 1 : 0)));
    }
  });

  it.each(segments.filter(({ emotion }) => emotion !== null))('reads $emotion from $start_s s', (segment) => {
    const inside = within(segment);
    const right = inside.filter(({ faces }) => dominantEmotion(faces[0].emotions) === segment.emotion);
    expect(right.length / inside.length).toBeGreaterThan(0.8);
    const looking = inside.filter(looksAtCamera).length / inside.length;
    if (segment.looking_at_camera) expect(looking).toBeGreaterThan(0.7);
    else expect(looking).toBeLessThan(0.15);
  });

  it('looks again where it sees what may be a face but none for sure', async () => {
    // 20 to 26 pixels, half of that in the first look
    const tiny = decode('average-person.mp4', `scale=${WIDTH / 8}:-1`, `pad=${WIDTH}:${HEIGHT}:-1:-1:gray`);
    expect(tiny).toHaveLength(observations.length);
    for (const [i, { faces }] of observations.entries()) {
      const found = (await analyser.analyse(tiny[i])).faces;
      expect([i, found.length]).toEqual([i, faces.length]);
      for (const { region } of found) expect(Math.sqrt(region.w * region.h) / 2).toBeLessThan(26);
    }
  }, 30_000);

  it('sees the head turn by 30 degrees to the left of the picture', () => {
    const turned = observations
      .filter(({ tS }) => tS > 6.2 && tS < 8.2)
      .map(({ faces }) => faces[0].headPose);
    for (const { yawDeg, rollDeg } of turned) {
      expect(Math.abs(yawDeg + 30)).toBeLessThan(10);
      expect(Math.abs(rollDeg)).toBeLessThan(6);
    }
  });

  it('gives probabilities, points near the region and an appearance of unit length', () => {
    const [face] = observations[5].faces;
    expect(face.emotions.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4);
    expect(face.landmarks).toHaveLength(LANDMARKS_LENGTH);
    for (const value of face.landmarks) {
      expect(value).toBeGreaterThan(-0.3);
      expect(value).toBeLessThan(1.3);
    }
    expect(Math.hypot(...face.appearance)).toBeCloseTo(1, 4);
    expect(face.quality).toBeGreaterThan(0.8);
    expect(face.quality).toBeLessThanOrEqual(1);
  });

  it('gives regions in pixels of the source', async () => {
    const same = await FrameAnalyser.load({ ...settings, sourceWidth: WIDTH, sourceHeight: HEIGHT });
    const { faces } = await same.analyse(frames[5]);
    const [face] = observations[5].faces;
    expect(face.region.x).toBeCloseTo(2 * faces[0].region.x, 3);
    expect(face.region.h).toBeCloseTo(2 * faces[0].region.h, 3);
    // the face of the clip stands in the middle and fills about half of the height
    expect(Math.abs(face.region.x + face.region.w / 2 - WIDTH)).toBeLessThan(60);
    await same.dispose();
  });

  it('keeps nothing from one frame to the next', async () => {
    await analyser.analyse(frames[70]);
    await analyser.analyse(grey(120));
    expect(await analyser.analyse(frames[5])).toEqual(observations[5]);
    // As large as the first one for the detector, which fills both up to whole cells of its grid.
    const higher = {
      ...grey(255),
      height: HEIGHT + 20,
      data: new Uint8Array(WIDTH * (HEIGHT + 20)).fill(255),
    };
    await analyser.analyse(higher);
    expect(await analyser.analyse(frames[5])).toEqual(observations[5]);
  });

  it('sees in frames that are looked at together what it sees in each alone', async () => {
    const [couple] = decode('average-people-2.mp4');
    const cut = { ...frames[5], height: 300, data: frames[5].data.subarray(0, WIDTH * 300) };
    const together = [frames[5], grey(120), couple, cut, frames[40], grey(DARK_MEAN_LUMA - 1)];
    const alone: FrameObservation[] = [];
    for (const frame of together) alone.push(await analyser.analyse(frame));
    const source = { width: settings.sourceWidth, height: settings.sourceHeight };
    const observations = await analyser.analyseAll(together.map((frame) => ({ frame, source })));
    expect(observations.map(({ outcome, faces }) => [outcome, faces.length])).toEqual(
      alone.map(({ outcome, faces }) => [outcome, faces.length]),
    );
    alone.forEach(({ faces }, i) =>
      faces.forEach((face, n) => {
        const other = observations[i].faces[n];
        expect(other.region.x).toBeCloseTo(face.region.x, 2);
        expect(other.cameraAngleDeg).toBeCloseTo(face.cameraAngleDeg, 2);
        face.emotions.forEach((value, k) => expect(other.emotions[k]).toBeCloseTo(value, 4));
      }),
    );
    expect(await analyser.analyseAll([])).toEqual([]);
  });

  it('loses no other frame to one that fails', async () => {
    const frail = await FrameAnalyser.load(settings);
    const source = { width: WIDTH, height: HEIGHT };
    const unreadable = new Proxy(frames[5].data, {
      get: (data, key) => {
        if (key === 'length') return data.length;
        throw new Error('gone');
      },
    });
    const [first, second] = await frail.analyseAll([
      { frame: frames[5], source },
      { frame: { ...frames[5], data: unreadable }, source },
    ]);
    expect([first.outcome, second.outcome]).toEqual(['analyzed', 'failed']);
    expect(String(frail.lastFailure)).toContain('gone');
    await frail.dispose();
  });
});

describe('FrameAnalyser', () => {
  it('drops the smallest faces beyond max_faces, and counts them', async () => {
    const [frame] = decode('average-people-2.mp4');
    const both = await analyser.analyse(frame);
    expect(both).toMatchObject({ facesDropped: 0, faces: [{}, {}] });
    const one = await FrameAnalyser.load({ ...settings, options: { min_face_size: 0, max_faces: 1 } });
    expect(await one.analyse(frame)).toMatchObject({ facesDropped: 1, faces: [{}] });
    await one.dispose();
    const none = await FrameAnalyser.load({ ...settings, options: { min_face_size: 1000, max_faces: 20 } });
    expect(await none.analyse(frame)).toMatchObject({ facesDropped: 0, faces: [] });
    await none.dispose();
  });

  it('skips a frame that is too dark to say that nobody is there', async () => {
    expect((await analyser.analyse(grey(DARK_MEAN_LUMA - 1))).outcome).toBe('skipped_dark');
    expect((await analyser.analyse(grey(DARK_MEAN_LUMA))).outcome).toBe('analyzed');
  });

  it('takes pictures of any size', async () => {
    for (const [width, height] of [
      [16, 16],
      [1, 33],
      [100, 700],
      [1000, 300],
    ]) {
      const data = new Uint8Array(width * height).fill(128);
      expect(await analyser.analyse({ tS: 0, width, height, data })).toMatchObject({ outcome: 'analyzed' });
    }
  });

  it('refuses a frame that does not hold as many bytes as it says', async () => {
    await expect(analyser.analyse({ ...grey(100), height: HEIGHT - 1 })).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it('gives up when the networks fail on every frame, and not before', async () => {
    const broken = await FrameAnalyser.load(settings);
    await broken.dispose();
    for (let i = 0; i < 4; i++) expect((await broken.analyse(frames[i])).outcome).toBe('failed');
    expect(String(broken.lastFailure)).toMatch(/^Error: /);
    await expect(broken.analyse(frames[4])).rejects.toMatchObject({ code: 'internal' });
  });

  it('says what it runs on', () => {
    expect(analyser.engine.executionProvider).toBe('cpu');
    expect(analyser.engine.models.map(({ role }) => role)).toEqual([
      'detector',
      'landmarks',
      'eyes',
      'emotion',
    ]);
  });
});
