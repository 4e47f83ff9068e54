import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { runCases } from './cases.js';
import { measureMemory } from './memory.js';
import { openClip } from './workloads/read-clip.js';
import {
  describeCommit,
  describeMachine,
  formatMemory,
  formatTable,
  writeResults,
  type BenchResults,
} from './write-results.js';

const USAGE = `npm run bench -- [CLIP] [--runs N] [--lanes 1,2] [--memory MINUTES] [--json] [--no-write]

  CLIP      default: test/fixtures/average-person.mp4
  --memory  also loop the clip to MINUTES and see whether the worker's memory grows
  --json    print one JSON document instead of the table
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    lanes: { type: 'string', default: '1,2' },
    memory: { type: 'string' },
    json: { type: 'boolean', default: false },
    'no-write': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const path = positionals[0] ?? 'test/fixtures/average-person.mp4';
  const { video } = await openClip({ clip: path, samplingFps: 0 });
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const results: BenchResults = {
    date: new Date().toISOString().slice(0, 10),
    commit: describeCommit(),
    machine: describeMachine(),
    node: process.versions.node,
    clip: {
      name: basename(path),
      width: video.width,
      height: video.height,
      fps: video.fps,
      durationS: video.durationS,
    },
    runs: Number(values.runs),
    cases: await runCases(path, {
      runs: Number(values.runs),
      lanes: values.lanes.split(',').map(Number),
      durationS: video.durationS,
      onRun: say,
    }),
    memory: values.memory === undefined ? null : await measureMemory(path, Number(values.memory)),
  };
  process.stdout.write(values.json ? `${JSON.stringify(results)}\n` : `${formatTable(results.cases)}\n`);
  if (!values.json && results.memory !== null) process.stdout.write(`\n${formatMemory(results.memory)}\n`);
  if (!values['no-write']) say(`written: ${writeResults('docs/benchmarks', results).join(', ')}`);
}
