/** A tensor of weights. */
export interface OnnxWeights {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: readonly number[];
  /** Says that the weights are in this file instead. */
  readonly externalFile?: string;
}

export interface OnnxNode {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly integers?: Readonly<Record<string, number | readonly number[]>>;
}

/** Numbers, or names of dimensions that are open. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly weights: readonly OnnxWeights[];
}

/** Writes a small network as an ONNX file (opset 13): enough for tests that need one of a certain shape. */
export function makeOnnx({ inputs, outputs, nodes, weights }: OnnxGraph): Buffer {
  const graph = [
    ...nodes.map((node) => field(1, encodeNode(node))),
    field(2, Buffer.from('made in a test')),
    ...weights.map((one) => field(5, encodeWeights(one))),
    ...inputs.map((value) => field(11, encodeValue(value))),
    ...outputs.map((value) => field(12, encodeValue(value))),
  ];
  return Buffer.concat([number(1, 8), field(8, number(2, 13)), field(7, Buffer.concat(graph))]);
}

/**
 * A classifier that sees nothing but how bright each channel is in the mean: `logits[k] = sum(weights[k][c] * mean[c]) +
 * bias[k]`, with or without the softmax.
 */
export function makeBrightnessClassifier(form: {
  readonly layout: 'NCHW' | 'NHWC';
  readonly channels: number;
  readonly side: number;
  readonly batch: number | string;
  readonly softmax: boolean;
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}): Buffer {
  const { layout, channels, side, batch, softmax, weights, bias } = form;
  const classes = weights.length;
  const axes = layout === 'NCHW' ? [2, 3] : [1, 2];
  return makeOnnx({
    inputs: [
      {
        name: 'input',
        shape: layout === 'NCHW' ? [batch, channels, side, side] : [batch, side, side, channels],
      },
    ],
    outputs: [{ name: 'output', shape: [batch, classes] }],
    nodes: [
      { type: 'ReduceMean', inputs: ['input'], outputs: ['mean'], integers: { axes, keepdims: 0 } },
      {
        type: 'Gemm',
        inputs: ['mean', 'weights', 'bias'],
        outputs: [softmax ? 'logits' : 'output'],
        integers: { transB: 1 },
      },
      ...(softmax
        ? [{ type: 'Softmax', inputs: ['logits'], outputs: ['output'], integers: { axis: 1 } }]
        : []),
    ],
    weights: [
      { name: 'weights', dims: [classes, channels], values: weights.flat() },
      { name: 'bias', dims: [classes], values: bias },
    ],
  });
}

function encodeNode({ type, inputs, outputs, integers = {} }: OnnxNode): Buffer {
  const attributes = Object.entries(integers).map(([name, value]) => {
    const encoded =
      typeof value === 'number'
        ? [number(3, value), number(20, 2)]
        : [...value.map((one) => number(8, one)), number(20, 7)];
    return field(5, Buffer.concat([field(1, Buffer.from(name)), ...encoded]));
  });
  return Buffer.concat([
    ...inputs.map((name) => field(1, Buffer.from(name))),
    ...outputs.map((name) => field(2, Buffer.from(name))),
    field(4, Buffer.from(type)),
    ...attributes,
  ]);
}

/** Floats; integers for what Reshape and ConstantOfShape are given. */
function encodeWeights({ name, dims, values, externalFile }: OnnxWeights): Buffer {
  const isShape = name.endsWith('shape');
  const raw = Buffer.from(
    isShape ? BigInt64Array.from(values, BigInt).buffer : Float32Array.from(values).buffer,
  );
  const location = Buffer.concat([
    field(1, Buffer.from('location')),
    field(2, Buffer.from(externalFile ?? '')),
  ]);
  return Buffer.concat([
    ...dims.map((dim) => number(1, dim)),
    number(2, isShape ? 7 : 1),
    field(8, Buffer.from(name)),
    ...(externalFile === undefined ? [field(9, raw)] : [field(13, location), number(14, 1)]),
  ]);
}

function encodeValue({ name, shape }: OnnxValue): Buffer {
  const dims = shape.map((dim) =>
    field(1, typeof dim === 'number' ? number(1, dim) : field(2, Buffer.from(dim))),
  );
  const tensor = Buffer.concat([number(1, 1), field(2, Buffer.concat(dims))]);
  return Buffer.concat([field(1, Buffer.from(name)), field(2, field(1, tensor))]);
}

const field = (key: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint(key * 8 + 2), varint(bytes.length), bytes]);

const number = (key: number, value: number): Buffer => Buffer.concat([varint(key * 8), varint(value)]);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
