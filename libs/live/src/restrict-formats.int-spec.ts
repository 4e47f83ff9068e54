import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { decodeImage } from './decode-image.js';

/** A thread as lanes have it: loads the decoder from its sources, and tells what it changed of the process's formats. */
const THREAD = `
  const { register } = require('node:module');
  const { parentPort, workerData } = require('node:worker_threads');
  register(workerData.loader);
  void (async () => {
    const { default: sharp } = await import('sharp');
    const calls = [];
    for (const name of ['block', 'unblock']) {
      const real = sharp[name];
      sharp[name] = (options) => (calls.push(name), real(options));
    }
    const { decodeImage } = await import(workerData.decoder);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
    const read = await decodeImage(svg, { maxPixels: 1e6, maxSide: 64 }).catch(({ code }) => code);
    parentPort.postMessage({ calls, read });
  })();
`;

const fromHere = (path: string): string => new URL(path, `file://${__dirname}/`).href;

describe('restrictFormats', () => {
  it('leaves the formats of the process alone in threads that start later', async () => {
    // The main thread has loaded the decoder, as it has before every lane.
    expect(decodeImage).toBeDefined();
    const workerData = {
      loader: fromHere('../../testing/src/typescript-loader.mjs'),
      decoder: fromHere('./decode-image.ts'),
    };
    const thread = new Worker(THREAD, { eval: true, workerData });
    const [told] = (await once(thread, 'message')) as [unknown];
    expect(told).toEqual({ calls: [], read: 'unsupported_media' });
    await thread.terminate();
  });
});
