import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { readRssMb } from './process-tree.js';
import { type Measured, type Workload } from './workload.js';

const SAMPLE_PERIOD_MS = 100;

/** Resident memory at one moment; `share` is how much of the first clip had been analysed by then. */
export interface MemorySample {
  readonly share: number;
  readonly ownMb: number;
  readonly childrenMb: number;
}

export interface ProcessMeasured extends Measured {
  /** Largest sum over the process and its children. Null where it can't be known. */
  readonly peakRssMb: number | null;
  readonly samples: readonly MemorySample[];
}

/** Runs a workload in a process of its own, so that its memory and its processor time are its own. */
export async function measureProcess(workload: Workload): Promise<ProcessMeasured> {
  const script = fileURLToPath(new URL('./run-workload.js', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(workload)], {
    // As in a worker: onnxruntime does not report to its maker.
    env: { ...process.env, ORT_DISABLE_TELEMETRY: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const samples: MemorySample[] = [];
  let share = 0;
  let measured: Measured | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { share: number } | Measured;
    if ('share' in said) share = said.share;
    else measured = said;
  });
  let sampling = false;
  const timer = setInterval(() => {
    if (sampling || child.pid === undefined) return;
    sampling = true;
    void readRssMb(child.pid)
      .then((rss) => rss !== null && samples.push({ share, ownMb: rss.own, childrenMb: rss.children }))
      .finally(() => (sampling = false));
  }, SAMPLE_PERIOD_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  if (code !== 0 || measured === null) {
    throw new Error(`The workload ${workload.kind} ended with ${code}.`);
  }
  const peaks = samples.map(({ ownMb, childrenMb }) => ownMb + childrenMb);
  return { ...(measured as Measured), peakRssMb: peaks.length === 0 ? null : Math.max(...peaks), samples };
}
