import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';

import { require, startTensorflow, WASM_FOLDER } from './wasm-backend.mjs';

/** Its list of exports names no file for WebAssembly that can be found. */
const FOLDER = join(import.meta.dirname, 'node_modules/@vladmandic/human');

/** Its detector, mesh, iris (from which it tells the gaze) and emotions; each frame looked at anew. */
export async function open() {
  const tf = await startTensorflow();
  const { Human } = require(join(FOLDER, 'dist/human.node-wasm.js'));
  const server = await serveFolder(join(FOLDER, 'models'));
  // By default it takes over what it saw in an earlier frame for up to some seconds.
  const anew = { skipFrames: 0, skipTime: 0 };
  const human = new Human({
    ...{ backend: 'wasm', wasmPath: WASM_FOLDER, debug: false, async: false, cacheSensitivity: 0 },
    modelBasePath: `http://127.0.0.1:${server.address().port}/`,
    filter: { enabled: false },
    face: {
      ...{ enabled: true, antispoof: { enabled: false }, liveness: { enabled: false } },
      detector: { enabled: true, maxDetected: 20, rotation: false, ...anew },
      ...{ mesh: { enabled: true }, iris: { enabled: true }, description: { enabled: false } },
      emotion: { enabled: true, ...anew },
    },
    ...{ body: { enabled: false }, hand: { enabled: false }, object: { enabled: false } },
    ...{ gesture: { enabled: false }, segmentation: { enabled: false } },
  });
  await human.load();
  return {
    what: 'detector, mesh, iris and gaze, emotion',
    async countFaces(rgb, { width, height }) {
      const image = tf.tensor4d(rgb, [1, height, width, 3], 'int32');
      const { face, error } = await human.detect(image);
      image.dispose();
      if (error) throw new Error(error);
      return face.length;
    },
  };
}

/** It loads its networks over HTTP alone. */
function serveFolder(folder) {
  const server = createServer((request, response) => {
    readFile(join(folder, basename(request.url))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
