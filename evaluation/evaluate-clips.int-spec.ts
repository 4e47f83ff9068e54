import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';

import { ClipMaker, fixture } from '@eyeline/testing';

import { measure, refuse, useSetFolder } from './evaluate.factory.js';
import { type Evaluation } from './evaluation.js';

const CLIP = 'average-person.mp4';

/** Of each clip, and of all, the numbers of the table of blinks. */
const blinksOf = ({ tables }: Evaluation): Record<string, readonly (number | null)[]> =>
  Object.fromEntries(
    tables.find(({ name }) => name === 'blinks')!.body.map(({ label, values }) => [label, values]),
  );

/** Real: the command, its threads, ffmpeg, the networks. */
describe('npm run models -- evaluate', () => {
  const { at, put } = useSetFolder();

  describe('--clips', () => {
    const truth = (name: string): string => readFileSync(fixture(`${name}.truth.json`), 'utf8');

    // The first command builds, if the sources are newer than the build.
    it('holds the bundled clips against their truth', async () => {
      const result = await measure('--clips', fixture(''));
      expect(result.counts).toMatchObject({ clips: 2, people: 3, frames: 141, 'left out': 0 });
      const [frames, segments] = result.emotions;
      expect(frames.read).toBeGreaterThan(140);
      expect(frames.accuracy).toBeGreaterThan(0.9);
      expect(segments.read + segments.missed).toBe(12);
      for (const { precision, recall } of result.decisions) {
        expect(precision).toBeGreaterThan(0.9);
        expect(recall).toBeGreaterThan(0.9);
      }
      expect(blinksOf(result)).toEqual({
        ...{ 'average-people-2.mp4': [4, 4, 0, 1, 1, 1], 'average-person.mp4': [3, 3, 0, 1, 1, 1] },
        all: [7, 7, 0, 1, 1, 1],
      });
    }, 240_000);

    it('finds no blink where there is none, says so, and says nothing where none were counted', async () => {
      const clips = new ClipMaker();
      try {
        // one blink, from 1.16 to 1.48 s
        const clip = clips.make('short.mp4', '-i', fixture(CLIP), '-t', '2', '-an');
        const segments = [
          { start_s: 0, end_s: 2, emotion: 'neutral', looking_at_camera: true, face_present: true },
        ];
        const [blink, elsewhere] = [
          { start_s: 1.16, end_s: 1.48 },
          { start_s: 0.4, end_s: 0.7 },
        ];
        for (const [name, blinks] of Object.entries({
          moved: { blinks: [elsewhere] },
          forgotten: { blinks: [] },
          unknown: { blinks: [elsewhere], blinks_unknown: [blink] },
          right: { blinks: [blink] },
          uncounted: {},
        })) {
          copyFileSync(clip, at(`${name}.mp4`));
          put(`${name}.truth.json`, JSON.stringify({ width: 640, segments, ...blinks }));
        }
        expect(blinksOf(await measure('--clips', at()))).toEqual({
          'moved.mp4': [1, 0, 1, 0, 0, 0],
          'forgotten.mp4': [0, 0, 1, 0, null, 0],
          'unknown.mp4': [1, 0, 0, null, 0, 0],
          'right.mp4': [1, 1, 0, 1, 1, 1],
          all: [3, 1, 2, 1 / 3, 1 / 3, 1 / 3],
        });
      } finally {
        clips.remove();
      }
    }, 120_000);

    it('finds a wrong truth wrong, and names what it cannot use', async () => {
      copyFileSync(fixture(CLIP), at('wrong.mp4'));
      // 5 s of a neutral, then happy person; then somebody who is said to be away
      const segment = { emotion: 'fear', looking_at_camera: false, face_present: true };
      const segments = [
        { ...segment, start_s: 0, end_s: 2.4 },
        { emotion: null, looking_at_camera: null, face_present: false, start_s: 3, end_s: 5 },
      ];
      put('wrong.truth.json', JSON.stringify({ width: 640, segments }));
      copyFileSync(fixture(CLIP), at('alone.mp4'));
      copyFileSync(fixture(CLIP), at('malformed.mp4'));
      put('malformed.truth.json', truth('average-person').replaceAll('"happy"', '"glad"'));
      put('broken.mp4', readFileSync(fixture(CLIP)).subarray(0, 3000));
      put('broken.truth.json', truth('average-person'));
      put('forgotten.truth.json', truth('average-person'));
      const result = await measure('--clips', at());
      expect(result.counts).toMatchObject({ clips: 1, people: 1, frames: 101, 'left out': 4 });
      const reasons = Object.fromEntries(result.faults.first.map(({ name, reason }) => [name, reason]));
      expect(reasons).toMatchObject({
        'alone.mp4': 'there is no alone.truth.json',
        'malformed.mp4': expect.stringContaining('emotion'),
        'broken.mp4': expect.any(String),
        'forgotten.truth.json': 'there is no video of this name',
      });
      expect(result.emotions[0]).toMatchObject({ read: 12, missed: 0, accuracy: 0 });
      expect(result.emotions[1]).toMatchObject({ read: 1, accuracy: 0 });
      // Nobody has counted blinks.
      expect(result.tables).toEqual([]);
      expect(result.decisions).toMatchObject([
        { name: 'eye-contact', truePositive: 0, falseNegative: 0, precision: 0 },
        { name: 'faces', truePositive: 12, falsePositive: 10, falseNegative: 0, trueNegative: 0 },
      ]);
    });

    it('takes truths from a folder of their own', async () => {
      copyFileSync(fixture(CLIP), at('somebody.mp4'));
      mkdirSync(at('truths'));
      put('truths/somebody.truth.json', truth('average-person'));
      const result = await measure('--clips', at(), '--truth', at('truths'));
      expect(result).toMatchObject({ source: 'real-clips', counts: { clips: 1, 'left out': 0 } });
      expect(result.emotions[0].accuracy).toBeGreaterThan(0.9);
      expect(blinksOf(result)).toMatchObject({ 'somebody.mp4': [3, 3, 0, 1, 1, 1] });
      expect(await refuse('--clips', at(), '--truth', at('nowhere'))).toMatchObject({ code: 2 });
    }, 120_000);

    it('refuses a folder without clips', async () => {
      put('readme.txt', 'x');
      expect(await refuse('--clips', at())).toMatchObject({ code: 2 });
      expect(await refuse('--clips', at('nowhere'))).toMatchObject({ code: 2 });
    });
  });

  describe('--clips --boxes', () => {
    const clips = new ClipMaker();
    const FRAMES = 4;
    /** The face at the beginning of the clip, read off its picture. */
    const FACE = [1, 246, 80, 148, 195];
    const ELSEWHERE = [1, 10, 10, 148, 195];
    const boxesOf = (...frame: number[][]) => ({
      ...{ width: 640, height: 360, frames: Array.from({ length: FRAMES }, () => frame) },
    });
    let clip: string;

    beforeAll(() => (clip = clips.make('clip.mp4', '-i', fixture(CLIP), '-frames:v', String(FRAMES), '-an')));
    afterAll(() => clips.remove());

    it('holds faces of three sizes against known boxes, and names what it cannot use', async () => {
      const [right, empty] = [boxesOf(FACE), boxesOf()];
      const known = {
        ...{ right, elsewhere: boxesOf(ELSEWHERE), doubt: boxesOf([0.5, ...FACE.slice(1)]), empty },
        few: { ...right, frames: right.frames.slice(1) },
        many: { ...right, frames: [...right.frames, []] },
        large: { ...right, width: 1280 },
        gone: right,
      };
      for (const name of [...Object.keys(known), 'forgotten']) {
        if (name !== 'gone') copyFileSync(clip, at(`${name}.mp4`));
      }
      const file = Object.entries(known).map(([name, boxes]) => [`${name}.mp4`, boxes] as const);
      put('boxes.json', JSON.stringify(Object.fromEntries(file)));
      const result = await measure('--clips', at(), '--boxes', at('boxes.json'));
      expect(result).toMatchObject({
        ...{ source: 'boxes', counts: { clips: 4, frames: 16, 'left out': 5 }, emotions: [], decisions: [] },
        command: expect.stringMatching(/--clips eyeline-evaluation-\w+ --boxes boxes\.json$/),
      });
      expect(Object.fromEntries(result.faults.first.map(({ name, reason }) => [name, reason]))).toEqual({
        'few.mp4': 'It has more frames than the 3 that there are boxes of.',
        'many.mp4': 'It has 4 frames, there are boxes of 5.',
        'large.mp4': 'It has 640x360 pixels, the boxes are of 1280x360.',
        'gone.mp4': 'there is no video of this name',
        'forgotten.mp4': 'there are no boxes of it',
      });
      const rows = Object.fromEntries(
        result.tables.map(({ name, body }) => [
          name,
          Object.fromEntries(body.map(({ label, values }) => [label, values])),
        ]),
      );
      const none = [0, null, null, null];
      // the root of the area is 170 pixels, then 85, then 42
      for (const [name, values] of Object.entries({
        'found-1': [...none, ...none, FRAMES, 1, 1, 1],
        'found-2': [...none, ...none, FRAMES, 1, 1, 1],
        'found-4': [...none, FRAMES, 1, 1, 1, ...none],
      })) {
        expect([name, rows[name]['right.mp4']]).toEqual([name, values]);
        expect(rows[name]['elsewhere.mp4']).toEqual(values.map((value) => (value === 1 ? 0 : value)));
        expect(rows[name]['doubt.mp4']).toEqual([...none, ...none, ...none]);
      }
      for (const name of ['false-1', 'false-2', 'false-4']) {
        expect(rows[name]).toMatchObject({
          ...{ 'right.mp4': [...none, FRAMES, 0, 0, 0], 'doubt.mp4': [...none, FRAMES, 0, 0, 0] },
          'elsewhere.mp4': [...none, FRAMES, FRAMES, FRAMES, FRAMES],
          'empty.mp4': [FRAMES, 500, 500, 500, 0, 0, 0, 0],
        });
      }
    }, 120_000);

    it.each([
      ['is not there', null, 'cannot be read (ENOENT)'],
      ['is no JSON', '{', 'is no JSON'],
      ['holds something else', '{"a.mp4":{"width":640,"height":360,"frames":[[[1,2,3]]]}}', 'a.mp4 / frames'],
      ['is of other clips', '{}', 'There is no video'],
    ])('refuses a file that %s', async (_what, text, words) => {
      copyFileSync(clip, at('a.mp4'));
      if (text !== null) put('boxes.json', text);
      const { code, err } = await refuse('--clips', at(), '--boxes', at('boxes.json'));
      expect(code).toBe(2);
      expect(err).toContain(words);
    });
  });
});
