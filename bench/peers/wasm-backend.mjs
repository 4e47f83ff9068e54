import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);

/** The packages are CommonJS, and share one TensorFlow.js. */
export { require };

/** The folder of the package's WebAssembly, with a slash at the end. */
export const WASM_FOLDER = `${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'))}/`;

/** TensorFlow.js on WebAssembly with SIMD and one thread: one core. */
export async function startTensorflow() {
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(WASM_FOLDER);
  wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  return tf;
}
