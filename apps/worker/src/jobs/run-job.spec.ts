import { AppError, type JobPayload } from '@eyeline/contracts';
import { type JobContext, PutOffError } from '@eyeline/queue';
import { pino } from 'pino';

import { WorkerMetrics } from '../metrics.js';
import { runJob, type Processor } from './run-job.js';

type Name = 'analyse-segment';

const payload: JobPayload<Name> = { analysisId: 'an_1', attempt: 1, segment: 0 };

const contextOf = (signal = new AbortController().signal): JobContext<Name> => ({
  payload,
  jobId: 'an_1.1.analyse-segment.0',
  tryNumber: 1,
  lastTry: false,
  signal,
});

const setUp = (process: Processor<Name>['process']) => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const tools = { log, metrics: new WorkerMetrics(), maxDurationS: 3600 };
  return { run: runJob({ name: 'analyse-segment', process }, tools), lines };
};

it('hands the payload over and logs how it went, ids and times only', async () => {
  let seen: unknown;
  const { run, lines } = setUp((job) => Promise.resolve(void (seen = job.payload)));
  await run(contextOf());
  expect(seen).toEqual(payload);
  expect(lines).toEqual([
    expect.objectContaining({
      job: 'analyse-segment',
      job_id: 'an_1.1.analyse-segment.0',
      outcome: 'completed',
      duration_ms: expect.any(Number),
    }),
  ]);
});

it('passes an error of the table on as it is, and turns all others into internal ones', async () => {
  const known = new AppError('corrupt_video');
  await expect(setUp(() => Promise.reject(known)).run(contextOf())).rejects.toBe(known);
  const { run, lines } = setUp(() => Promise.reject(new TypeError('secret detail')));
  await expect(run(contextOf())).rejects.toMatchObject({ code: 'internal', retryable: true });
  expect(lines[0]).toMatchObject({ outcome: 'failed', code: 'internal' });
});

it('hands on that a job is to be done later', async () => {
  const later = new PutOffError(500);
  const { run, lines } = setUp(() => Promise.reject(later));
  await expect(run(contextOf())).rejects.toBe(later);
  expect(lines).toEqual([expect.objectContaining({ outcome: 'put_off' })]);
});

it('says of what waits for something that is away that it was put off', async () => {
  const { run, lines } = setUp(() => Promise.reject(new AppError('storage_unavailable')));
  await expect(run(contextOf())).rejects.toMatchObject({ code: 'storage_unavailable' });
  expect(lines[0]).toMatchObject({ outcome: 'put_off' });
});

it('does not start what is already aborted, and does not count it as a failure', async () => {
  const { run, lines } = setUp(() => Promise.reject(new Error('must not run')));
  await expect(run(contextOf(AbortSignal.abort()))).rejects.toThrow();
  expect(lines[0]).toMatchObject({ outcome: 'handed_back' });
});

describe('the time limit', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const waitForAbort = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('cut short'))));

  it('ends what takes longer than its seconds of video allow, as timed_out', async () => {
    const { run } = setUp((job) => {
      job.limitTo(60);
      return waitForAbort(job.signal);
    });
    let outcome: unknown = 'running';
    run(contextOf()).catch((error: unknown) => (outcome = error));
    await jest.advanceTimersByTimeAsync((1800 + 60 * 60 - 1) * 1000);
    expect(outcome).toBe('running');
    await jest.advanceTimersByTimeAsync(1000);
    expect(outcome).toMatchObject({ code: 'timed_out', retryable: true });
  });

  it('goes with the job', async () => {
    await setUp(() => Promise.resolve()).run(contextOf());
    expect(jest.getTimerCount()).toBe(0);
  });
});
