import { FrameAnalyser } from '@eyeline/vision';

import { readCpuSeconds } from './process-tree.js';
import { type Measured, type Workload } from './workload.js';
import { LanesBench } from './workloads/analyse-on-lanes.js';
import { decodeOnly } from './workloads/decode-only.js';
import { openClip, streamFrames, type ClipWorkload } from './workloads/read-clip.js';

/** The process that is measured: gets ready (networks loaded, files in place), starts the clock, works, answers. */
async function runWorkload(workload: Workload): Promise<Measured> {
  switch (workload.kind) {
    case 'decode-only':
      return measure(() => decodeOnly(workload.clip));
    case 'frames-only': {
      const clip = await openClip(workload);
      return measure(async () => {
        let frames = 0;
        for await (const frame of streamFrames(workload.clip, clip)) frames += frame.data.length > 0 ? 1 : 0;
        return frames;
      });
    }
    case 'vision':
      return measureVision(workload);
    case 'lanes': {
      const bench = await LanesBench.open(workload);
      try {
        return await measure(() =>
          bench.runAll((share) => process.stdout.write(`${JSON.stringify({ share })}\n`)),
        );
      } finally {
        await bench.close();
      }
    }
  }
}

async function measureVision(workload: ClipWorkload): Promise<Measured> {
  const clip = await openClip(workload);
  const analyser = await FrameAnalyser.load({
    executionProvider: 'auto',
    options: clip.options,
    sourceWidth: clip.video.width,
    sourceHeight: clip.video.height,
  });
  try {
    await analyseFrames(10);
    return await measure(() => analyseFrames(Infinity));
  } finally {
    await analyser.dispose();
  }

  async function analyseFrames(most: number): Promise<number> {
    let frames = 0;
    for await (const frame of streamFrames(workload.clip, clip, analyser.readsColor)) {
      await analyser.analyse(frame);
      if (++frames >= most) break;
    }
    return frames;
  }
}

async function measure(work: () => Promise<number>): Promise<Measured> {
  const cpuBefore = readCpuSeconds();
  const startedAtMs = performance.now();
  const frames = await work();
  return { frames, wallS: (performance.now() - startedAtMs) / 1000, cpuS: readCpuSeconds() - cpuBefore };
}

const measured = await runWorkload(JSON.parse(process.argv[2]) as Workload);
process.stdout.write(`${JSON.stringify(measured)}\n`);
