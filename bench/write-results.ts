import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Machine } from '../commands/describe-machine.js';
import { type ApiResult } from './api.js';
import { type CaseResult } from './cases.js';
import { formatLive } from './format-live.js';
import { formatPage } from './format-page.js';
import { type LiveResult } from './live.js';
import { markdownTable } from './markdown-table.js';
import { type MemoryResult } from './memory.js';
import { type PageResult } from './report-page.js';
import { type ScalingResult } from './scaling.js';
import { type Spread } from './statistics.js';

export interface BenchResults {
  readonly date: string;
  readonly commit: string;
  readonly machine: Machine;
  readonly node: string;
  readonly clip: {
    readonly name: string;
    readonly width: number;
    readonly height: number;
    readonly fps: number;
    readonly durationS: number;
  };
  readonly runs: number;
  readonly cases: readonly CaseResult[];
  readonly memory: MemoryResult | null;
  readonly api: ApiResult | null;
  readonly live: LiveResult | null;
  readonly page: readonly PageResult[] | null;
  readonly scaling: { readonly minutes: number; readonly runs: readonly ScalingResult[] } | null;
}

const round = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const spread = ({ median, min, max }: Spread): string => `${round(median)} (${round(min)}-${round(max)})`;

const HEADS = [
  'case',
  'sampling',
  'frames',
  'frames/s',
  'x real time',
  'CPU s / 1,000 frames',
  'peak RSS MB',
  'time / decode',
  'CPU / decode',
];

function tableRows(cases: readonly CaseResult[]): string[][] {
  return cases.map((one) => [
    one.name,
    one.sampling,
    String(one.frames),
    spread(one.framesPerS),
    spread(one.timesRealTime),
    spread(one.cpuSPer1000Frames),
    one.peakRssMb === null ? '-' : spread(one.peakRssMb),
    round(one.wallVsDecode),
    round(one.cpuVsDecode),
  ]);
}

export const formatTable = (cases: readonly CaseResult[]): string =>
  markdownTable([HEADS, ...tableRows(cases)], 2);

export function formatMemory(memory: MemoryResult): string {
  return (
    `One lane over ${memory.minutes} min of looped video (${memory.frames} frames at 5 fps, report included): ` +
    `${round(memory.atMinute1Mb)} MB at minute 1, ${round(memory.atEndMb)} MB at the end ` +
    `(${(100 * memory.growth).toFixed(1)} %), peak ${round(memory.peakMb)} MB, ffmpeg not counted.`
  );
}

export function formatScaling({ minutes, runs }: NonNullable<BenchResults['scaling']>): string {
  return [
    `The clip looped to ${minutes} min, at 5 fps, on worker processes with one lane and one core each (shared where there`,
    'are more workers than cores); queue on PostgreSQL, objects in a folder; from the queue to the report.',
    '',
    markdownTable([
      ['workers', 'SEGMENT_S', 'segments', 'seconds', 'x real time', 'speed-up', 'report'],
      ...runs.map((run) => [
        ...[run.workers, run.segmentS, run.segments].map(String),
        ...[run.seconds.toFixed(1), round(run.timesRealTime), round(run.speedUp)],
        run.sameReport ? 'the same' : 'DIFFERS',
      ]),
    ]),
  ].join('\n');
}

export function formatApi({ loads, uploadBytes, idleMb, peakMb }: ApiResult): string {
  const bare = loads[0];
  return [
    `Clients, API, PostgreSQL and the bare NestJS route on this one machine, no workers. An upload has`,
    `${uploadBytes / 1e6} MB; a poll answers the state of an analysis.`,
    '',
    markdownTable([
      ['requests', 'number', 'at once', 'requests/s', 'p50 ms', 'p99 ms', 'p99 / bare', 'answers'],
      ...loads.map((load) => [
        ...[load.what, String(load.requests), String(load.atOnce), round(load.perS)],
        ...[load.p50Ms, load.p99Ms, load.p99Ms / bare.p99Ms].map(round),
        Object.entries(load.statuses)
          .map(([status, count]) => `${count} x ${status}`)
          .join(', '),
      ]),
    ]),
    '',
    ...(idleMb === null || peakMb === null
      ? []
      : [`Resident memory of the API: ${round(idleMb)} MB before, ${round(peakMb)} MB at most.`]),
  ].join('\n');
}

const formatCases = ({ cases }: BenchResults): string[] => [
  formatTable(cases),
  '',
  '`CPU s` counts ffmpeg too; peak RSS is the sum over the process and ffmpeg. The last two columns divide by',
  '`decode only` on the same clip in the same run: what looking at faces costs beside watching the video.',
  'A worker case does two copies of the clip a lane, from the stored video to the report, networks already loaded.',
];

export function formatMarkdown(results: BenchResults): string {
  const { clip, machine } = results;
  return [
    `# Measured on ${results.date}`,
    '',
    `Commit ${results.commit}, Node ${results.node}, ${machine.cores} cores (${machine.model}), ${machine.memoryGb} GB.`,
    `Clip: ${clip.name}, ${clip.width}x${clip.height}, ${round(clip.fps)} fps, ${round(clip.durationS)} s. ` +
      `Median (smallest-largest) of ${results.runs} runs.`,
    ...(results.cases.length === 0 ? [] : ['', '## Vision path', '', ...formatCases(results)]),
    ...(results.memory === null ? [] : ['', '## Memory', '', formatMemory(results.memory)]),
    ...(results.api === null ? [] : ['', '## API', '', formatApi(results.api)]),
    ...(results.live === null ? [] : ['', '## Live frames', '', formatLive(results.live)]),
    ...(results.page === null ? [] : ['', '## Report page', '', formatPage(results.page)]),
    ...(results.scaling === null ? [] : ['', '## Several workers', '', formatScaling(results.scaling)]),
    '',
    'Made by `npm run bench`.',
    '',
  ].join('\n');
}

/** Writes `<date>-<commit>.json` and `.md` and returns the paths. */
export function writeResults(folder: string, results: BenchResults): string[] {
  mkdirSync(folder, { recursive: true });
  const base = join(folder, `${results.date}-${results.commit}`);
  writeFileSync(`${base}.json`, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(`${base}.md`, formatMarkdown(results));
  return [`${base}.md`, `${base}.json`];
}
