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

import { evaluate, measure, measureIn, refuse, useSetFolder } from './evaluate.factory.js';
import { type Evaluation } from './evaluation.js';

const root = resolve(__dirname, '..');
const dataset = resolve(root, '../shared/datasets/fer2013.npz');
const CLIP = 'average-person.mp4';

const confusionOf = ({ emotions }: Evaluation, name: string): readonly (readonly number[])[] =>
  emotions.find((one) => one.name === name)!.confusion;

/** Real: the command, its threads, sharp, ffmpeg, the networks. */
describe('npm run models -- evaluate', () => {
  const { at, put } = useSetFolder();

  // The first command builds, if the sources are newer than the build.
  it('helps, and refuses what it does not know', async () => {
    expect(await evaluate('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--images') });
    expect(await evaluate('--pictures', 'x')).toMatchObject({ code: 2, out: '' });
    expect(await refuse('--images', 'x', '--lanes', 'many')).toMatchObject({ code: 2 });
    expect(await refuse('--images', at(), '--model', 'nobodys')).toMatchObject({
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
      const result = await measure('--images', at(), '--lanes', '2', '--out', at('out'));
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
      const child = spawn(process.execPath, ['scripts/models.mjs', 'evaluate', '--images', at()], {
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
      const { code, err } = await refuse('--drawn', at());
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
      const result = await measure('--fer2013', at());
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
      const { code, err } = await refuse('--fer2013', at());
      expect(code).toBe(2);
      expect(err).toContain(words);
    });

    it('refuses a file that is not the set, and a folder without an index', async () => {
      put('set.npz', 'x');
      const file = await refuse('--fer2013', at('set.npz'));
      expect(file.code).toBe(2);
      expect(file.err).toMatch(/is no fer2013\.npz|needs numpy|needs python3/);
      expect(await refuse('--fer2013', at())).toMatchObject({ code: 2 });
      expect(await refuse('--fer2013', at('nothing'))).toMatchObject({ code: 2 });
    });
  });
});

describe('evaluation of a network that reads colours', () => {
  const clips = new ClipMaker();
  const at = (...names: string[]): string => join(clips.folder, ...names);

  beforeAll(() => {
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
    clips.remove();
  });

  // The same person smiles in both: only the colour tells them apart.
  it.each([
    ['--images', 'images', 2],
    ['--clips', 'clips', 14],
    ['--fer2013', 'fer', 2],
  ])('%s', async (source, folder, count) => {
    const { emotions } = await measureIn(
      { MODELS_DIR: at('models') },
      source,
      at(folder),
      '--model',
      'colors',
    );
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
