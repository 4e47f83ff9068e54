/** @jest-environment ./libs/testing/src/native-arrays-environment.ts */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { type Chroma, dominantEmotion, EMOTIONS, type LumaFrame } from '@eyeline/contracts';
import { makeBrightnessClassifier, makeOnnx, takeColorFrame, takeStill } from '@eyeline/testing';

import { EmotionClassifier } from '../analysers/emotion/emotion-classifier.js';
import { wholePicture } from '../analysers/emotion/emotion-crop.js';
import { normaliseLandmarks } from '../analysers/emotion/normalise-landmarks.js';
import { FerCropClassifier } from '../fer-crop-classifier.js';
import { FrameAnalyser, type FrameAnalyserSettings } from '../frame-analyser.js';
import { type LumaImage } from '../image/luma-image.js';
import { LumaPyramid } from '../image/luma-pyramid.js';
import { ModelSession } from './model-session.js';
import { type ModelChoice, readModel } from './model-store.js';
import { tryModels } from './verify-models.js';

// Real: networks of other people's shapes, made here, and YuNet itself.

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-models-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Fields = Record<string, unknown>;

const EMOTION_INPUT = { name: 'input', layout: 'NCHW', width: 48, height: 48, channels: 'gray', scale: 1 };

const isOfLandmarks = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'kind' in input;

/** Lays a network into the folder, with a manifest that says what is given and otherwise what is usual. */
async function install(bytes: Uint8Array, { input, output, ...fields }: Fields): Promise<ModelChoice> {
  const manifest = {
    ...{ name: 'theirs', version: '1.0.0', role: 'emotion', file: 'model.onnx', license: 'MIT' },
    ...{ trained_on: ['made in a test'], sha256: createHash('sha256').update(bytes).digest('hex') },
    input: isOfLandmarks(input)
      ? input
      : { ...EMOTION_INPUT, mean: [0], std: [1], crop: 'face', ...(input as Fields) },
    output: { name: 'output', kind: 'logits', labels: ['happy', 'sad'], ...(output as Fields) },
    ...fields,
  };
  const home = join(folder, manifest.name);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'model.onnx'), bytes);
  await writeFile(join(home, 'manifest.json'), JSON.stringify(manifest));
  return { folder, emotion: manifest.role === 'emotion' ? manifest.name : null };
}

/** What the network says of whole pictures. */
async function readPictures(choice: ModelChoice, pictures: readonly LumaImage[]): Promise<number[][]> {
  const session = await ModelSession.create(await readModel('emotion', choice), 'cpu');
  try {
    const cuts = pictures.map((picture) => {
      const pyramid = new LumaPyramid();
      pyramid.reset(picture);
      return { pyramid, frame: wholePicture(picture.width) };
    });
    return (await new EmotionClassifier(session).classify(cuts)).map((reading) => [...reading]);
  } finally {
    await session.dispose();
  }
}

/** What the network says of pictures of one brightness each. */
const readEven = (choice: ModelChoice, ...lumas: number[]): Promise<number[][]> =>
  readPictures(
    choice,
    lumas.map((luma) => ({ width: 80, height: 80, data: new Uint8Array(80 * 80).fill(luma) })),
  );

type Color = readonly [r: number, g: number, b: number];

/** A picture of one colour, by JFIF. */
function paint([r, g, b]: Color): LumaImage {
  const luma = 0.299 * r + 0.587 * g + 0.114 * b;
  const even = (count: number, value: number): Uint8Array =>
    new Uint8Array(count).fill(Math.min(255, Math.round(value)));
  const chroma: Chroma = {
    ...{ width: 40, height: 40, matrix: 'bt601' },
    ...{ cb: even(1600, 128 + (b - luma) / 1.772), cr: even(1600, 128 + (r - luma) / 1.402) },
  };
  return { width: 80, height: 80, data: even(6400, luma), chroma };
}

/** Skin of three people, and what is pure. */
const COLORS: readonly Color[] = [
  [224, 172, 105],
  [141, 85, 36],
  [255, 219, 172],
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [130, 130, 130],
];

const softmax = (logits: readonly number[]): number[] => {
  const powers = logits.map(Math.exp);
  return powers.map((value) => value / powers.reduce((sum, one) => sum + one));
};

/** Values of labels -> the seven in their order. Colours are rounded to whole numbers on their way: fewer digits. */
const seven = (values: Partial<Record<string, number>>, digits = 4): unknown[] =>
  EMOTIONS.map((emotion) => expect.closeTo(values[emotion] ?? 0, digits) as unknown);

describe('classifiers of others', () => {
  it('HSEmotion: three channels with means and deviations of their own, logits of eight, open batch', async () => {
    const weights = [0.5, -1, 0.3, 0.2, -0.4, 1, 0.1, -0.2].map((w, k) => [w, w / 2, 0.1 * k]);
    const bias = [0.1, 0, -0.3, 0.5, 0, 0.2, -0.1, 0];
    const form = {
      layout: 'NCHW',
      channels: 3,
      side: 32,
      batch: 'n',
      softmax: false,
      weights,
      bias,
    } as const;
    const [mean, std] = [
      [0.485, 0.456, 0.406],
      [0.229, 0.224, 0.225],
    ];
    const labels = ['angry', null, 'disgust', 'fear', 'happy', 'neutral', 'sad', 'surprise'];
    const choice = await install(makeBrightnessClassifier(form), {
      input: { width: 32, height: 32, channels: 'rgb', scale: 1 / 255, mean, std },
      output: { labels },
    });
    const readings = await readPictures(choice, COLORS.map(paint));
    COLORS.forEach((color, i) => {
      const pixel = mean.map((m, c) => (color[c] / 255 - m) / std[c]);
      const logits = weights.map((row, k) => row.reduce((sum, w, c) => sum + w * pixel[c], bias[k]));
      const said = softmax(logits);
      const rest = 1 - said[1];
      const of = Object.fromEntries(labels.map((label, k) => [label ?? 'contempt', said[k] / rest]));
      expect(readings[i]).toEqual(seven(of, 2));
    });
  });

  it.each([
    ['rgb', 'NCHW', 'n'],
    ['rgb', 'NHWC', 1],
    ['bgr', 'NCHW', 1],
    ['bgr', 'NHWC', 'n'],
  ] as const)(
    '%s, %s: each channel is its colour, with its own mean and deviation',
    async (channels, layout, batch) => {
      // says of each channel how bright it is
      const weights = [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ];
      const form = {
        layout,
        channels: 3,
        side: 48,
        batch,
        softmax: false,
        weights,
        bias: [0, 0, 0],
      } as const;
      const [mean, std] = [
        [100, 120, 140],
        [60, 90, 120],
      ];
      const models = await install(makeBrightnessClassifier(form), {
        input: { layout, channels, mean, std },
        output: { labels: ['happy', 'sad', 'surprise'] },
      });
      const readings = await readPictures(models, COLORS.map(paint));
      COLORS.forEach(([r, g, b], i) => {
        const shown = channels === 'rgb' ? [r, g, b] : [b, g, r];
        const [happy, sad, surprise] = softmax(shown.map((value, c) => (value - mean[c]) / std[c]));
        expect(readings[i]).toEqual(seven({ happy, sad, surprise }, 2));
      });
    },
  );

  it('three channels of grey', async () => {
    const weights = [
      [1, 2, 3],
      [0, 0, 0],
    ];
    const form = { layout: 'NCHW', channels: 3, side: 48, batch: 'n', softmax: false } as const;
    const models = await install(makeBrightnessClassifier({ ...form, weights, bias: [0, 0] }), {
      input: { channels: 'gray-as-color', mean: [90, 100, 110], std: [100, 200, 300] },
    });
    // red and blue are in the picture, and not looked at
    const [reading] = await readPictures(models, [
      { ...paint([200, 10, 90]), data: new Uint8Array(6400).fill(140) },
    ]);
    const [happy, sad] = softmax([0.5 + 2 * 0.2 + 3 * 0.1, 0]);
    expect(reading).toEqual(seven({ happy, sad }));
  });

  it('colours of a face in a frame, of frames that have some', async () => {
    const weights = [
      [1, 0, -1],
      [0, 0, 0],
    ];
    const form = { layout: 'NCHW', channels: 3, side: 48, batch: 'n', softmax: false } as const;
    const models = await install(makeBrightnessClassifier({ ...form, weights, bias: [0, 0] }), {
      input: { channels: 'rgb', mean: [0, 0, 0], std: [20, 20, 20] },
    });
    const analyser = await FrameAnalyser.load({ ...ANALYSER, models });
    try {
      expect(analyser.readsColor).toBe(true);
      const frame = takeColorFrame('average-person.mp4', 4);
      const [{ emotions: skin }] = (await analyser.analyse(frame)).faces;
      // red beats blue in skin, whosever it is; taken for one another, the numbers would be turned
      expect(skin[EMOTIONS.indexOf('happy')]).toBeGreaterThan(0.75);
      const { cb, cr, ...rest } = frame.chroma!;
      const [{ emotions: turned }] = (
        await analyser.analyse({ ...frame, chroma: { ...rest, cb: cr, cr: cb } })
      ).faces;
      expect(turned[EMOTIONS.indexOf('happy')]).toBeLessThan(0.25);
      await expect(analyser.analyse({ ...frame, chroma: undefined })).rejects.toThrow('came with no colours');
      await expect(
        analyser.analyse({ ...frame, chroma: { ...rest, cb, cr: cr.subarray(1) } }),
      ).rejects.toThrow('came with colours of 320x180, 57600 and 57599 bytes');
    } finally {
      await analyser.dispose();
    }
  });

  it('colours for a second network alone, beside a grey one', async () => {
    const weights = [
      [0, 0, 1],
      [0, 0, 0],
    ];
    const form = { layout: 'NCHW', channels: 3, side: 48, batch: 'n', softmax: false } as const;
    await install(makeBrightnessClassifier({ ...form, weights, bias: [0, 0] }), {
      input: { channels: 'bgr', mean: [0, 0, 110], std: [20, 20, 20] },
    });
    const models = { folder, emotion: null, compared: 'theirs' };
    const analyser = await FrameAnalyser.load({ ...ANALYSER, models });
    const alone = await FrameAnalyser.load(ANALYSER);
    try {
      expect([analyser.readsColor, alone.readsColor]).toEqual([true, false]);
      const frame = takeColorFrame('average-person.mp4', 4);
      const [{ comparedEmotions, ...face }] = (await analyser.analyse(frame)).faces;
      // skin is redder than that
      expect(comparedEmotions![EMOTIONS.indexOf('happy')]).toBeGreaterThan(0.75);
      expect([face]).toEqual((await alone.analyse({ ...frame, chroma: undefined })).faces);
    } finally {
      await analyser.dispose();
      await alone.dispose();
    }
  });

  it('FER+: grey, logits, one picture at a time, a label that is kept', async () => {
    const weights = [0.01, 0, -0.01].map((w) => [w]);
    const form = {
      layout: 'NCHW',
      channels: 1,
      side: 64,
      batch: 1,
      softmax: false,
      weights,
      bias: [0, 1, 0],
    } as const;
    const choice = await install(makeBrightnessClassifier(form), {
      input: { width: 64, height: 64, margin: 0.1 },
      output: { labels: ['neutral', 'contempt', 'happy'] },
    });
    const readings = await readEven(choice, 10, 250, 90);
    [10, 250, 90].forEach((luma, i) => {
      const [neutral, contempt, happy] = softmax([luma / 100, 1, -luma / 100]);
      const each = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, contempt / 7]));
      expect(readings[i]).toEqual(
        seven({ ...each, neutral: neutral + each.neutral, happy: happy + each.happy }),
      );
    });
  });

  it('mini-Xception: channels last, -1 to 1, softmax inside', async () => {
    const weights = [1, -1, 0.5, 2, 0, -0.5, 0.3].map((w) => [w]);
    const bias = [0, 0.1, 0, 0, 0.4, 0, 0];
    const form = { layout: 'NHWC', channels: 1, side: 64, batch: 'n', softmax: true, weights, bias } as const;
    const choice = await install(makeBrightnessClassifier(form), {
      input: { layout: 'NHWC', width: 64, height: 64, scale: 1 / 127.5, mean: [1] },
      output: { kind: 'probabilities', labels: [...EMOTIONS] },
    });
    const [dark, bright] = await readEven(choice, 0, 255);
    expect(dark).toEqual(softmax(weights.map(([w], k) => bias[k] - w)).map((p) => expect.closeTo(p, 4)));
    expect(bright).toEqual(softmax(weights.map(([w], k) => bias[k] + w)).map((p) => expect.closeTo(p, 4)));
  });

  it('reads the faces of a frame, and the report names it', async () => {
    // bright faces are happy, dark ones sad
    const form = { layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false } as const;
    const bytes = makeBrightnessClassifier({ ...form, weights: [[1], [-1]], bias: [-20, 20] });
    const analyser = await FrameAnalyser.load({
      ...ANALYSER,
      models: await install(bytes, { name: 'bright' }),
    });
    try {
      expect(analyser.engine.models.find(({ role }) => role === 'emotion')?.name).toBe('bright');
      const { faces } = await analyser.analyse(frameAt(4));
      expect(faces.map(({ emotions }) => dominantEmotion(emotions))).toEqual(['happy']);
    } finally {
      await analyser.dispose();
    }
  });
});

describe('classifiers of landmarks', () => {
  const WEIGHT = [0, 1, 2].map((k) => Array.from({ length: 136 }, (_, i) => Math.sin(i * (k + 1)) / 10));
  const network = makeOnnx({
    inputs: [{ name: 'form', shape: ['n', 136] }],
    outputs: [{ name: 'logits', shape: ['n', 3] }],
    nodes: [{ type: 'Gemm', inputs: ['form', 'w'], outputs: ['logits'], attributes: { transB: 1 } }],
    weights: [{ name: 'w', dims: [3, 136], values: WEIGHT.flat() }],
  });
  const fields = {
    input: { kind: 'landmarks', name: 'form' },
    output: { name: 'logits', labels: ['happy', 'boredom', 'sad'] },
  };

  it('read the form of each face of a frame, and the report names them', async () => {
    const models = await install(network, fields);
    await tryModels(models);
    const analyser = await FrameAnalyser.load({ ...ANALYSER, models });
    try {
      const { faces } = await analyser.analyse(frameAt(2, 'average-people-2.mp4'));
      expect(faces).toHaveLength(2);
      for (const { landmarks, region, emotions } of faces) {
        const form = new Float32Array(136);
        normaliseLandmarks(
          landmarks.map((value, i) => value * (i % 2 === 0 ? region.w : region.h)),
          form,
        );
        const [happy, boredom, sad] = softmax(
          WEIGHT.map((row) => row.reduce((sum, w, i) => sum + w * form[i], 0)),
        );
        const each = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, boredom / 7]));
        expect([...emotions]).toEqual(seven({ ...each, happy: happy + each.happy, sad: sad + each.sad }));
      }
      expect(analyser.engine.models.at(-1)).toMatchObject({ role: 'emotion', name: 'theirs' });
    } finally {
      await analyser.dispose();
    }
  });

  it.each<[string, Fields, string]>([
    ['for another role', { ...fields, role: 'eyes' }, 'has to be "picture" for the role eyes'],
    ['with a picture for input', { output: fields.output }, 'there is no input "input", but "form"'],
    ['with a size', { ...fields, input: { ...fields.input, width: 48 } }, 'Unrecognized key: "width"'],
  ])('are refused %s', async (_what, given, words) => {
    await expect(tryModels(await install(network, given))).rejects.toThrow(words);
  });

  it('cannot be measured on crops', async () => {
    const choice = await install(network, fields);
    await expect(FerCropClassifier.load(choice)).rejects.toThrow('theirs reads landmarks');
  });
});

const ANALYSER: FrameAnalyserSettings = {
  ...{ executionProvider: 'cpu', options: { min_face_size: 0, max_faces: 20 } },
  ...{ sourceWidth: 640, sourceHeight: 360 },
};

const frameAt = (atS: number, clip = 'average-person.mp4'): LumaFrame => ({
  ...{ tS: atS, width: 640, height: 360, data: takeStill(clip, atS, 'raw') },
});

describe('what is refused', () => {
  const classifier = { layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false } as const;
  const good = { ...classifier, weights: [[1], [2]], bias: [0, 0] };
  const bytesOf = (form: Partial<Parameters<typeof makeBrightnessClassifier>[0]>): Buffer =>
    makeBrightnessClassifier({ ...good, ...form });
  const rows = (count: number): number[][] => Array.from({ length: count }, () => [1]);
  const external = makeOnnx({
    inputs: [{ name: 'input', shape: ['n', 1, 48, 48] }],
    outputs: [{ name: 'output', shape: ['n', 1, 48, 48] }],
    nodes: [{ type: 'Add', inputs: ['input', 'w'], outputs: ['output'] }],
    weights: [{ name: 'w', dims: [1], values: [], externalFile: '../../etc/passwd' }],
  });
  const vector = makeOnnx({
    inputs: [{ name: 'input', shape: ['n', 48] }],
    outputs: [{ name: 'output', shape: ['n', 48] }],
    nodes: [{ type: 'Relu', inputs: ['input'], outputs: ['output'] }],
    weights: [],
  });

  const deeper = makeOnnx({
    inputs: [{ name: 'input', shape: ['n', 1, 48, 48] }],
    outputs: [{ name: 'output', shape: ['n', 1, 1, 1] }],
    nodes: [
      {
        type: 'ReduceMean',
        inputs: ['input'],
        outputs: ['output'],
        attributes: { axes: { ints: [2, 3] }, keepdims: 1 },
      },
    ],
    weights: [],
  });

  it.each<[string, Buffer, Fields, string]>([
    ['a file that is no ONNX', Buffer.from('<html>not found</html>'), {}, 'it is no ONNX file'],
    ['an empty file', Buffer.alloc(0), {}, 'it is no ONNX file'],
    ['half a file', bytesOf({}).subarray(0, 80), {}, 'it is no ONNX file'],
    ['weights in another file', external, {}, 'external data'],
    ['weights that are no numbers', bytesOf({ bias: [NaN, 0] }), {}, 'no numbers (NaN)'],
    ['weights that end in infinity', bytesOf({ bias: [Infinity, Infinity] }), {}, 'none or infinite'],
    ['another rank', vector, {}, 'its input has 2 dimensions instead of 4'],
    ['another rank of what comes out', deeper, {}, 'its output "output" has 4 dimensions instead of 2'],
    [
      '10,000 classes',
      bytesOf({ weights: rows(10_000), bias: Array<number>(10_000).fill(0) }),
      {},
      'is 10000 instead of 2',
    ],
    [
      '10,000 labels',
      bytesOf({ weights: rows(10_000), bias: Array<number>(10_000).fill(0) }),
      { output: { labels: Array(10_000).fill('happy') } },
      'expected array to have <=100 items',
    ],
    ['many pictures at once', bytesOf({ batch: 4 }), {}, 'it takes 4 pictures at once'],
    [
      'colours for grey',
      bytesOf({
        channels: 3,
        weights: [
          [1, 1, 1],
          [0, 0, 0],
        ],
      }),
      {},
      'dimension 1 of its input is 3',
    ],
    [
      'numbers that are no probabilities',
      bytesOf({}),
      { output: { kind: 'probabilities' } },
      'gives no probabilities',
    ],
    [
      'no two of our emotions',
      bytesOf({}),
      { output: { labels: ['happy', 'boredom'] } },
      'fewer than two of',
    ],
    ['one mean for three channels', bytesOf({}), { input: { channels: 'gray-as-color' } }, 'needs 3 of them'],
    ['one mean for three colours', bytesOf({}), { input: { channels: 'bgr' } }, 'needs 3 of them for bgr'],
    ['another order of colours', bytesOf({}), { input: { channels: 'grb' } }, 'input.channels'],
    [
      'colours for what finds points',
      bytesOf({}),
      { role: 'eyes', input: { channels: 'rgb', crop: 'eye' }, output: { kind: 'points' } },
      'has to be "gray" or "gray-as-color" for the role eyes',
    ],
  ])('%s', async (_what, bytes, fields, words) => {
    const choice = await install(bytes, fields);
    await expect(tryModels(choice)).rejects.toMatchObject({ code: 'internal' });
    await expect(tryModels(choice)).rejects.toThrow(words);
    await expect(tryModels(choice)).rejects.toThrow(join(folder, 'theirs'));
  });

  it('a name that a shipped network has', async () => {
    await install(bytesOf({}), { name: 'eye-7' });
    await expect(tryModels({ folder, emotion: null })).rejects.toThrow('Two networks are called "eye-7"');
  });

  it('a choice of what is not there', async () => {
    await writeFile(join(folder, 'selection.json'), '{"detector":"yunet"}');
    await expect(tryModels({ folder, emotion: null })).rejects.toThrow('no network "yunet" for detector');
    await writeFile(join(folder, 'selection.json'), '{"cook":"yunet"}');
    await expect(tryModels({ folder, emotion: null })).rejects.toThrow('selection.json is no choice');
  });
});

const yunet = resolve(__dirname, '../../../../../shared/models/yunet_n_dynamic.onnx');
const hasYunet = existsSync(yunet);
if (!hasYunet) console.warn('skipped, ../shared/models/yunet_n_dynamic.onnx is not here: YuNet');

(hasYunet ? describe : describe.skip)('YuNet', () => {
  const load = async (channels: 'bgr' | 'gray-as-color'): Promise<FrameAnalyser> => {
    await install(readFileSync(yunet), {
      ...{ name: 'yunet', role: 'detector' },
      input: {
        ...{ width: null, height: null, multiple: 32, channels, crop: 'frame' },
        ...{ mean: [0, 0, 0], std: [1, 1, 1] },
      },
      output: { name: 'cls_8', kind: 'yunet', labels: [] },
    });
    await writeFile(join(folder, 'selection.json'), '{"detector":"yunet"}');
    return FrameAnalyser.load({ ...ANALYSER, models: { folder, emotion: null } });
  };
  const SHOWN = ['average-person.mp4', 'average-people-2.mp4'].flatMap((clip) =>
    [1, 3.4, 5].map((atS) => [clip, atS] as const),
  );

  it('finds the faces that our own detector finds', async () => {
    const theirs = await load('bgr');
    const ours = await FrameAnalyser.load(ANALYSER);
    try {
      expect(theirs.engine.models[0]).toMatchObject({ role: 'detector', name: 'yunet', version: '1.0.0' });
      expect([theirs.readsColor, ours.readsColor]).toEqual([true, false]);
      for (const [clip, atS] of SHOWN) {
        const frame = takeColorFrame(clip, atS);
        const [found, expected] = [await theirs.analyse(frame), await ours.analyse(frame)];
        expect(found.faces).toHaveLength(expected.faces.length);
        const byX = (faces: typeof found.faces) => faces.toSorted((a, b) => a.region.x - b.region.x);
        byX(found.faces).forEach((face, i) => {
          const other = byX(expected.faces)[i];
          expect(Math.abs(face.region.x - other.region.x)).toBeLessThan(0.2 * other.region.w);
          expect(Math.abs(face.region.h - other.region.h)).toBeLessThan(0.3 * other.region.h);
          expect(face.score).toBeGreaterThan(0.7);
          expect(dominantEmotion(face.emotions)).toBe(dominantEmotion(other.emotions));
        });
      }
      expect((await theirs.analyse(takeColorFrame('average-person.mp4', 19.8))).faces).toEqual([]);
    } finally {
      await theirs.dispose();
      await ours.dispose();
    }
  });

  it('finds in colour what it finds in grey, and surely', async () => {
    const colored = await load('bgr');
    const gray = await load('gray-as-color');
    try {
      for (const [clip, atS] of SHOWN) {
        const frame = takeColorFrame(clip, atS);
        const { faces: expected } = await gray.analyse({ ...frame, chroma: undefined });
        const { faces } = await colored.analyse(frame);
        expect(faces.length).toBeGreaterThanOrEqual(expected.length);
        for (const { region } of expected) {
          const same = faces.find((face) => Math.abs(face.region.x - region.x) < 0.2 * region.w);
          expect(same?.score).toBeGreaterThan(0.8);
        }
      }
    } finally {
      await colored.dispose();
      await gray.dispose();
    }
  });
});
