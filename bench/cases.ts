import { spreadOf, type Spread } from './statistics.js';
import { measureProcess } from './measure-process.js';
import { type Workload } from './workload.js';

/** One line of the table. */
export interface CaseResult {
  readonly name: string;
  readonly sampling: string;
  readonly frames: number;
  readonly framesPerS: Spread;
  /** Seconds of video done in a second. */
  readonly timesRealTime: Spread;
  readonly cpuSPer1000Frames: Spread;
  readonly peakRssMb: Spread | null;
  /** Time and processor time, divided by those of decode-only on the same clip in the same run (medians). */
  readonly wallVsDecode: number;
  readonly cpuVsDecode: number;
}

interface Case {
  readonly name: string;
  readonly sampling: string;
  readonly workload: Workload;
  /** How often the clip is done in one run. */
  readonly copies: number;
}

const SAMPLINGS = [
  { label: 'every frame', samplingFps: 0 },
  { label: '5 fps', samplingFps: 5 },
];

/** Decode-only comes first: the others are divided by it. */
function listCases(clip: string, lanes: readonly number[]): Case[] {
  const decode: Case = {
    name: 'decode only (ffmpeg to null)',
    sampling: '-',
    workload: { kind: 'decode-only', clip, samplingFps: 0 },
    copies: 1,
  };
  const sampled = SAMPLINGS.flatMap(({ label, samplingFps }): Case[] => [
    {
      name: 'decode, scale, into Node',
      sampling: label,
      workload: { kind: 'frames-only', clip, samplingFps },
      copies: 1,
    },
    {
      name: 'vision path, one process',
      sampling: label,
      workload: { kind: 'vision', clip, samplingFps },
      copies: 1,
    },
    ...lanes.map((count): Case => {
      const copies = 2 * count;
      return {
        name: `worker, ${count} lane${count === 1 ? '' : 's'}, with report`,
        sampling: label,
        workload: { kind: 'lanes', clip, samplingFps, lanes: count, copies, assemble: true },
        copies,
      };
    }),
  ]);
  return [decode, ...sampled];
}

/**
 * Measures every case `runs` times. The runs of the cases take turns, so that a machine that is busy for a while
 * slows all of them.
 */
export async function runCases(
  clip: string,
  settings: { runs: number; lanes: readonly number[]; durationS: number; onRun(name: string): void },
): Promise<CaseResult[]> {
  const cases = listCases(clip, settings.lanes);
  const measured = cases.map(() => [] as Awaited<ReturnType<typeof measureProcess>>[]);
  for (let run = 0; run < settings.runs; run++) {
    for (const [i, { name, sampling, workload }] of cases.entries()) {
      settings.onRun(`${run + 1}/${settings.runs} ${name}, ${sampling}`);
      measured[i].push(await measureProcess(workload));
    }
  }
  const perCopy = (i: number, pick: 'wallS' | 'cpuS'): number =>
    spreadOf(measured[i].map((one) => one[pick])).median / cases[i].copies;
  return cases.map(({ name, sampling, copies }, i) => {
    const of = (pick: (one: (typeof measured)[0][0]) => number): Spread => spreadOf(measured[i].map(pick));
    return {
      name,
      sampling,
      frames: measured[i][0].frames / copies,
      framesPerS: of(({ frames, wallS }) => frames / wallS),
      timesRealTime: of(({ wallS }) => (settings.durationS * copies) / wallS),
      cpuSPer1000Frames: of(({ frames, cpuS }) => (1000 * cpuS) / frames),
      peakRssMb: measured[i].some(({ peakRssMb }) => peakRssMb === null)
        ? null
        : of(({ peakRssMb }) => peakRssMb!),
      wallVsDecode: perCopy(i, 'wallS') / perCopy(0, 'wallS'),
      cpuVsDecode: perCopy(i, 'cpuS') / perCopy(0, 'cpuS'),
    };
  });
}
