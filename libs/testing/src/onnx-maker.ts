import { buildOnnx, type OnnxGraph } from '@eyeline/onnx';

/** A small network as an ONNX file, for tests that need one of a certain shape. */
export const makeOnnx = (graph: Omit<OnnxGraph, 'name'>): Buffer =>
  Buffer.from(buildOnnx({ name: 'made in a test', ...graph }));

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
      {
        type: 'ReduceMean',
        inputs: ['input'],
        outputs: ['mean'],
        attributes: { axes: { ints: axes }, keepdims: 0 },
      },
      {
        type: 'Gemm',
        inputs: ['mean', 'weights', 'bias'],
        outputs: [softmax ? 'logits' : 'output'],
        attributes: { transB: 1 },
      },
      ...(softmax
        ? [{ type: 'Softmax', inputs: ['logits'], outputs: ['output'], attributes: { axis: 1 } }]
        : []),
    ],
    weights: [
      { name: 'weights', dims: [classes, channels], values: weights.flat() },
      { name: 'bias', dims: [classes], values: bias },
    ],
  });
}
