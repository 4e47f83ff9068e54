import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  makeBrightnessClassifier,
  makeOnnx,
  sendFile,
  type SourceServer,
  startSourceServer,
} from '@eyeline/testing';

// Real: the command, its processes, the networks, a server on loopback.

const root = resolve(__dirname, '..');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads happy from bright faces, sad from dark ones. */
const classifier = makeBrightnessClassifier({
  ...{ layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false },
  ...{ weights: [[1], [-1]], bias: [-20, 20] },
});

const MANIFEST = {
  ...{ name: 'bright', version: '1.2.3', role: 'emotion', license: 'Test-1.0', trained_on: ['nothing'] },
  input: {
    ...{ name: 'input', layout: 'NCHW', width: 48, height: 48, channels: 'gray', scale: 1 },
    ...{ mean: [0], std: [1], crop: 'face' },
  },
  output: { name: 'output', kind: 'logits', labels: ['happy', 'sad'] },
};

let folder: string;
let library: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eyeline-models-'));
  library = at('library');
  writeFileSync(at('bright.onnx'), classifier);
  writeFileSync(at('manifest.json'), JSON.stringify(MANIFEST));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[], settings: Record<string, string> = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, ['scripts/models.mjs', ...args], {
    cwd: root,
    env: { ...{ PATH, HOME, INIT_CWD: folder, MODELS_DIR: library }, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(args: readonly string[], settings?: Record<string, string>): Promise<Ended> {
  const child = start(args, settings);
  let [out, err] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(err).not.toMatch(/^\s+at /m);
  return { code, out, err };
}

const models = (...args: string[]): Promise<Ended> => run(args);

const add = (file: string, bytes: Uint8Array, ...more: string[]): Promise<Ended> =>
  models('add', file, '--sha256', sha256Of(bytes), '--accept-license', ...more);

/** What a person would find in the folder of networks, besides downloads that wait to be gone on with. */
const installed = (): string[] =>
  existsSync(library) ? readdirSync(library).filter((name) => name !== '.downloads') : [];

describe('npm run models', () => {
  // The first command builds, if the sources are newer than the build.
  it('helps with each command, and refuses what it does not know', async () => {
    expect(await models('--help')).toMatchObject({ code: 0, out: expect.stringContaining('evaluate') });
    for (const name of ['list', 'verify', 'time', 'add', 'use', 'remove', 'evaluate']) {
      expect(await models(name, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') });
    }
    expect(await models('install')).toMatchObject({ code: 2, err: expect.stringContaining('"install"') });
  }, 240_000);

  it('adds from a file, lists, verifies, uses and removes', async () => {
    const added = await add('bright.onnx', classifier, '--json');
    expect(added.code).toBe(0);
    expect(added.err).toContain('Test-1.0');
    expect(JSON.parse(added.out)).toMatchObject({ name: 'bright', role: 'emotion', version: '1.2.3' });
    expect(installed()).toEqual(['bright']);
    expect(await add('bright.onnx', classifier)).toMatchObject({
      code: 0,
      out: 'bright is there already.\n',
    });
    expect(await models('verify', 'bright')).toMatchObject({ code: 0, out: 'bright: ok\n' });

    expect(await models('use', 'emotion', 'bright')).toMatchObject({ code: 0 });
    const list = await models('list', '--json');
    const rows = JSON.parse(list.out) as { name: string; in_use: boolean; origin: string }[];
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of('bright')).toMatchObject({ in_use: true, origin: 'added', reads: 'gray', fault: null });
    expect(of('bright')).toMatchObject({ license: 'Test-1.0', version: '1.2.3' });
    expect(of('emotion-s4-int8')).toMatchObject({ in_use: false, origin: 'shipped' });

    expect(await models('remove', 'bright')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is used'),
    });
    expect(await models('use', 'emotion', 'default')).toMatchObject({ code: 0 });
    expect(await models('remove', 'bright')).toMatchObject({ code: 0 });
    expect(installed()).toEqual(['selection.json']);
  }, 240_000);

  it('times networks, at both sizes where they take any', async () => {
    const { code, out } = await models('time', 'emotion-s4-int8', 'face-detector-gray', '--json');
    const { processor, networks } = JSON.parse(out) as {
      processor: string;
      networks: { name: string; width: number; height: number; median_ms: number; least_ms: number }[];
    };
    expect([code, processor]).toEqual([0, expect.stringMatching(/\w/)]);
    expect(networks.map(({ name, width, height }) => [name, width, height])).toEqual([
      ['emotion-s4-int8', 48, 48],
      ['face-detector-gray', 320, 192],
      ['face-detector-gray', 640, 384],
    ]);
    for (const one of networks) {
      expect(one.least_ms).toBeGreaterThan(0);
      expect(one.median_ms).toBeGreaterThanOrEqual(one.least_ms);
    }
    // Four times as many pixels, however busy the machine is.
    expect(networks[2].least_ms).toBeGreaterThan(networks[1].least_ms);

    const text = await models('time', 'eye-7');
    expect(text.out).toMatch(
      /one thread.*\n\n\| network .*\n.*\n\| eye-7 \S+ +\| 64 x 48 +\| +[\d.]+ \| +[\d.]+ \|\n$/,
    );
    expect(await models('time', 'nobodys')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"nobodys"'),
    });
    expect(await models('time', 'eye-7', '--write-docs')).toMatchObject({
      code: 2,
      err: expect.stringContaining('no names'),
    });
    await add('bright.onnx', classifier);
    writeFileSync(join(library, 'bright', 'model.onnx'), 'broken');
    expect(await models('time', 'bright', 'eye-7')).toMatchObject({
      ...{ code: 1, err: expect.stringMatching(/bright: .*sha256/) },
      out: expect.stringContaining('| eye-7 '),
    });
  }, 240_000);

  it('finds what has changed since', async () => {
    await add('bright.onnx', classifier);
    const file = join(library, 'bright', 'model.onnx');
    writeFileSync(file, Buffer.concat([classifier, Buffer.of(0)]));
    mkdirSync(join(library, 'half'));
    const { code, out } = await models('verify', 'bright', 'half', 'eye-7');
    expect(code).toBe(1);
    expect(out).toMatch(/^bright: .*sha256.*\nhalf: .*manifest\.json cannot be read.*\neye-7: ok\n$/);
    expect(await models('use', 'emotion', 'bright')).toMatchObject({ code: 1 });
    expect((await models('list')).out).toContain('cannot be used: half');
    expect(await models('remove', 'half')).toMatchObject({ code: 0 });
  }, 240_000);

  it.each<[string, string[], number, string]>([
    [
      'another checksum',
      ['bright.onnx', '--sha256', '0'.repeat(64), '--accept-license'],
      1,
      'CHECKSUM IS WRONG',
    ],
    ['no checksum', ['bright.onnx', '--accept-license'], 2, '--sha256'],
    ['what is no checksum', ['bright.onnx', '--sha256', 'abc'], 2, '64 hexadecimal digits'],
    ['a file that is not there', ['gone.onnx', '--sha256', '0'.repeat(64), '--accept-license'], 2, 'ENOENT'],
    ['no manifest', ['bright.onnx', '--sha256', '0'.repeat(64), '--manifest', 'gone.json'], 2, 'gone.json'],
    ['nobody to ask', ['bright.onnx', '--sha256', sha256Of(classifier)], 1, '--accept-license'],
    [
      'an address without a manifest',
      ['https://models.example/a.onnx', '--sha256', '0'.repeat(64)],
      2,
      '--manifest',
    ],
  ])('add refuses %s', async (_what, args, code, words) => {
    expect(await models('add', ...args)).toMatchObject({
      code,
      out: '',
      err: expect.stringContaining(words),
    });
    expect(installed()).toEqual([]);
  });

  it('add refuses a shipped name, and a network that is not what its manifest says', async () => {
    writeFileSync(at('manifest.json'), JSON.stringify({ ...MANIFEST, name: 'eye-7' }));
    expect(await add('bright.onnx', classifier)).toMatchObject({
      code: 1,
      err: expect.stringContaining('eye-7'),
    });
    writeFileSync(at('manifest.json'), JSON.stringify({ ...MANIFEST, name: '../out' }));
    expect(await add('bright.onnx', classifier)).toMatchObject({
      code: 2,
      err: expect.stringContaining('name'),
    });
    const output = { ...MANIFEST.output, labels: ['happy', 'sad', 'neutral'] };
    writeFileSync(at('manifest.json'), JSON.stringify({ ...MANIFEST, output }));
    expect(await add('bright.onnx', classifier)).toMatchObject({
      code: 1,
      err: expect.stringContaining('dimension 1 of its output "output" is 2 instead of 3'),
    });
    expect(installed()).toEqual([]);
  });

  const brightness = { layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false } as const;
  const input = { name: 'input', shape: ['n', 1, 48, 48] };
  const many = Array.from({ length: 10_000 }, () => [1]);

  it.each<[string, Buffer, string]>([
    [
      'another rank',
      makeOnnx({
        inputs: [{ ...input, shape: ['n', 48] }],
        outputs: [{ name: 'output', shape: ['n', 48] }],
        nodes: [{ type: 'Relu', inputs: ['input'], outputs: ['output'] }],
        weights: [],
      }),
      'its input has 2 dimensions instead of 4',
    ],
    [
      '10,000 classes',
      makeBrightnessClassifier({ ...brightness, weights: many, bias: many.flat() }),
      'is 10000 instead of 2',
    ],
    [
      'weights that are no numbers',
      makeBrightnessClassifier({ ...brightness, weights: [[1], [NaN]], bias: [0, 0] }),
      'no numbers (NaN)',
    ],
    [
      'weights in a file of the system',
      makeOnnx({
        inputs: [input],
        outputs: [{ name: 'output', shape: ['n', 1, 48, 48] }],
        nodes: [{ type: 'Add', inputs: ['input', 'w'], outputs: ['output'] }],
        weights: [{ name: 'w', dims: [1], values: [], externalFile: '/etc/passwd' }],
      }),
      'external data',
    ],
    ['half a file', classifier.subarray(0, classifier.length >> 1), 'it is no ONNX file'],
  ])('add refuses %s, and installs nothing of it', async (_what, bytes, words) => {
    writeFileSync(at('theirs.onnx'), bytes);
    const args = ['--manifest', 'manifest.json'];
    expect(await add('theirs.onnx', bytes, ...args)).toMatchObject({
      ...{ code: 1, out: '' },
      err: expect.stringContaining(words),
    });
    expect(installed()).toEqual([]);
  });

  it('add survives a file that unpacks to more than there is memory', async () => {
    // 4 * 10^11 bytes out of a hundred: a constant of this shape is made while the file is loaded
    const bomb = makeOnnx({
      inputs: [{ name: 'input', shape: ['n', 1, 48, 48] }],
      outputs: [{ name: 'output', shape: ['n', 2] }],
      nodes: [
        { type: 'ConstantOfShape', inputs: ['shape'], outputs: ['huge'] },
        { type: 'ReduceMean', inputs: ['huge'], outputs: ['zero'], attributes: { keepdims: 0 } },
        {
          type: 'ReduceMean',
          inputs: ['input'],
          outputs: ['mean'],
          attributes: { axes: { ints: [2, 3] }, keepdims: 0 },
        },
        { type: 'Add', inputs: ['mean', 'zero'], outputs: ['one'] },
        { type: 'Concat', inputs: ['one', 'one'], outputs: ['output'], attributes: { axis: 1 } },
      ],
      weights: [{ name: 'shape', dims: [2], values: [100_000, 1_000_000], areIntegers: true }],
    });
    writeFileSync(at('bright.onnx'), bomb);
    const { code, err } = await add('bright.onnx', bomb);
    expect(code).toBe(1);
    expect(err).toMatch(/bright.*(cannot be (loaded|run)|more than 4 GB)/s);
    expect(installed()).toEqual([]);
  }, 120_000);
});

describe('npm run models -- add, from an address', () => {
  const LOOPBACK = { SOURCE_ALLOWED_RANGES: '127.0.0.0/8' };
  // Large enough to be cut in the middle: what nobody reads may stand at the end of a graph's name.
  const large = makeBrightnessClassifier({
    ...{ layout: 'NCHW', channels: 1, side: 48, batch: 'n', softmax: false },
    weights: Array.from({ length: 50 }, () => [1]),
    bias: Array.from({ length: 50 }, (_, k) => k),
  });
  const labels = Array.from({ length: 50 }, (_, k) => ['happy', 'sad'][k] ?? `other-${k}`);
  const sha256 = sha256Of(large);
  let server: SourceServer;

  beforeEach(async () => {
    server = await startSourceServer();
    writeFileSync(at('theirs.json'), JSON.stringify({ ...MANIFEST, output: { ...MANIFEST.output, labels } }));
  });
  afterEach(() => server.close());

  const args = (path: string): string[] => [
    ...['add', server.addressOf(path), '--sha256', sha256, '--manifest', 'theirs.json', '--accept-license'],
  ];

  it('downloads, and goes on where it was killed', async () => {
    // half of the file, then silence
    server.answer((_request, response) => {
      response.writeHead(200, { 'Content-Length': large.length, ETag: '"1"', 'Accept-Ranges': 'bytes' });
      response.write(large.subarray(0, 200));
    });
    const child = start(args('/a.onnx'), LOOPBACK);
    const part = join(library, '.downloads', `${sha256}.part`);
    while (!existsSync(part) || statSync(part).size < 200) await sleep(20); // the test's own time limit ends it
    child.kill('SIGKILL');
    await once(child, 'close');
    const found = JSON.parse((await models('list', '--json')).out) as { name: string }[];
    expect(found.map(({ name }) => name)).not.toContain('bright');

    server.answer((request, response) => sendFile(request, response, large));
    const ended = await run(args('/a.onnx'), LOOPBACK);
    expect(ended).toMatchObject({ code: 0, err: expect.stringContaining('going on after 200 bytes') });
    expect(server.requests.at(-1)?.headers.range).toBe('bytes=200-');
    expect(readFileSync(join(library, 'bright', 'model.onnx'))).toEqual(large);
    // What the killed process had begun is gone, too.
    expect(installed()).toEqual(['bright']);
    expect(readdirSync(join(library, '.downloads'))).toEqual([]);
  }, 240_000);

  it('begins anew where a server cannot go on, and keeps nothing of another file', async () => {
    mkdirSync(join(library, '.downloads'), { recursive: true });
    writeFileSync(join(library, '.downloads', `${sha256}.part`), 'something else');
    server.answer((request, response) => sendFile(request, response, large));
    expect(await run(args('/a.onnx'), LOOPBACK)).toMatchObject({
      code: 1,
      err: expect.stringContaining('CHECKSUM IS WRONG'),
    });
    expect(installed()).toEqual([]);
    writeFileSync(join(library, '.downloads', `${sha256}.part`), large.subarray(0, 100));
    server.answer((request, response) => sendFile(request, response, large, { ranges: false }));
    expect(await run(args('/a.onnx'), LOOPBACK)).toMatchObject({ code: 0 });
    expect(installed()).toEqual(['bright']);
  }, 120_000);

  it('refuses addresses that are not public, redirects to them too, and what is no file', async () => {
    expect(await run(args('/a.onnx'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('source_forbidden'),
    });
    expect(server.requests).toEqual([]);
    server.answer((_request, response) =>
      response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end(),
    );
    expect(await run(args('/a.onnx'), LOOPBACK)).toMatchObject({
      code: 1,
      err: expect.stringContaining('source_forbidden'),
    });
    server.answer((_request, response) => response.writeHead(404).end());
    expect(await run(args('/a.onnx'), LOOPBACK)).toMatchObject({
      code: 1,
      err: expect.stringContaining('answered 404'),
    });
    expect(installed()).toEqual([]);
  }, 120_000);
});
