import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loopClip } from './loop-clip.js';
import { measureProcess, type MemorySample } from './measure-process.js';

export interface MemoryResult {
  readonly minutes: number;
  readonly frames: number;
  /** Resident memory of the worker's process without ffmpeg: median of the samples around that time of the video. */
  readonly atMinute1Mb: number;
  readonly atEndMb: number;
  readonly peakMb: number;
  /** (end - minute 1) / minute 1. */
  readonly growth: number;
}

/**
 * Whether a lane's memory grows with the video: the clip is looped to `minutes` without re-encoding and analysed by
 * one lane at 5 frames a second, report included.
 */
export async function measureMemory(clip: string, minutes: number): Promise<MemoryResult> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  try {
    const looped = join(folder, 'looped.mp4');
    await loopClip(clip, looped, minutes);
    const { frames, samples } = await measureProcess({
      kind: 'lanes',
      clip: looped,
      samplingFps: 5,
      lanes: 1,
      copies: 1,
      assemble: true,
    });
    const atMinute1Mb = medianAround(samples, 1 / minutes);
    const atEndMb = medianAround(samples, 1);
    return {
      minutes,
      frames,
      atMinute1Mb,
      atEndMb,
      peakMb: Math.max(...samples.map(({ ownMb }) => ownMb)),
      growth: (atEndMb - atMinute1Mb) / atMinute1Mb,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One sample says little: the heap breathes. The ten nearest in video time say enough. */
function medianAround(samples: readonly MemorySample[], share: number): number {
  const nearest = [...samples]
    .filter((sample) => sample.share > 0)
    .sort((a, b) => Math.abs(a.share - share) - Math.abs(b.share - share))
    .slice(0, 10)
    .map(({ ownMb }) => ownMb)
    .sort((a, b) => a - b);
  if (nearest.length === 0) throw new Error('No memory could be read: this needs /proc.');
  return nearest[nearest.length >> 1];
}
