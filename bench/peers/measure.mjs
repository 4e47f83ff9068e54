// node measure.mjs PEER FRAMES.rgb WIDTH HEIGHT: how many frames a second the peer looks at, one after the other.
// Prints one JSON document.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

import * as faceApi from './face-api.mjs';
import * as human from './human.mjs';

const PEERS = { 'face-api': faceApi, human };

/** Until the code is compiled and the networks are warm. */
const WARM_UP_FRAMES = 5;

const [name, path, width, height] = process.argv.slice(2);
if (PEERS[name] === undefined) throw new Error(`PEER is one of ${Object.keys(PEERS).join(', ')}.`);
const peer = await PEERS[name].open();
const size = { width: Number(width), height: Number(height) };
const bytes = await readFile(path);
const frames = [];
for (let at = 0; at < bytes.length; at += size.width * size.height * 3) {
  frames.push(bytes.subarray(at, at + size.width * size.height * 3));
}
for (const frame of frames.slice(0, WARM_UP_FRAMES)) await peer.countFaces(frame, size);

const tookMs = [];
let withFace = 0;
const cpuBefore = process.cpuUsage();
const startedAtMs = performance.now();
for (const frame of frames) {
  const frameStartedAtMs = performance.now();
  withFace += (await peer.countFaces(frame, size)) > 0 ? 1 : 0;
  tookMs.push(performance.now() - frameStartedAtMs);
}
const seconds = (performance.now() - startedAtMs) / 1000;
const cpu = process.cpuUsage(cpuBefore);
tookMs.sort((a, b) => a - b);
const measured = {
  what: peer.what,
  frames: frames.length,
  withFace,
  framesPerS: frames.length / seconds,
  p50Ms: tookMs[Math.ceil(0.5 * tookMs.length) - 1],
  p95Ms: tookMs[Math.ceil(0.95 * tookMs.length) - 1],
  cpuMsPerFrame: (cpu.user + cpu.system) / 1000 / frames.length,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
process.exit(0);
