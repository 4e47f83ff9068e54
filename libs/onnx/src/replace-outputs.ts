import {
  type OnnxNode,
  type OnnxValue,
  type OnnxWeights,
  toNodePart,
  toTensorPart,
  toValuePart,
} from './build-onnx.js';
import { type OnnxModel, type OnnxNodePart, type OnnxTensorPart } from './onnx-model.js';

/** What is put to the end of a network. */
export interface NewEnd {
  /** Floats; names are those of nodes here or there. */
  readonly outputs: readonly OnnxValue[];
  /** In their order, after all that there are. */
  readonly nodes?: readonly OnnxNode[];
  readonly weights?: readonly OnnxWeights[];
}

/**
 * The same network with other outputs. What nothing needs any more is left out.
 *
 * @throws {RangeError} when a new name is taken
 */
export function replaceOutputs(model: OnnxModel, { outputs, nodes = [], weights = [] }: NewEnd): OnnxModel {
  const { graph } = model;
  const made = new Set([...nodes.flatMap((one) => one.outputs), ...weights.map(({ name }) => name)]);
  const rest = [...nodes.flatMap(({ inputs }) => inputs), ...outputs.map(({ name }) => name)];
  const kept = keepNeeded(
    graph,
    rest.filter((name) => !made.has(name)),
  );
  const taken = [
    ...[...graph.input, ...kept.initializer].map(({ name }) => name),
    ...kept.node.flatMap(({ output }) => output),
  ].find((name) => made.has(name));
  if (taken !== undefined) throw new RangeError(`the name "${taken}" is taken`);
  const node = [...kept.node, ...nodes.map(toNodePart)];
  const initializer = [...kept.initializer, ...weights.map(toTensorPart)];
  // A copy of the message with its own methods; fields that are not named here stay.
  const changed = Object.assign(Object.create(Object.getPrototypeOf(graph) as object), graph, {
    ...{ node, initializer, output: outputs.map(toValuePart), valueInfo: [] },
  }) as OnnxModel['graph'];
  return Object.assign(Object.create(Object.getPrototypeOf(model) as object), model, {
    graph: changed,
  }) as OnnxModel;
}

/** Nodes and weights that the names rest on, in the order in which they were. */
function keepNeeded(
  whole: { readonly node: readonly OnnxNodePart[]; readonly initializer: readonly OnnxTensorPart[] },
  names: readonly string[],
): { node: OnnxNodePart[]; initializer: OnnxTensorPart[] } {
  const needed = new Set(names);
  // Nodes of a file stand in an order in which each comes after what it reads.
  const node = whole.node
    .toReversed()
    .filter(({ input, output }) => {
      if (!output.some((name) => needed.has(name))) return false;
      for (const name of input) needed.add(name);
      return true;
    })
    .reverse();
  return { node, initializer: whole.initializer.filter(({ name }) => needed.has(name)) };
}
