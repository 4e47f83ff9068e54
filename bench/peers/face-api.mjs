import { join } from 'node:path';

import { require, startTensorflow } from './wasm-backend.mjs';

/** Its small detector, its 68 points, its seven expressions. */
export async function open() {
  const tf = await startTensorflow();
  const faceApi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');
  const models = join(require.resolve('@vladmandic/face-api/package.json'), '../model');
  const { tinyFaceDetector, faceLandmark68Net, faceExpressionNet } = faceApi.nets;
  for (const net of [tinyFaceDetector, faceLandmark68Net, faceExpressionNet]) await net.loadFromDisk(models);
  const options = new faceApi.TinyFaceDetectorOptions();
  return {
    what: 'tiny detector, landmarks, expressions',
    async countFaces(rgb, { width, height }) {
      const image = tf.tensor3d(rgb, [height, width, 3], 'int32');
      const faces = await faceApi.detectAllFaces(image, options).withFaceLandmarks().withFaceExpressions();
      image.dispose();
      return faces.length;
    },
  };
}
