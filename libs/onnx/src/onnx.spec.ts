import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildOnnx, type OnnxGraph } from './build-onnx.js';
import { findFeatures } from './find-features.js';
import { readOnnx, writeOnnx } from './onnx-model.js';
import { replaceOutputs } from './replace-outputs.js';

const GRAPH: OnnxGraph = {
  name: 'two heads',
  inputs: [{ name: 'input', shape: ['n', 3] }],
  outputs: [
    { name: 'first', shape: ['n', 2] },
    { name: 'second', shape: ['n', 5] },
  ],
  nodes: [
    { type: 'MatMul', inputs: ['input', 'body'], outputs: ['seen'] },
    { type: 'Relu', inputs: ['seen'], outputs: ['features'] },
    {
      type: 'Gemm',
      inputs: ['features', 'w1', 'b1'],
      outputs: ['logits1'],
      attributes: { transB: 1, alpha: 0.5 },
    },
    { type: 'Div', inputs: ['logits1', 'temperature'], outputs: ['cooled'] },
    { type: 'Softmax', inputs: ['cooled'], outputs: ['first'], attributes: { axis: 1 } },
    { type: 'MatMul', inputs: ['features', 'w2'], outputs: ['second'] },
  ],
  weights: [
    { name: 'body', dims: [3, 4], values: new Float32Array(12).fill(0.5) },
    { name: 'w1', dims: [2, 4], values: [1, 2, 3, 4, 5, 6, 7, 8] },
    { name: 'b1', dims: [2], values: [0, -1] },
    { name: 'temperature', dims: [], values: [1.5] },
    { name: 'w2', dims: [4, 5], values: new Float32Array(20) },
  ],
};

const names = (parts: readonly { readonly name: string }[]): string[] => parts.map(({ name }) => name);

describe('ONNX files', () => {
  const shipped = readFileSync(join(__dirname, '../../vision/src/models/emotion-s4-int8/model.onnx'));

  it('loses nothing of what it reads', () => {
    const bytes = buildOnnx(GRAPH);
    expect(Buffer.compare(writeOnnx(readOnnx(bytes)), bytes)).toBe(0);
    expect(Buffer.compare(writeOnnx(readOnnx(shipped)), shipped)).toBe(0);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html>not found</html>')],
    ['half a file', shipped.subarray(0, 1000)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => readOnnx(bytes)).toThrow(RangeError);
  });

  it('finds the features before each way of ending', () => {
    const model = readOnnx(buildOnnx(GRAPH));
    expect(findFeatures(model, 'first')).toEqual({ name: 'features', length: 4 });
    expect(findFeatures(model, 'second')).toEqual({ name: 'features', length: 4 });
    expect(findFeatures(model, 'seen')).toEqual({ name: 'input', length: 3 });
    expect(() => findFeatures(model, 'gone')).toThrow('nothing before the output "gone"');
    const joined = readOnnx(
      buildOnnx({
        ...GRAPH,
        nodes: [...GRAPH.nodes, { type: 'Concat', inputs: ['first', 'second'], outputs: ['both'] }],
      }),
    );
    expect(() => findFeatures(joined, 'both')).toThrow('Concat joins 2 tensors');
  });

  it('finds the features of the shipped network, whichever of its heads is asked', () => {
    const model = readOnnx(shipped);
    const [one, other] = names(model.graph.output).map((output) => findFeatures(model, output));
    expect(one).toEqual(other);
    expect(one.length).toBeGreaterThan(50);
  });

  it('puts another end to a network, and leaves out what only the old one needed', () => {
    const model = readOnnx(buildOnnx(GRAPH));
    const changed = replaceOutputs(model, {
      outputs: [{ name: 'probabilities', shape: ['n', 3] }],
      nodes: [{ type: 'Gemm', inputs: ['features', 'w3', 'b3'], outputs: ['probabilities'] }],
      weights: [
        { name: 'w3', dims: [4, 3], values: new Float32Array(12) },
        { name: 'b3', dims: [3], values: [1, 2, 3] },
      ],
    });
    const { graph } = readOnnx(writeOnnx(changed));
    expect(graph.node.map(({ opType }) => opType)).toEqual(['MatMul', 'Relu', 'Gemm']);
    expect(names(graph.initializer)).toEqual(['body', 'w3', 'b3']);
    expect([names(graph.input), names(graph.output)]).toEqual([['input'], ['probabilities']]);
    expect(names(model.graph.output)).toEqual(['first', 'second']);
    // names of what goes are free, others are not
    const end = (name: string) => ({
      outputs: [{ name, shape: ['n', 4] }],
      nodes: [{ type: 'Softmax', inputs: ['features'], outputs: [name] }],
    });
    expect(names(replaceOutputs(model, end('first')).graph.output)).toEqual(['first']);
    expect(() => replaceOutputs(model, end('seen'))).toThrow('"seen" is taken');
  });
});
