import { AppError } from '@eyeline/contracts';

import { readFields, readVarints } from './protobuf-fields.js';

/** Graphs within graphs (branches, loops). */
const MAX_DEPTH = 8;

/** Numbers that one tensor of a file may say that it has: 1 GB of floats. */
const MAX_NUMBERS = 250e6;

/** Numbers of fields in onnx.proto. */
const MODEL = { graph: 7, functions: 25 };
const GRAPH = { node: 1, initializer: 5, sparseInitializer: 15 };
const FUNCTION = { node: 7, attribute: 11 };
const NODE = { attribute: 5 };
const ATTRIBUTE = {
  ...{ float: 2, floats: 7, tensor: 5, tensors: 10, sparseTensor: 22, sparseTensors: 23 },
  ...{ graph: 6, graphs: 11 },
};
const SPARSE = { values: 1, indices: 2 };
const TENSOR = {
  ...{ dims: 1, dataType: 2, floatData: 4, int32Data: 5, rawData: 9, doubleData: 10 },
  ...{ externalData: 13, dataLocation: 14 },
};

/** Types of numbers that can be none, as onnx.proto numbers them, and their bytes. */
const [FLOAT, FLOAT16, DOUBLE, BFLOAT16] = [1, 10, 11, 16];
const FLOAT_BYTES: Readonly<Record<number, number>> = {
  [FLOAT]: 4,
  [FLOAT16]: 2,
  [DOUBLE]: 8,
  [BFLOAT16]: 2,
};

/**
 * Looks at what a file says of itself before it is handed to native code.
 *
 * @throws {AppError} internal, naming the file: no ONNX, weights in other files, weights that are no numbers, tensors of
 * other sizes than they have bytes
 */
export function inspectOnnx(bytes: Uint8Array, path: string): void {
  const fault = findFault(bytes);
  if (fault !== null)
    throw new AppError('internal', { detail: `The network ${path} cannot be used: ${fault}.` });
}

function findFault(bytes: Uint8Array): string | null {
  try {
    let graphs = 0;
    for (const field of readFields(bytes)) {
      if (field.number === MODEL.graph && ++graphs === 1) inspectGraph(field.bytes, 0);
      if (field.number === MODEL.functions) inspectFunction(field.bytes);
    }
    return graphs === 1 ? null : 'it is no ONNX file';
  } catch (error) {
    if (error instanceof TensorFault) return error.message;
    if (error instanceof RangeError) return `it is no ONNX file, or a part of one (${error.message})`;
    throw error;
  }
}

class TensorFault extends Error {}

function inspectGraph(graph: Uint8Array, depth: number): void {
  if (depth > MAX_DEPTH) throw new TensorFault('it holds graphs within graphs without end');
  inspectNodes(graph, GRAPH.node, depth);
  for (const { number, bytes } of readFields(graph)) {
    if (number === GRAPH.initializer) inspectTensor(bytes);
    if (number === GRAPH.sparseInitializer) inspectSparse(bytes);
  }
}

function inspectFunction(bytes: Uint8Array): void {
  inspectNodes(bytes, FUNCTION.node, 0);
  for (const field of readFields(bytes)) {
    if (field.number === FUNCTION.attribute) inspectAttribute(field.bytes, 0);
  }
}

/** @param field number of the field that holds a node */
function inspectNodes(message: Uint8Array, field: number, depth: number): void {
  for (const node of readFields(message)) {
    if (node.number !== field) continue;
    for (const attribute of readFields(node.bytes)) {
      if (attribute.number === NODE.attribute) inspectAttribute(attribute.bytes, depth);
    }
  }
}

function inspectAttribute(attribute: Uint8Array, depth: number): void {
  for (const { number, bytes } of readFields(attribute)) {
    // weights of trees stand in attributes
    if (number === ATTRIBUTE.float || number === ATTRIBUTE.floats) refuseNoNumbers(bytes, FLOAT);
    if (number === ATTRIBUTE.tensor || number === ATTRIBUTE.tensors) inspectTensor(bytes);
    if (number === ATTRIBUTE.graph || number === ATTRIBUTE.graphs) inspectGraph(bytes, depth + 1);
    if (number === ATTRIBUTE.sparseTensor || number === ATTRIBUTE.sparseTensors) inspectSparse(bytes);
  }
}

function inspectSparse(tensor: Uint8Array): void {
  for (const { number, bytes } of readFields(tensor)) {
    if (number === SPARSE.values || number === SPARSE.indices) inspectTensor(bytes);
  }
}

function inspectTensor(tensor: Uint8Array): void {
  let numbers = 1;
  let type = 0;
  let raw: Uint8Array | null = null;
  const integers: number[] = [];
  for (const { number, value, bytes } of readFields(tensor)) {
    if (number === TENSOR.dims)
      for (const dim of bytes.length > 0 ? readVarints(bytes) : [value]) numbers *= dim;
    if (number === TENSOR.dataType) type = value;
    if (number === TENSOR.externalData || (number === TENSOR.dataLocation && value === 1)) {
      throw new TensorFault('it keeps weights in other files (external data); save it as one file');
    }
    if (number === TENSOR.rawData) raw = bytes;
    // Packed, or one number a field.
    if (number === TENSOR.floatData) refuseNoNumbers(bytes, FLOAT);
    if (number === TENSOR.doubleData) refuseNoNumbers(bytes, DOUBLE);
    if (number === TENSOR.int32Data)
      for (const one of bytes.length > 0 ? readVarints(bytes) : [value]) integers.push(one);
  }
  if (numbers > MAX_NUMBERS) throw new TensorFault(`one of its tensors says that it has ${numbers} numbers`);
  if (type === FLOAT16 || type === BFLOAT16) {
    refuseNoNumbers(new Uint8Array(Uint16Array.from(integers).buffer), type);
  }
  const size = FLOAT_BYTES[type];
  if (raw === null || size === undefined) return;
  if (raw.length !== numbers * size) {
    throw new TensorFault(`one of its tensors has ${raw.length} bytes instead of ${numbers * size}`);
  }
  refuseNoNumbers(raw, type);
}

/** Infinity is left alone, which masks and bounds are made of. */
function refuseNoNumbers(bytes: Uint8Array, type: number): void {
  if (hasNoNumber(bytes, type)) throw new TensorFault('some of its weights are no numbers (NaN)');
}

function hasNoNumber(bytes: Uint8Array, type: number): boolean {
  // A copy, since these numbers need not lie at multiples of their size.
  const { buffer } = new Uint8Array(bytes);
  switch (type) {
    case FLOAT:
      return new Float32Array(buffer).some(Number.isNaN);
    case DOUBLE:
      return new Float64Array(buffer).some(Number.isNaN);
    // All bits of the exponent set, and one of the fraction.
    case FLOAT16:
      return new Uint16Array(buffer).some((bits) => (bits & 0x7fff) > 0x7c00);
    default:
      return new Uint16Array(buffer).some((bits) => (bits & 0x7fff) > 0x7f80);
  }
}
