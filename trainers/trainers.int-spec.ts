import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
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

import { type Evaluation } from '../evaluation/evaluation.js';
import { type TrainingKind } from './arguments.js';
import { runTraining } from './main.js';
import { type TrainingResult } from './result.js';

// Real: the commands, their threads, ffmpeg, the networks, frames of the bundled clip.

const root = resolve(__dirname, '..');
const CLIP = 'average-person';
/** Pictures a second: more than an evaluation looks at, so that it sees others, too. */
const FPS = 8;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyeline-training-test-'));
  sortFrames(at('frames'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The walk-through of docs/models.md: frames of a clip in folders named by what its truth says of them. */
function sortFrames(target: string): void {
  const truth = JSON.parse(readFileSync(fixture(`${CLIP}.truth.json`), 'utf8')) as {
    segments: { start_s: number; end_s: number; emotion: string | null; face_present: boolean | null }[];
  };
  truth.segments.forEach(({ start_s, end_s, emotion, face_present }, i) => {
    if (emotion === null || face_present !== true) return;
    mkdirSync(join(target, emotion), { recursive: true });
    const range = ['-ss', String(start_s), '-to', String(end_s), '-i', fixture(`${CLIP}.mp4`)];
    const output = ['-vf', `fps=${FPS}`, '-q:v', '2', join(target, emotion, `${i}-%03d.jpg`)];
    execFileSync('ffmpeg', ['-v', 'error', '-nostdin', ...range, ...output]);
  });
}

async function run(script: string, args: readonly string[]): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: root,
    env: { PATH, HOME, INIT_CWD: folder, MODELS_DIR: at('library') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(err).not.toMatch(/^\s+at /m);
  return { code, out, err };
}

const train = (kind: TrainingKind, ...args: string[]): Promise<Ended> => run('train', [kind, ...args]);

async function trainWell(kind: TrainingKind, ...args: string[]): Promise<TrainingResult> {
  const { code, out, err } = await train(kind, ...args, '--json');
  expect([code, code === 0 ? '' : err]).toEqual([0, '']);
  return JSON.parse(out) as TrainingResult;
}

/** What the network that is in use says of the clip, as the product analyses it. */
async function evaluateClip(): Promise<Evaluation> {
  mkdirSync(at('clips'), { recursive: true });
  for (const file of [`${CLIP}.mp4`, `${CLIP}.truth.json`]) {
    if (!existsSync(at('clips', file))) symlinkSync(fixture(file), at('clips', file));
  }
  const { code, out } = await run('models', ['evaluate', '--clips', 'clips', '--json']);
  expect(code).toBe(0);
  return JSON.parse(out) as Evaluation;
}

const partsOf = (name: string): string[] => readdirSync(at(name)).sort();

describe.each<TrainingKind>(['landmarks', 'head'])('npm run train:%s', (kind) => {
  // The first command builds, if the sources are newer than the build.
  it('trains on sorted frames, and what it wrote reads the whole clip right', async () => {
    const result = await trainWell(kind, '--data', 'frames', '--out', kind, '--name', `my-${kind}`);
    expect(result.held_out.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(result.held_out.faces / result.pictures.used).toBeCloseTo(0.2, 1);
    expect(result.labels.map(({ label }) => label)).toEqual(['angry', 'happy', 'sad', 'surprise', 'neutral']);
    expect(partsOf(kind)).toEqual(['MODEL_CARD.md', 'manifest.json', 'model.onnx']);
    expect(readFileSync(at(kind, 'MODEL_CARD.md'), 'utf8')).toContain(`# my-${kind} 1.0.0`);

    const added = await run('models', ['add', kind, '--accept-license', '--json']);
    expect([added.code, JSON.parse(added.out)]).toMatchObject([0, { role: 'emotion', name: `my-${kind}` }]);
    expect(await run('models', ['use', 'emotion', `my-${kind}`])).toMatchObject({ code: 0 });
    const { emotions, models } = await evaluateClip();
    expect(models.find(({ role }) => role === 'emotion')).toMatchObject({ name: `my-${kind}` });
    const accuracyOf = (name: string) => emotions.find((one) => one.name === name)?.accuracy;
    expect(accuracyOf('segments')).toBe(1);
    expect(accuracyOf('frames')).toBeGreaterThanOrEqual(0.95);
    expect(await run('models', ['use', 'emotion', 'default'])).toMatchObject({ code: 0 });
  }, 300_000);

  it('gives the same network for the same seed, from folders of other spellings', async () => {
    mkdirSync(at(`two-${kind}`));
    cpSync(at('frames', 'happy'), at(`two-${kind}`, 'Joy'), { recursive: true });
    cpSync(at('frames', 'sad'), at(`two-${kind}`, 'SADNESS'), { recursive: true });
    const first = await trainWell(kind, '--data', `two-${kind}`, '--out', `once-${kind}`, '--seed', '7');
    const again = await trainWell(
      kind,
      '--data',
      `two-${kind}`,
      '--out',
      `again-${kind}`,
      '--seed',
      '7',
      '--lanes',
      '1',
    );
    expect(first.labels.map(({ label }) => label)).toEqual(['happy', 'sad']);
    expect([again.sha256, again.held_out]).toEqual([first.sha256, first.held_out]);
  }, 300_000);
});

it('train:head learns what a network that reads colours sees in them', async () => {
  const clips = new ClipMaker();
  try {
    // the same smile: only its colour tells the two apart
    for (const [label, tint] of [
      ['happy', WARM],
      ['sad', COLD],
    ] as const) {
      const clip = makeTintedClip(clips, `${label}.mp4`, { ...tint, matrix: 'bt601' });
      mkdirSync(join(clips.folder, 'pictures', label), { recursive: true });
      clips.make(`pictures/${label}/%03d.png`, '-i', clip, '-vf', 'fps=10');
    }
    layColorReader(at('library'), { name: 'colors', channels: 'rgb', layout: 'NHWC' });
    const data = join(clips.folder, 'pictures');
    const result = await trainWell('head', '--data', data, '--out', 'colored', '--model', 'colors');
    expect(result.held_out).toMatchObject({ accuracy: 1 });
    const { input } = JSON.parse(readFileSync(at('colored', 'manifest.json'), 'utf8')) as { input: object };
    expect(input).toMatchObject({ channels: 'rgb', layout: 'NHWC' });
  } finally {
    clips.remove();
    rmSync(at('library', 'colors'), { recursive: true });
  }
}, 240_000);

describe('npm run train:landmarks, with what cannot be used', () => {
  const put = (name: string, bytes: string | Uint8Array): void => {
    mkdirSync(resolve(at(name), '..'), { recursive: true });
    writeFileSync(at(name), bytes);
  };

  /** Refused before any thread starts, so without a process of its own. */
  async function refuse(...args: string[]): Promise<{ code: number; err: string }> {
    const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const before = process.env.INIT_CWD;
    process.env.INIT_CWD = folder;
    try {
      const code = await runTraining(args);
      return { code, err: err.mock.calls.map(([text]) => String(text)).join('') };
    } finally {
      if (before === undefined) delete process.env.INIT_CWD;
      else process.env.INIT_CWD = before;
      err.mockRestore();
    }
  }

  it('counts and names pictures that it cannot use, and keeps labels of its own', async () => {
    cpSync(at('frames', 'happy'), at('mixed', 'happy'), { recursive: true });
    cpSync(at('frames', 'sad'), at('mixed', 'sad'), { recursive: true });
    cpSync(at('frames', 'surprise'), at('mixed', 'bored'), { recursive: true });
    put('mixed/happy/notes.txt', 'no picture');
    put('mixed/sad/half.jpg', takeStill(`${CLIP}.mp4`, 12, 'mjpeg').subarray(0, 5000));
    put('mixed/sad/empty-stage.png', takeStill(`${CLIP}.mp4`, 19.8, 'png'));
    const { code, out, err } = await train('landmarks', '--data', 'mixed', '--out', 'mixed-out', '--json');
    expect(code).toBe(0);
    const { labels, pictures } = JSON.parse(out) as TrainingResult;
    expect(labels.map(({ label }) => label)).toEqual(['happy', 'sad', 'bored']);
    expect(pictures.unreadable.first.map(({ name }) => name).sort()).toEqual([
      'happy/notes.txt',
      'sad/half.jpg',
    ]);
    expect(pictures.without_face.first.map(({ name }) => name)).toEqual(['sad/empty-stage.png']);
    expect(err).toContain('left out: sad/half.jpg: The image is damaged');
  }, 120_000);

  it.each<[string, Readonly<Record<string, number>>, string]>([
    ['too few faces of a label', { happy: 6, sad: 4 }, '"sad" 4'],
    ['no face in any', { happy: 0, sad: 0 }, 'There is no face to learn from'],
  ])(
    'refuses %s',
    async (_what, counts, words) => {
      const data = mkdtempSync(at('few-'));
      const files = readdirSync(at('frames', 'happy'));
      for (const [label, count] of Object.entries(counts)) {
        mkdirSync(join(data, label));
        writeFileSync(join(data, label, 'empty.png'), takeStill(`${CLIP}.mp4`, 19.8, 'png'));
        for (const name of files.slice(0, count))
          cpSync(at('frames', 'happy', name), join(data, label, name));
      }
      const { code, out, err } = await train('landmarks', '--data', data, '--out', 'never');
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(words);
      expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
    },
    120_000,
  );

  it.each<[string, string[], string]>([
    ['one label', ['happy'], 'nothing to tell apart'],
    ['two spellings of one label', ['happy', 'joy'], 'nothing to tell apart'],
    ['no labels of ours', ['bored', 'keen', 'happy'], 'at least two folders'],
    ['101 labels', Array.from({ length: 101 }, (_, i) => `label-${i}`), 'at most 100 labels'],
    ['no folders', [], 'There are no folders'],
  ])('refuses %s', async (_what, names, words) => {
    const data = mkdtempSync(at('folders-'));
    for (const name of names) mkdirSync(join(data, name));
    expect(await refuse('landmarks', '--data', data, '--out', 'never')).toMatchObject({
      code: 2,
      err: expect.stringContaining(words),
    });
  });

  it.each<[string, string[], string]>([
    ['a folder that is not there', ['--data', 'gone', '--out', 'never'], 'There is no folder'],
    ['a target that is there', ['--data', 'frames', '--out', 'frames'], 'is there already'],
    ['no target', ['--data', 'frames'], 'Give --data and --out'],
    ['a name that is none', ['--data', 'frames', '--out', 'My Network'], 'is no name for a network'],
    [
      'a seed that is none',
      ['--data', 'frames', '--out', 'never', '--seed', 'x'],
      '--seed is a whole number',
    ],
    ['a network for a forest', ['--data', 'frames', '--out', 'never', '--model', 'x'], 'train:head alone'],
    ['an option that it does not know', ['--trees', '3'], '--trees'],
  ])('refuses %s', async (_what, args, words) => {
    expect(await refuse('landmarks', ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining(words),
    });
    expect(existsSync(at('never'))).toBe(false);
  });

  it('refuses a network that is not there, and helps', async () => {
    const unknown = await refuse('head', '--data', 'frames', '--out', 'never', '--model', 'nobodys');
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringContaining('no network "nobodys" for emotion'),
    });
    for (const kind of ['landmarks', 'head']) {
      const { code, out } = await run('train', [kind, '--help']);
      expect([code, out]).toEqual([
        0,
        expect.stringContaining(`npm run train:${kind} -- --data FOLDER --out DIR`),
      ]);
    }
  }, 60_000);
});
