import protobuf from 'protobufjs';

import { ONNX_SCHEMA } from './onnx-schema.js';

/** A 64-bit integer: `Number(value)` reads it. Both are written. */
export type Int64 = number | { toNumber(): number };

/** The parts of a file that are looked at here; what else it holds stays with them. */
export interface OnnxModel {
  graph: OnnxGraphPart;
  opsetImport: { domain?: string; version: Int64 }[];
}

export interface OnnxGraphPart {
  node: OnnxNodePart[];
  initializer: OnnxTensorPart[];
  input: OnnxValuePart[];
  output: OnnxValuePart[];
  /** Types of what lies between the nodes; not needed. */
  valueInfo: OnnxValuePart[];
}

export interface OnnxNodePart {
  input: string[];
  output: string[];
  opType: string;
  domain?: string;
  attribute: OnnxAttributePart[];
}

export interface OnnxAttributePart {
  name: string;
  type: number;
  i?: Int64;
}

export interface OnnxTensorPart {
  name: string;
  dims: Int64[];
}

export interface OnnxValuePart {
  name: string;
}

const modelType = protobuf.parse(ONNX_SCHEMA).root.lookupType('ModelProto');

/** @throws {RangeError} when the bytes are no ONNX file */
export function readOnnx(bytes: Uint8Array): OnnxModel {
  let model: object;
  try {
    model = modelType.decode(bytes);
  } catch (error) {
    throw new RangeError(`no ONNX file: ${(error as Error).message}`, { cause: error });
  }
  if (!('graph' in model) || model.graph === null) throw new RangeError('no ONNX file: it has no graph');
  return model as OnnxModel;
}

/** @param model read, or of the fields of `ONNX_SCHEMA`, in camel case */
export const writeOnnx = (model: object): Uint8Array => modelType.encode(model).finish();
