import { type OnnxModel, type OnnxNodePart } from './onnx-model.js';

/** Where a network has done its looking: a tensor of `[n, length]` that its last layer reads. */
export interface FeatureTensor {
  readonly name: string;
  readonly length: number;
}

/**
 * Walks back from an output over whatever is done to single numbers (softmax, temperature, quantisation) to the last layer
 * of weights: what goes into that one are the network's features.
 *
 * @throws {RangeError} in words, when there is no such layer
 */
export function findFeatures({ graph }: OnnxModel, output: string): FeatureTensor {
  const makers = new Map(graph.node.flatMap((node) => node.output.map((name) => [name, node] as const)));
  const weights = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  const isConstant = (name: string): boolean => {
    if (weights.has(name)) return true;
    const maker = makers.get(name);
    // weights of int8 networks are dequantised first
    return maker !== undefined && maker.input.every(isConstant);
  };
  const sizesOf = (name: string): number[] | null => {
    const tensor = weights.get(name);
    if (tensor !== undefined) return tensor.dims.map(Number);
    const [first] = makers.get(name)?.input ?? [];
    return first === undefined ? null : sizesOf(first);
  };
  for (let name = output; ;) {
    const node = makers.get(name);
    if (node === undefined)
      throw new RangeError(`nothing before the output "${output}" is a layer of weights`);
    const open = node.input.filter((one) => one !== '' && !isConstant(one));
    if (open.length !== 1) {
      throw new RangeError(
        `before the output "${output}", ${node.opType} joins ${open.length} tensors: there is no last layer`,
      );
    }
    if (node.opType === 'Gemm' || node.opType === 'MatMul') {
      if (open[0] !== node.input[0]) throw new RangeError(`the last layer before "${output}" is transposed`);
      const sizes = sizesOf(node.input[1]);
      const length = sizes?.length === 2 ? sizes[isTransposed(node) ? 1 : 0] : undefined;
      if (length === undefined) throw new RangeError(`the last layer before "${output}" has no known size`);
      return { name: open[0], length };
    }
    name = open[0];
  }
}

/** Of Gemm: whether its weights lie as [outputs, inputs]. */
const isTransposed = ({ attribute }: OnnxNodePart): boolean =>
  attribute.some(({ name, i }) => name === 'transB' && Number(i) === 1);
