import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { describeCommit } from '../commands/describe-commit.js';
import { describeMachine } from '../commands/describe-machine.js';
import { measureApi } from './api.js';
import { runCases } from './cases.js';
import { formatLive } from './format-live.js';
import { formatPage } from './format-page.js';
import { measureLive } from './live.js';
import { measureMemory } from './memory.js';
import { measureReportPage } from './report-page.js';
import { measureScaling } from './scaling.js';
import { openClip } from './workloads/read-clip.js';
import {
  formatApi,
  formatMemory,
  formatScaling,
  formatTable,
  writeResults,
  type BenchResults,
} from './write-results.js';

const USAGE = `npm run bench -- [CLIP] [--runs N] [--lanes 1,2] [--memory MINUTES] [--scale MINUTES]
                     [--workers 1,2,4] [--segment-s 60] [--api] [--live] [--live-s 20]
                     [--page] [--json] [--no-write]

  CLIP      default: test/fixtures/average-person.mp4
  --runs    of each case; 0: none of them
  --memory  also loop the clip to MINUTES and see whether the worker's memory grows
  --scale   also loop the clip to MINUTES and analyse it on --workers processes with one lane each,
            split into pieces of --segment-s seconds (lists: 1,2,4 and 3600,60)
  --api     also poll the API and upload to it, beside a bare route
  --live    also send pictures of the clip over WebSockets, each load for --live-s seconds, beside the
            peers of bench/peers where they are installed
  --page    also read, scroll and scrub the report of an hours-long video in Chromium, beside a short one
  --json    print one JSON document instead of the table
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    lanes: { type: 'string', default: '1,2' },
    memory: { type: 'string' },
    scale: { type: 'string' },
    workers: { type: 'string', default: '1,2,4' },
    'segment-s': { type: 'string', default: '60' },
    api: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    'live-s': { type: 'string', default: '20' },
    page: { type: 'boolean', default: false },
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
    cases:
      values.runs === '0'
        ? []
        : await runCases(path, {
            runs: Number(values.runs),
            lanes: values.lanes.split(',').map(Number),
            durationS: video.durationS,
            onRun: say,
          }),
    memory: values.memory === undefined ? null : await measureMemory(path, Number(values.memory)),
    scaling:
      values.scale === undefined
        ? null
        : {
            minutes: Number(values.scale),
            runs: await measureScaling({
              ...{ clip: path, minutes: Number(values.scale), onRun: say },
              workers: values.workers.split(',').map(Number),
              segmentsS: values['segment-s'].split(',').map(Number),
            }),
          },
    api: values.api ? await measureApi(say) : null,
    live: values.live ? await measureLive(path, Number(values['live-s']), say) : null,
    page: values.page ? await measureReportPage(say) : null,
  };
  if (values.json) process.stdout.write(`${JSON.stringify(results)}\n`);
  else if (results.cases.length > 0) process.stdout.write(`${formatTable(results.cases)}\n`);
  if (!values.json && results.memory !== null) process.stdout.write(`\n${formatMemory(results.memory)}\n`);
  if (!values.json && results.scaling !== null) {
    process.stdout.write(`\n${formatScaling(results.scaling)}\n`);
  }
  if (!values.json && results.api !== null) process.stdout.write(`\n${formatApi(results.api)}\n`);
  if (!values.json && results.live !== null) process.stdout.write(`\n${formatLive(results.live)}\n`);
  if (!values.json && results.page !== null) process.stdout.write(`\n${formatPage(results.page)}\n`);
  if (!values['no-write']) say(`written: ${writeResults('docs/benchmarks', results).join(', ')}`);
}
