import { AppError, type JobPayload } from '@eyeline/contracts';
import { type JobContext } from '@eyeline/queue';
import { pino } from 'pino';

import { WorkerMetrics } from './metrics.js';
import { buryJob, runJob, type Processor } from './run-job.js';
import { StaleJob } from './stale-job.js';

type Name = 'analyse-segment';

const payload: JobPayload<Name> = { analysisId: 'an_1', attempt: 1, segment: 0 };

const contextOf = (given: unknown, signal = new AbortController().signal): JobContext<Name> => ({
  payload: given as JobPayload<Name>,
  jobId: 'an_1.1.analyse-segment.0',
  tryNumber: 1,
  lastTry: false,
  signal,
});

const setUp = (process: Processor<Name>['process']) => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const calls = { failed: [] as unknown[], cleared: [] as unknown[] };
  const end = {
    fail: (id: unknown, error: AppError) => Promise.resolve(void calls.failed.push([id, error.code])),
    removeLeftovers: (id: unknown) => Promise.resolve(void calls.cleared.push(id)),
  };
  const tools = { log, metrics: new WorkerMetrics(), end };
  const processor: Processor<Name> = { name: 'analyse-segment', process };
  return { run: runJob(processor, tools), bury: buryJob(processor, tools), lines, calls, tools };
};

const never = () => Promise.reject(new Error('must not run'));

describe('runJob', () => {
  it('hands the payload over and logs how it went, ids and times only', async () => {
    let seen: unknown;
    const { run, lines } = setUp((job) => Promise.resolve(void (seen = job.payload)));
    await run(contextOf(payload));
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
    await expect(setUp(() => Promise.reject(known)).run(contextOf(payload))).rejects.toBe(known);
    const { run, lines } = setUp(() => Promise.reject(new TypeError('secret detail')));
    await expect(run(contextOf(payload))).rejects.toMatchObject({ code: 'internal', retryable: true });
    expect(lines[0]).toMatchObject({ outcome: 'failed', code: 'internal' });
  });

  it('ends a stale job quietly and clears up after it', async () => {
    const { run, calls, lines } = setUp(() => Promise.reject(new StaleJob()));
    await run(contextOf(payload));
    expect(calls.cleared).toEqual([payload]);
    expect(lines[0]).toMatchObject({ outcome: 'stale' });
  });

  it('does not start what is already aborted, and does not count it as a failure', async () => {
    const { run, lines } = setUp(never);
    await expect(run(contextOf(payload, AbortSignal.abort()))).rejects.toThrow();
    expect(lines[0]).toMatchObject({ outcome: 'handed_back' });
  });
});

describe('buryJob', () => {
  it('fails the analysis with the error of the job', async () => {
    const { bury, calls, tools } = setUp(never);
    await bury(payload, new AppError('corrupt_video'));
    expect(calls.failed).toEqual([[payload, 'corrupt_video']]);
    expect(await tools.metrics.registry.getSingleMetricAsString('eyeline_analyses_failed_total')).toContain(
      'eyeline_analyses_failed_total{job="analyse-segment",code="corrupt_video"} 1',
    );
  });
});
