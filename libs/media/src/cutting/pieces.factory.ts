import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

import { type FrameRequest, openFrameStream, openPiece, type ProbedVideo, type Stretch } from '../index.js';

const signal = new AbortController().signal;

/** Time and fingerprint of each frame, so that two readings can be compared frame by frame. */
export async function readPrints(path: string, request: Omit<FrameRequest, 'signal'>): Promise<string[]> {
  const prints: string[] = [];
  for await (const { tS, data } of openFrameStream(path, { ...request, signal })) {
    prints.push(`${tS} ${createHash('md5').update(data).digest('hex')}`);
  }
  return prints;
}

/** Cuts a stretch of a video into a file. */
export async function cutTo(file: string, path: string, video: ProbedVideo, stretch: Stretch): Promise<void> {
  const { streamIndex, startS: containerStartS } = video;
  const { bytes, ended } = openPiece(path, { streamIndex, containerStartS, ...stretch, signal });
  await Promise.all([pipeline(bytes, createWriteStream(file)), ended]);
}

/** The stretches between borders, the last one without an end. */
export const stretchesBetween = (borders: readonly number[]): Stretch[] =>
  borders.map((startS, i) => ({ startS, endS: borders[i + 1] ?? Infinity }));
