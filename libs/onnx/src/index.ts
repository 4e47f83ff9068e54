export {
  buildOnnx,
  CLASSIC_DOMAIN,
  type OnnxAttribute,
  type OnnxGraph,
  type OnnxNode,
  type OnnxValue,
  type OnnxWeights,
} from './build-onnx.js';
export { type FeatureTensor, findFeatures } from './find-features.js';
export { type OnnxModel, readOnnx, writeOnnx } from './onnx-model.js';
export { replaceOutputs } from './replace-outputs.js';
