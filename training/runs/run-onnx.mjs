// `node run-onnx.mjs MODEL PIXELS COUNT HEIGHT WIDTH MEAN STD BATCH FOLDER`: runs a network as the product does, one thread, in
// batches. PIXELS: COUNT grey pictures, a byte a pixel, which go in as (byte - MEAN) / STD. Into FOLDER: `outputs.json` with the
// shape of each output (its first dimension is COUNT), its smallest and its largest number in a batch (the means of all batches),
// and `NAME.f32` for those whose name is a word.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { InferenceSession, Tensor } from 'onnxruntime-node';

const [model, pixelFile, ...rest] = process.argv.slice(2);
const folder = rest.pop();
const [count, height, width, mean, std, batch] = rest.map(Number);
const pixels = readFileSync(pixelFile);
const size = height * width;
if (pixels.length !== count * size)
  throw new Error(`${pixelFile}: not ${count} pictures of ${width} x ${height}`);

const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
const told = {};
for (let first = 0; first < count; first += batch) {
  const n = Math.min(batch, count - first);
  const input = Float32Array.from(pixels.subarray(first * size, (first + n) * size), (v) => (v - mean) / std);
  const outputs = await session.run({
    [session.inputNames[0]]: new Tensor('float32', input, [n, 1, height, width]),
  });
  for (const [name, { data, dims }] of Object.entries(outputs)) {
    const one = (told[name] ??= { shape: [count, ...dims.slice(1)], range: [0, 0] });
    let [smallest, largest] = [Infinity, -Infinity];
    for (const value of data) {
      if (value < smallest) smallest = value;
      if (value > largest) largest = value;
    }
    one.range[0] += (smallest * n) / count;
    one.range[1] += (largest * n) / count;
    if (/^\w+$/.test(name)) appendFileSync(join(folder, `${name}.f32`), data);
  }
}
writeFileSync(join(folder, 'outputs.json'), JSON.stringify(told));
