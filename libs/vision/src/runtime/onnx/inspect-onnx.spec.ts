import { buildOnnx, readOnnx, writeOnnx } from '@eyeline/onnx';

import { inspectOnnx } from './inspect-onnx.js';

type Part = Record<string, unknown>;

/** Types of onnx.proto. */
const [FLOAT, INT64, FLOAT16, DOUBLE, BFLOAT16] = [1, 7, 10, 11, 16];

const bytesOf = (numbers: Float32Array | Float64Array | Uint16Array): Uint8Array =>
  new Uint8Array(numbers.buffer);

const tensor = (fields: Part): Part => ({ name: 'w', dims: [2], dataType: FLOAT, ...fields });

const graphOf = (fields: Part): Part => ({ name: 'inner', node: [], initializer: [], ...fields });

/** A file of one graph. */
const fileOf = (graph: Part, model: Part = {}): Uint8Array =>
  writeOnnx({ irVersion: 8, opsetImport: [{ domain: '', version: 13 }], graph: graphOf(graph), ...model });

const withWeights = (fields: Part): Uint8Array => fileOf({ initializer: [tensor(fields)] });

const node = (...attribute: Part[]): Part => ({ opType: 'Constant', input: [], output: ['c'], attribute });

const inspect = (bytes: Uint8Array) => (): void => inspectOnnx(bytes, '/models/theirs/model.onnx');

const NO_NUMBERS = 'weights are no numbers (NaN)';
const ELSEWHERE = 'weights in other files';

const external = tensor({ dataLocation: 1, externalData: [{ key: 'location', value: '/etc/passwd' }] });
const noNumber = tensor({ rawData: bytesOf(Float32Array.of(1, NaN)) });
const good = tensor({ rawData: bytesOf(Float32Array.of(1, -2)) });

describe('inspectOnnx', () => {
  it('lets a network pass, with masks and bounds that are infinite', () => {
    const graph = { inputs: [], outputs: [], nodes: [] };
    const weights = [{ name: 'w', dims: [2], values: [-Infinity, Infinity] }];
    expect(inspect(buildOnnx({ name: 'g', ...graph, weights }))).not.toThrow();
    const halves = withWeights({ dataType: FLOAT16, int32Data: [0x3c00, 0x7c00] });
    expect(inspect(halves)).not.toThrow();
    expect(inspect(withWeights({ dataType: INT64, int64Data: [1, -1] }))).not.toThrow();
    expect(inspect(fileOf({ node: [node({ name: 'v', type: 1, f: 0.5 })] }))).not.toThrow();
  });

  it.each<[string, Uint8Array]>([
    ['floats', withWeights({ rawData: bytesOf(Float32Array.of(0, NaN)) })],
    ['floats in a field of their own', withWeights({ floatData: [0, NaN] })],
    ['doubles', withWeights({ dataType: DOUBLE, rawData: bytesOf(Float64Array.of(0, NaN)) })],
    ['doubles in a field of their own', withWeights({ dataType: DOUBLE, doubleData: [0, NaN] })],
    ['half floats', withWeights({ dataType: FLOAT16, rawData: bytesOf(Uint16Array.of(0, 0x7e00)) })],
    ['half floats as integers', withWeights({ dataType: FLOAT16, int32Data: [0, 0xfe00] })],
    ['bfloats', withWeights({ dataType: BFLOAT16, rawData: bytesOf(Uint16Array.of(0, 0x7fc0)) })],
    ['a constant', fileOf({ node: [node({ name: 'value', type: 4, t: noNumber })] })],
    ['a number of a node', fileOf({ node: [node({ name: 'value_float', type: 1, f: NaN })] })],
    ['trees', fileOf({ node: [node({ name: 'nodes_values', type: 6, floats: [0.5, NaN] })] })],
    [
      'a branch',
      fileOf({ node: [node({ name: 'then', type: 5, g: graphOf({ initializer: [noNumber] }) })] }),
    ],
    ['sparse weights', fileOf({ sparseInitializer: [{ values: noNumber, dims: [9] }] })],
  ])('refuses what is no number, in %s', (_where, bytes) => {
    expect(inspect(bytes)).toThrow(NO_NUMBERS);
  });

  it.each<[string, Uint8Array]>([
    ['weights', fileOf({ initializer: [good, external] })],
    ['weights without a path', withWeights({ dataLocation: 1 })],
    ['a path beside weights', withWeights({ externalData: [{ key: 'location', value: '../a' }] })],
    ['a constant', fileOf({ node: [node({ name: 'value', type: 4, t: external })] })],
    ['constants', fileOf({ node: [node({ name: 'values', type: 9, tensors: [good, external] })] })],
    [
      'a branch',
      fileOf({ node: [node({ name: 'then', type: 5, g: graphOf({ initializer: [external] }) })] }),
    ],
    ['sparse weights', fileOf({ sparseInitializer: [{ values: external, dims: [9] }] })],
    [
      'places of sparse weights',
      fileOf({ sparseInitializer: [{ values: good, indices: external, dims: [9] }] }),
    ],
    [
      'a function',
      fileOf({}, { functions: [{ name: 'f', node: [node({ name: 'value', type: 4, t: external })] }] }),
    ],
    [
      'what a function is given',
      fileOf({}, { functions: [{ name: 'f', attributeProto: [{ name: 'a', type: 4, t: external }] }] }),
    ],
  ])('refuses paths to other files, in %s', (_where, bytes) => {
    expect(inspect(bytes)).toThrow(ELSEWHERE);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'more numbers than there is memory',
      withWeights({ dims: [1e6, 1e6] }),
      'says that it has 1000000000000',
    ],
    ['fewer bytes than numbers', withWeights({ rawData: new Uint8Array(4) }), 'has 4 bytes instead of 8'],
    ['graphs within graphs', nest(20), 'graphs within graphs without end'],
    ['two graphs', twice(), 'it is no ONNX file'],
  ])('refuses %s', (_what, bytes, words) => {
    expect(inspect(bytes)).toThrow(words);
    expect(inspect(bytes)).toThrow('/models/theirs/model.onnx');
  });

  it('says of a part of a file that it cannot be used, or takes it for a whole one', () => {
    const bytes = withWeights({ rawData: bytesOf(Float32Array.of(1, 2)) });
    expect(readOnnx(bytes).graph.initializer).toHaveLength(1);
    for (let end = 1; end < bytes.length; end++) {
      try {
        inspectOnnx(bytes.subarray(0, end), 'part.onnx');
      } catch (error) {
        expect(String(error)).toContain('The network part.onnx cannot be used');
      }
    }
  });
});

function nest(depth: number): Uint8Array {
  let graph = graphOf({});
  for (let i = 0; i < depth; i++) graph = graphOf({ node: [node({ name: 'body', type: 5, g: graph })] });
  return fileOf(graph);
}

function twice(): Uint8Array {
  const bytes = fileOf({});
  return Buffer.concat([bytes, bytes]);
}
