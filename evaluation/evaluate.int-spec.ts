import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { ClipMaker, COLD, fixture, layColorReader, makeTintedClip, takeStill, WARM } from '@eyeline/testing';

import { type Evaluation } from './evaluation.js';
import { runEvaluate } from './main.js';

const root = resolve(__dirname, '..');
const dataset = resolve(root, '../shared/datasets/fer2013.npz');
const CLIP = 'average-person.mp4';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Beside those of this process. */
let settings: Record<string, string> = {};

/** The command itself, which builds when the sources are newer than the build. */
async function evaluate(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/models.mjs', 'evaluate', ...args], {
    cwd: root,
    env: { ...process.env, ...settings },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

async function measure(...args: string[]): Promise<Evaluation> {
  const { code, out, err } = await evaluate(...args, '--json');
  expect([code, err.includes('Error')]).toEqual([0, false]);
  return JSON.parse(out) as Evaluation;
}

/** What is refused before any thread starts needs no process of its own. */
async function refuse(...args: string[]): Promise<{ code: number; err: string }> {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await runEvaluate(['evaluate', ...args]);
    expect(out).not.toHaveBeenCalled();
    return { code, err: err.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const confusionOf = ({ emotions }: Evaluation, name: string): readonly (readonly number[])[] =>
  emotions.find((one) => one.name === name)!.confusion;

/** Of each clip, and of all, the numbers of the table of blinks. */
const blinksOf = ({ tables }: Evaluation): Record<string, readonly (number | null)[]> =>
  Object.fromEntries(
    tables.find(({ name }) => name === 'blinks')!.body.map(({ label, values }) => [label, values]),
  );

/** Real: the command, its threads, sharp, ffmpeg, the networks. */
describe('npm run models -- evaluate', () => {
  let folder: string;
  const at = (...names: string[]): string => join(folder, ...names);
  const put = (name: string, bytes: string | Uint8Array): void => {
    mkdirSync(resolve(at(name), '..'), { recursive: true });
    writeFileSync(at(name), bytes);
  };

  beforeEach(() => {
    settings = {};
    folder = mkdtempSync(join(tmpdir(), 'eyeline-evaluation-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  // The first command builds, if the sources are newer than the build.
  it('helps, and refuses what it does not know', async () => {
    expect(await evaluate('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--images') });
    expect(await evaluate('--pictures', 'x')).toMatchObject({ code: 2, out: '' });
    expect(await refuse('--images', 'x', '--lanes', 'many')).toMatchObject({ code: 2 });
    expect(await refuse('--images', folder, '--model', 'nobodys')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no network "nobodys" for emotion. There are: .*emotion-s4-int8/),
    });
  }, 240_000);

  describe('--images', () => {
    it('counts what is read, where no face is found, and what is no picture', async () => {
      put('happy/a.png', takeStill(CLIP, 4, 'png'));
      put('happy/b.jpg', takeStill(CLIP, 5, 'mjpeg'));
      // wrongly filed: what is read must not depend on it
      put('Sadness/happy-again.jpg', takeStill(CLIP, 4.2, 'mjpeg'));
      put('SURPRISED/of-somebody/c.png', takeStill(CLIP, 10, 'png'));
      put('surprised/empty-stage.png', takeStill(CLIP, 19.8, 'png'));
      put('neutral/broken.jpg', takeStill(CLIP, 1, 'mjpeg').subarray(0, 5000));
      put('neutral/notes.txt', 'no picture');
      put('neutral/.hidden', 'not looked at');
      mkdirSync(at('fear'));
      const result = await measure('--images', folder, '--lanes', '2', '--out', at('out'));
      expect(result).toMatchObject({
        counts: { files: 7, pictures: 5, unreadable: 2 },
        command: expect.stringMatching(/^npm run models -- evaluate --images eyeline-evaluation-\w+$/),
        emotions: [{ read: 4, missed: 1, accuracy: 3 / 4, withMissed: { accuracy: 3 / 5 } }],
      });
      expect(result.faults.first.map(({ name }) => name).sort()).toEqual([
        'neutral/broken.jpg',
        'neutral/notes.txt',
      ]);
      const confusion = confusionOf(result, 'found');
      expect(confusion[3]).toEqual([0, 0, 0, 2, 0, 0, 0, 0]);
      expect(confusion[4]).toEqual([0, 0, 0, 1, 0, 0, 0, 0]);
      expect(confusion[5]).toEqual([0, 0, 0, 0, 0, 1, 0, 1]);
      expect(result.models.map(({ role }) => role)).toContain('emotion');
      expect(readdirSync(at('out')).sort()).toEqual([
        ...['evaluation-images-found.svg', 'evaluation-images.json', 'evaluation-images.txt'],
      ]);
      expect(JSON.parse(readFileSync(at('out/evaluation-images.json'), 'utf8'))).toEqual(result);
      expect(readFileSync(at('out/evaluation-images-found.svg'), 'utf8')).toContain('4 readings');
    });

    it.each([
      ['a folder that is not there', 'nowhere', () => undefined, 'There is no folder'],
      ['a file', 'file', () => put('file', 'x'), 'is not a folder'],
      [
        'a link to nothing',
        'set',
        () => {
          mkdirSync(at('set'));
          symlinkSync(at('gone'), at('set/happy'));
        },
        'set/happy',
      ],
      ['no folders', 'set', () => put('set/a.png', 'x'), 'There are no folders'],
      [
        'empty folders',
        'set',
        () => mkdirSync(at('set/happy'), { recursive: true }),
        'There are no pictures',
      ],
      ['another name', 'set', () => put('set/contempt/a.png', 'x'), '"contempt"'],
    ])('refuses %s', async (_what, name, make, words) => {
      make();
      const { code, err } = await refuse('--images', at(name));
      expect(code).toBe(2);
      expect(err).toContain(words);
    });

    it('refuses folders in which nothing is a picture, without a trace of the program', async () => {
      put('set/happy/a.png', 'x');
      const { code, out, err } = await evaluate('--images', at('set'));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('Not one of the 1 files');
      expect(err).not.toMatch(/^\s+at /m);
    });

    it('stops when it is told to', async () => {
      const picture = takeStill(CLIP, 4, 'mjpeg');
      for (let i = 0; i < 2000; i++) put(`happy/${i}.jpg`, picture);
      const child = spawn(process.execPath, ['scripts/models.mjs', 'evaluate', '--images', folder], {
        cwd: root,
      });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (!err.includes('of 2000') && (err += text).includes('of 2000')) child.kill('SIGINT');
      });
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
      expect([code, signal]).toEqual([1, null]);
      expect(err).not.toContain('2000 of 2000');
    });
  });

  describe('--clips', () => {
    const truth = (name: string): string => readFileSync(fixture(`${name}.truth.json`), 'utf8');

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
        ...{ 'average-people-2.mp4': [4, 4, 0, 0, 1, 1, 1], 'average-person.mp4': [3, 3, 0, 0, 1, 1, 1] },
        all: [7, 7, 0, 0, 1, 1, 1],
      });
    });

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
        expect(blinksOf(await measure('--clips', folder))).toEqual({
          'moved.mp4': [1, 0, 1, 0, 0, 0, 0],
          'forgotten.mp4': [0, 0, 1, 0, 0, null, 0],
          'unknown.mp4': [1, 0, 0, 0, null, 0, 0],
          'right.mp4': [1, 1, 0, 0, 1, 1, 1],
          all: [3, 1, 2, 0, 1 / 3, 1 / 3, 1 / 3],
        });
      } finally {
        clips.remove();
      }
    });

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
      const result = await measure('--clips', folder);
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
      const result = await measure('--clips', folder, '--truth', at('truths'));
      expect(result).toMatchObject({ source: 'real-clips', counts: { clips: 1, 'left out': 0 } });
      expect(result.emotions[0].accuracy).toBeGreaterThan(0.9);
      expect(blinksOf(result)).toMatchObject({ 'somebody.mp4': [3, 3, 0, 0, 1, 1, 1] });
      expect(await refuse('--clips', folder, '--truth', at('nowhere'))).toMatchObject({ code: 2 });
    });

    it('refuses a folder without clips', async () => {
      put('readme.txt', 'x');
      expect(await refuse('--clips', folder)).toMatchObject({ code: 2 });
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
      const result = await measure('--clips', folder, '--boxes', at('boxes.json'));
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
      const none = [0, null, null];
      // the root of the area is 170 pixels, then 85, then 42
      for (const [name, values] of Object.entries({
        'found-1': [...none, ...none, FRAMES, 1, 1],
        'found-2': [...none, ...none, FRAMES, 1, 1],
        'found-4': [...none, FRAMES, 1, 1, ...none],
      })) {
        expect([name, rows[name]['right.mp4']]).toEqual([name, values]);
        expect(rows[name]['elsewhere.mp4']).toEqual(values.map((value) => (value === 1 ? 0 : value)));
        expect(rows[name]['doubt.mp4']).toEqual([...none, ...none, ...none]);
      }
      for (const name of ['false-1', 'false-2', 'false-4']) {
        expect(rows[name]).toMatchObject({
          ...{ 'right.mp4': [...none, FRAMES, 0, 0], 'doubt.mp4': [...none, FRAMES, 0, 0] },
          'elsewhere.mp4': [...none, FRAMES, FRAMES, FRAMES],
          'empty.mp4': [FRAMES, 500, 500, 0, 0, 0],
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
      const { code, err } = await refuse('--clips', folder, '--boxes', at('boxes.json'));
      expect(code).toBe(2);
      expect(err).toContain(words);
    });
  });

  describe('--drawn', () => {
    const drawn = fixture('drawn');
    const truth = (): string => readFileSync(join(drawn, 'truth.jsonl'), 'utf8');

    it('holds drawn faces against what is true of them', async () => {
      const result = await measure('--drawn', drawn, '--out', at('out'));
      expect(result.counts).toEqual({ pictures: 5, unreadable: 0, 'faces where there are none': 0 });
      expect(result.decisions.map(({ name }) => name)).toEqual([
        ...['eyes-open', 'eye-contact', 'eye-contact-guessed'],
      ]);
      const { columns, body } = result.tables.find(({ name }) => name === 'size')!;
      const all = body.at(-1)!.values;
      const measured = Object.fromEntries(columns.map(({ head }, i) => [head, all[i]!]));
      expect(measured).toMatchObject({ pictures: 5, 'not found': 0 });
      expect(measured['yaw error']).toBeLessThan(10);
      expect(measured['68 landmarks']).toBeLessThan(0.1);
      expect(readdirSync(at('out')).filter((name) => name.endsWith('.svg'))).toHaveLength(
        result.plots.length,
      );
    });

    it('names pictures that are not there, and finds a truth wrong that is', async () => {
      const lines = truth().trim().split('\n');
      const turned = JSON.parse(lines[0]) as { head_pose: { yaw: number } };
      turned.head_pose.yaw += 90;
      put('set/truth.jsonl', [JSON.stringify(turned), lines[1]].join('\n'));
      const { file } = JSON.parse(lines[0]) as { file: string };
      copyFileSync(join(drawn, file), at('set', file));
      const result = await measure('--drawn', at('set'));
      expect(result.counts).toMatchObject({ pictures: 1, unreadable: 1 });
      const { columns, body } = result.tables.find(({ name }) => name === 'size')!;
      expect(body.at(-1)!.values[columns.findIndex(({ head }) => head === 'yaw error')]).toBeGreaterThan(70);
    });

    it.each([
      ['no truth', null, 'truth.jsonl cannot be read'],
      ['an empty one', '', 'is empty'],
      ['a line of somebody else', '{"file":"a.png"}\n', 'truth.jsonl, line 1 is malformed'],
      ['no JSON', 'a,b,c\n', 'truth.jsonl, line 1 is no JSON'],
    ])('refuses %s', async (_what, text, words) => {
      if (text !== null) put('truth.jsonl', text);
      const { code, err } = await refuse('--drawn', folder);
      expect(code).toBe(2);
      expect(err).toContain(words);
    });
  });

  describe('--fer2013', () => {
    const line = (file: string, label: string): string =>
      JSON.stringify({ file, split: 'private', label, ferplus: label, in_training: file.includes('twin') });
    // The face of the clip as FER2013 cuts one: eyes at 0.365 of the height, mouth at 0.79.
    const crop = (atS: number): Buffer =>
      takeStill(CLIP, atS, 'png', 'crop=130:130:255:105,scale=48:48,format=gray');

    it('reads a folder of the script, in both ways', async () => {
      put('a.png', crop(4));
      put('twin.png', crop(4.6));
      put('large.png', takeStill(CLIP, 4, 'png'));
      put(
        'index.ndjson',
        ['a', 'twin', 'large', 'gone'].map((name) => line(`${name}.png`, 'happy')).join('\n'),
      );
      const result = await measure('--fer2013', folder);
      expect(result.counts).toEqual({ files: 4, pictures: 2, unreadable: 2 });
      expect(result.faults.first.map(({ name }) => name).sort()).toEqual(['gone.png', 'large.png']);
      const counts = result.emotions.map(({ name, read, missed }) => [name, read + missed]);
      expect(Object.fromEntries(counts)).toEqual({
        ...{ crop: 2, 'crop-unseen': 1, 'crop-ferplus': 2, head: 2, 'head-unseen': 1 },
        ...{ found: 2, 'found-unseen': 1, 'found-ferplus': 2 },
      });
      expect(confusionOf(result, 'crop')[3]).toEqual([0, 0, 0, 2, 0, 0, 0, 0]);
    });

    it.each([
      ['a line of somebody else', '{"file":"a.png"}\n', 'index.ndjson, line 1'],
      ['no JSON', 'a,b,c\n', 'index.ndjson, line 1'],
      ['a way out of the folder', `${line('../a.png', 'happy')}\n`, 'leaves the folder'],
      ['another split', '', 'no picture of the private split'],
    ])('refuses %s', async (_what, index, words) => {
      put('index.ndjson', index);
      const { code, err } = await refuse('--fer2013', folder);
      expect(code).toBe(2);
      expect(err).toContain(words);
    });

    it('refuses a file that is not the set, and a folder without an index', async () => {
      put('set.npz', 'x');
      const file = await refuse('--fer2013', at('set.npz'));
      expect(file.code).toBe(2);
      expect(file.err).toMatch(/is no fer2013\.npz|needs numpy|needs python3/);
      expect(await refuse('--fer2013', folder)).toMatchObject({ code: 2 });
      expect(await refuse('--fer2013', at('nothing'))).toMatchObject({ code: 2 });
    });
  });
});

describe('evaluation of a network that reads colours', () => {
  const clips = new ClipMaker();
  const at = (...names: string[]): string => join(clips.folder, ...names);

  beforeAll(() => {
    settings = { MODELS_DIR: at('models') };
    for (const folder of ['models', 'clips', 'images/happy', 'images/sad', 'fer']) {
      mkdirSync(at(folder), { recursive: true });
    }
    layColorReader(at('models'), { name: 'colors', channels: 'bgr', layout: 'NCHW' });
    const index: string[] = [];
    for (const [emotion, tint] of [
      ['happy', WARM],
      ['sad', COLD],
    ] as const) {
      const clip = makeTintedClip(clips, `clips/${emotion}.mp4`, { ...tint, matrix: 'bt709' });
      const segment = { start_s: 0, end_s: 1.4, looking_at_camera: null, face_present: true };
      const truth = { width: 640, segments: [{ ...segment, emotion }] };
      writeFileSync(at(`clips/${emotion}.truth.json`), JSON.stringify(truth));
      clips.make(`images/${emotion}/a.png`, '-i', clip, '-frames:v', '1');
      const crop = 'crop=130:130:255:105,scale=48:48';
      clips.make(`fer/${emotion}.png`, '-i', clip, '-vf', crop, '-frames:v', '1');
      const picture = { file: `${emotion}.png`, split: 'private', label: emotion, ferplus: emotion };
      index.push(JSON.stringify({ ...picture, in_training: false }));
    }
    writeFileSync(at('fer/index.ndjson'), index.join('\n'));
  });
  afterAll(() => {
    settings = {};
    clips.remove();
  });

  // The same person smiles in both: only the colour tells them apart.
  it.each([
    ['--images', 'images', 2],
    ['--clips', 'clips', 14],
    ['--fer2013', 'fer', 2],
  ])('%s', async (source, folder, count) => {
    const { emotions } = await measure(source, at(folder), '--model', 'colors');
    expect(emotions[0]).toMatchObject({ read: count, missed: 0, accuracy: 1 });
    for (const { accuracy } of emotions) expect(accuracy).toBe(1);
  });
});

const hasDataset = existsSync(dataset);
if (!hasDataset) console.warn('skipped, ../shared/datasets/fer2013.npz is not here: evaluation on FER2013');

(hasDataset ? describe : describe.skip)('evaluation on FER2013', () => {
  it('reads the first pictures of the private split about as well as the whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eyeline-evaluation-'));
    try {
      const script = [join(root, 'evaluation/export_fer2013.py'), dataset, folder, '--split', 'private'];
      execFileSync('python3', script);
      const index = join(folder, 'index.ndjson');
      const lines = readFileSync(index, 'utf8').split('\n');
      expect(lines.filter((line) => line !== '')).toHaveLength(3589);
      expect(lines.filter((line) => line.includes('"in_training": true'))).toHaveLength(288);
      writeFileSync(index, lines.slice(0, 160).join('\n'));
      const result = await measure('--fer2013', folder);
      const accuracy = Object.fromEntries(result.emotions.map((one) => [one.name, one.accuracy]));
      expect(result.counts).toEqual({ files: 160, pictures: 160, unreadable: 0 });
      expect(accuracy.head).toBeGreaterThan(0.55);
      expect(accuracy['crop-ferplus']).toBeGreaterThan(0.7);
      expect(accuracy['found-ferplus']).toBeGreaterThan(0.7);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
