// `node run-onnx.mjs MODEL PIXELS COUNT FOLDER`: runs a network as the product does, one thread, in batches.
// PIXELS: COUNT faces of 48 x 48 bytes. Into FOLDER: `NAME.f32` for each output of one row a face, and `ranges.json`
// with the smallest and the largest number of each output.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { InferenceSession, Tensor } from 'onnxruntime-node';

const SIDE = 48;
const BATCH = 64;

const [model, pixelFile, countText, folder] = process.argv.slice(2);
const count = Number(countText);
const pixels = readFileSync(pixelFile);
if (pixels.length !== count * SIDE * SIDE)
  throw new Error(`${pixelFile}: not ${count} faces of ${SIDE} x ${SIDE}`);

const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
const ranges = {};
const rows = {};
for (let first = 0; first < count; first += BATCH) {
  const n = Math.min(BATCH, count - first);
  const faces = Float32Array.from(pixels.subarray(first * SIDE * SIDE, (first + n) * SIDE * SIDE));
  const outputs = await session.run({
    [session.inputNames[0]]: new Tensor('float32', faces, [n, 1, SIDE, SIDE]),
  });
  for (const [name, { data, dims }] of Object.entries(outputs)) {
    const range = (ranges[name] ??= [Infinity, -Infinity]);
    for (const value of data) {
      if (value < range[0]) range[0] = value;
      if (value > range[1]) range[1] = value;
    }
    if (dims.length !== 2) continue;
    rows[name] ??= new Float32Array(count * dims[1]);
    rows[name].set(data, first * dims[1]);
  }
}
writeFileSync(join(folder, 'ranges.json'), JSON.stringify(ranges));
for (const [name, values] of Object.entries(rows)) {
  if (/^\w+$/.test(name)) writeFileSync(join(folder, `${name}.f32`), values);
}
