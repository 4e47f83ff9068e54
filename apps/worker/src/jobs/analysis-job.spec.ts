import { AppError, type JobPayload } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { pino } from 'pino';

import { WorkerMetrics } from '../metrics.js';
import { type AnalysisProcessor, attendAnalysis, buryAnalysis } from './analysis-job.js';
import { type RunningJob } from './run-job.js';
import { StaleJob } from './stale-job.js';

type Name = 'analyse-segment';

const payload: JobPayload<Name> = { analysisId: 'an_1', attempt: 1, segment: 0 };
const log = pino({ level: 'silent' });

const rowOf = (changes: Partial<AnalysisRow>): AnalysisRow =>
  ({ id: 'an_1', attempt: 1, status: 'processing', video: null, ...changes }) as AnalysisRow;

const setUp = (row: AnalysisRow | null, process: AnalysisProcessor<Name>['process']) => {
  let isOpen = true;
  const state = { close: () => (isOpen = false), cleared: [] as unknown[], limits: [] as number[] };
  const database = {
    analyses: { findById: () => Promise.resolve(isOpen ? row : null) },
    attempts: { advance: () => Promise.resolve(isOpen) },
  } as unknown as Database;
  const end = { removeLeftovers: (id: unknown) => Promise.resolve(void state.cleared.push(id)) };
  const processor = attendAnalysis({ name: 'analyse-segment', process }, { database, end });
  const job: RunningJob<Name> = {
    payload,
    log,
    signal: new AbortController().signal,
    limitTo: (videoS) => state.limits.push(videoS),
  };
  return { run: () => processor.process(job), state };
};

const never = () => Promise.reject(new Error('must not run'));

it.each([
  ['is gone', null],
  ['has ended', rowOf({ status: 'canceled' })],
  ['is at another attempt', rowOf({ attempt: 2 })],
])('does not work for an analysis that %s, and clears up after it', async (_, row) => {
  const { run, state } = setUp(row, never);
  expect(await run()).toBe('stale');
  expect(state.cleared).toEqual([payload]);
});

it('gives the work its row and the time that its video may take', async () => {
  const row = rowOf({ video: { duration_s: 90 } as AnalysisRow['video'] });
  let seen: unknown;
  const { run, state } = setUp(row, (job) => Promise.resolve(void (seen = job.row)));
  expect(await run()).toBeUndefined();
  expect([seen, state.limits, state.cleared]).toEqual([row, [90], []]);
});

it('ends work in the middle when the analysis needs it no more, whatever that throws', async () => {
  const { run, state } = setUp(
    rowOf({}),
    ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cut short')))),
  );
  state.close();
  expect(await run()).toBe('stale');
  expect(state.cleared).toEqual([payload]);
});

it('ends quietly when objects were taken away under the work', async () => {
  const { run, state } = setUp(rowOf({}), () => {
    state.close();
    return Promise.reject(new AppError('internal', { detail: 'An intermediate result is missing.' }));
  });
  expect(await run()).toBe('stale');
});

it('passes on what the work throws, and clears nothing', async () => {
  const error = new AppError('corrupt_video');
  const { run, state } = setUp(rowOf({}), () => Promise.reject(error));
  await expect(run()).rejects.toBe(error);
  expect(state.cleared).toEqual([]);
});

it('ends quietly when the work itself finds that it is too late', async () => {
  const { run } = setUp(rowOf({}), () => Promise.reject(new StaleJob()));
  expect(await run()).toBe('stale');
});

it('buries a dead job by failing its analysis', async () => {
  const failed: unknown[] = [];
  const metrics = new WorkerMetrics();
  const end = { fail: (id: unknown, { code }: AppError) => Promise.resolve(void failed.push([id, code])) };
  await buryAnalysis({ name: 'analyse-segment' }, { log, metrics, end })(
    payload,
    new AppError('corrupt_video'),
  );
  expect(failed).toEqual([[payload, 'corrupt_video']]);
  expect(await metrics.registry.getSingleMetricAsString('eyeline_analyses_failed_total')).toContain(
    'eyeline_analyses_failed_total{job="analyse-segment",code="corrupt_video"} 1',
  );
});
