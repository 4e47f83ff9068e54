import { writeOnnx } from './onnx-model.js';
import { ATTRIBUTE_TYPE, DATA_TYPE } from './onnx-schema.js';

/** A tensor of weights: floats, or integers of 64 bits. */
export interface OnnxWeights {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: readonly number[] | Float32Array;
  /** For what shapes and indices are given in. */
  readonly areIntegers?: boolean;
  /** Says that the weights are in this file instead. */
  readonly externalFile?: string;
}

/** A whole number alone is an integer; numbers with a fraction, or lists of them, are named as what they are. */
export type OnnxAttribute =
  | number
  | string
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] | Float32Array }
  | { readonly strings: readonly string[] };

export interface OnnxNode {
  readonly type: string;
  /** Default: ONNX's own operators. */
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A tensor of floats that goes in or comes out. Dimensions are numbers, or names where they are open. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly nodes: readonly OnnxNode[];
  readonly weights: readonly OnnxWeights[];
}

/** Operators of ONNX 1.8 and of its classic machine learning: what every runtime of the last years reads. */
const IR_VERSION = 8;
const OPERATORS = { domain: '', version: 13 };
export const CLASSIC_DOMAIN = 'ai.onnx.ml';
const CLASSIC_OPERATORS = { domain: CLASSIC_DOMAIN, version: 3 };

/** Writes a network as an ONNX file. */
export function buildOnnx({ name, inputs, outputs, nodes, weights }: OnnxGraph): Uint8Array {
  const isClassic = nodes.some(({ domain }) => domain === CLASSIC_DOMAIN);
  return writeOnnx({
    irVersion: IR_VERSION,
    producerName: 'eyeline',
    opsetImport: [OPERATORS, ...(isClassic ? [CLASSIC_OPERATORS] : [])],
    graph: {
      name,
      node: nodes.map(toNodePart),
      initializer: weights.map(toTensorPart),
      input: inputs.map(toValuePart),
      output: outputs.map(toValuePart),
    },
  });
}

/** A node as it stands in a file. */
export const toNodePart = ({ type, domain, inputs, outputs, attributes = {} }: OnnxNode) => ({
  opType: type,
  ...(domain !== undefined && { domain }),
  input: [...inputs],
  output: [...outputs],
  attribute: Object.entries(attributes).map(([name, value]) => ({ name, ...toAttributePart(value) })),
});

function toAttributePart(value: OnnxAttribute) {
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { type: ATTRIBUTE_TYPE.int, i: value }
      : { type: ATTRIBUTE_TYPE.float, f: value };
  }
  if (typeof value === 'string') return { type: ATTRIBUTE_TYPE.string, s: Buffer.from(value) };
  if ('ints' in value) return { type: ATTRIBUTE_TYPE.ints, ints: value.ints };
  if ('floats' in value) return { type: ATTRIBUTE_TYPE.floats, floats: value.floats };
  return { type: ATTRIBUTE_TYPE.strings, strings: value.strings.map((one) => Buffer.from(one)) };
}

/** Weights as they stand in a file. */
export function toTensorPart({ name, dims, values, areIntegers = false, externalFile }: OnnxWeights) {
  const numbers = areIntegers ? BigInt64Array.from(values, BigInt) : Float32Array.from(values);
  return {
    name,
    dims: [...dims],
    dataType: areIntegers ? DATA_TYPE.int64 : DATA_TYPE.float,
    ...(externalFile === undefined
      ? { rawData: new Uint8Array(numbers.buffer) }
      : { dataLocation: 1, externalData: [{ key: 'location', value: externalFile }] }),
  };
}

/** An input or output as it stands in a file. */
export const toValuePart = ({ name, shape }: OnnxValue) => ({
  name,
  type: {
    tensorType: {
      elemType: DATA_TYPE.float,
      shape: { dim: shape.map((dim) => (typeof dim === 'number' ? { dimValue: dim } : { dimParam: dim })) },
    },
  },
});
