import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { type LiveClip } from './live-frames.js';

/** Packages of their own, which nothing but this installs (bench/peers/README.md). */
const FOLDER = resolve('bench/peers');

const PEERS = ['human', 'face-api'] as const;

const LIMIT_MS = 15 * 60_000;

/** One frame after the other, as each peer sees it by itself. */
export interface PeerResult {
  readonly name: string;
  readonly version: string;
  readonly what: string;
  readonly frames: number;
  readonly withFace: number;
  readonly framesPerS: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly cpuMsPerFrame: number;
}

/** Each in a process of its own, with one thread; empty where they are not installed. */
export async function measurePeers(
  { rgbPath, width, height }: LiveClip,
  onRun: (text: string) => void,
): Promise<PeerResult[]> {
  if (!existsSync(join(FOLDER, 'node_modules'))) {
    onRun('the peers are not installed, and left out: npm install --prefix bench/peers');
    return [];
  }
  const results: PeerResult[] = [];
  for (const peer of PEERS) {
    const args = [join(FOLDER, 'measure.mjs'), peer, rgbPath, String(width), String(height)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: LIMIT_MS });
    const measured = JSON.parse(stdout) as Omit<PeerResult, 'name' | 'version'>;
    const name = `@vladmandic/${peer}`;
    const { version } = JSON.parse(
      await readFile(join(FOLDER, 'node_modules', name, 'package.json'), 'utf8'),
    ) as { version: string };
    onRun(`${name}: ${measured.framesPerS.toFixed(1)} frames/s`);
    results.push({ name, version, ...measured });
  }
  return results;
}
